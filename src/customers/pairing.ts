/** Looking through the house's own customers for records that may be one person, by what their fields say. */
import { system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { Problem } from '#core/problem'
import { settingNow } from '#core/settings'
import type { Column, Kind } from './linking/columns.ts'
import { link } from './linking/link.ts'
import { accept, type Found, propose } from './pairs.ts'
import { openAll, type Person } from './person.ts'
import { pairing } from './settings.ts'

export type Paired = { people: number; proposed: number; merged: number }

const people_together = 1_000
const pairs_together = 500
const fields: readonly [Kind, (person: Person) => string | null][] = [
  ['family', (one) => one.family_name],
  ['given', (one) => one.given_name],
  ['family_kana', (one) => one.family_name_kana],
  ['given_kana', (one) => one.given_name_kana],
  ['sex', (one) => (one.gender === 'female' || one.gender === 'male' ? one.gender : null)],
  ['birth', (one) => one.birth_date],
  ['phone', (one) => one.phone],
  ['email', (one) => one.email],
  ['postal', (one) => one.postal_code],
  ['address', (one) => [one.prefecture, one.city, one.address, one.building].filter(Boolean).join('')],
]
const columns: Column[] = fields.map(([kind]) => ({ header: kind, kind, because: 'said' }))

/**
 * Compare all members and guests and propose who may be one person, from the likeness the house has set; from a second one on, when
 * it has set that too, they are merged at once (never where each has an address of its own) and can be taken back like any other.
 */
export async function pairUp(db: Pool): Promise<Paired> {
  const { review_from, merge_from } = await settingNow(db, pairing)
  const table: string[][] = []
  const whose: { profile_id: string; customer_id: string }[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const people = await transaction(db, system, (tx) => next(tx, after))
    for (const person of people) {
      table.push(fields.map(([, of]) => of(person) ?? ''))
      whose.push({ profile_id: person.profile_id, customer_id: person.customer_id })
    }
    const last = people.at(-1)
    if (!last) break
    after = last.profile_id
  }
  const counted: Paired = { people: whose.length, proposed: 0, merged: 0 }
  if (whose.length < 2) return counted
  const linked = link(columns, table)
  const found: Found[] = []
  for (const { a, b, probability } of linked.pairs) {
    const [one, other] = [whose[a], whose[b]]
    if (!one || !other || probability < review_from || one.customer_id === other.customer_id) continue
    const reasons = linked.reasons(a, b).map(({ bits, ...said }) => ({ ...said, bits: Math.round(bits * 10) / 10 }))
    found.push({ a: one.profile_id, b: other.profile_id, found_by: 'alike', probability, reasons })
  }
  for (let at = 0; at < found.length; at += pairs_together)
    await transaction(db, system, (tx) => propose(tx, found.slice(at, at + pairs_together)))
  counted.proposed = found.length
  if (merge_from !== null) counted.merged = await mergeFrom(db, merge_from)
  return counted
}

async function next(tx: Parameters<typeof openAll>[0], after: string): Promise<Person[]> {
  const ids = await rows<{ profile_id: string }>(
    tx,
    sql`select profile_id from customers.profile where profile_id > ${after} and kind <> 'visitor' and erased_at is null
        order by profile_id limit ${people_together}`,
  )
  const people = await openAll(
    tx,
    ids.map(({ profile_id }) => profile_id),
  )
  return people.sort((a, b) => (a.profile_id < b.profile_id ? -1 : 1))
}

async function mergeFrom(db: Pool, least: number): Promise<number> {
  const sure = await transaction(db, system, (tx) =>
    rows<{ pair_id: string }>(
      tx,
      sql`select pair_id from customers.pair where state = 'open' and probability >= ${least} order by probability desc, pair_id`,
    ),
  )
  let merged = 0
  for (const { pair_id } of sure)
    try {
      await transaction(db, system, (tx) => accept(tx, system, pair_id, true))
      merged++
    } catch (error) {
      // Two addresses of one kind, or somebody was quicker: then a person decides, or has.
      if (!(error instanceof Problem)) throw error
    }
  return merged
}
