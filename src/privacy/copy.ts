import { history, wordings } from '#consent/consent'
import { type Db, rows, sql, type Tx } from '#core/database'
import { clock } from '#core/time'
import { type Customer, customer, unseal } from '#customers/customers'
import { type Facts, facts } from '#privacy/facts'
import { type Membership, membershipsOf } from '#segments/segments'

export type Kept = { table: string; count: number }
/** What she said, when, where, and the words she was shown. */
export type Said = {
  purpose: string
  channel: string
  granted: boolean
  decided_at: string
  source: string
  wording: { version: number; ja: string | null; en: string | null }
}
/** By what we know her again; the value is shown in part. */
export type Known = { kind: string; value: string }
export type Held = { identifiers: Known[]; segments: Membership[]; kept: Kept[] }
export type Copy = {
  made_at: string
  person: Customer
  consents: Said[]
  segments: Membership[]
  /** All that is concluded of her, with what it rests on, and what she had us forget. */
  facts: Facts
  records: Record<string, Record<string, unknown>[]>
}

// Who looked at her is the house's own record, and who may be one with her tells of others; tokens by which a till finds her say
// nothing; work that waits is gone in a blink.
const but = ['access.audit', 'activity.pending', 'activity.dirty', 'customers.pair', 'customers.search_token']
const all = 1_000_000

/** What we hold about a person, in short: by what we know her, where she stands and why, how many rows of which kind. The caller audits. */
export async function held(tx: Tx, profile_id: string): Promise<Held> {
  const person = await customer(tx, profile_id)
  const { profile_ids } = person
  const [segments, kept] = [await membershipsOf(tx, profile_ids), await keptOf(tx, profile_ids, false)]
  return {
    identifiers: identifiersOf(person),
    segments,
    kept: kept.filter(({ count }) => count > 0).map(({ table, count }) => ({ table, count })),
  }
}

function identifiersOf({ email, phone, member_number, external_id, line_user_id, card_numbers }: Customer): Known[] {
  const known: Known[] = []
  if (email) known.push({ kind: 'email', value: email.replace(/^(.)[^@]*/, '$1•••') })
  if (line_user_id) known.push({ kind: 'line', value: '•••' })
  for (const [kind, value] of [
    ['phone', phone],
    ['member_number', member_number],
    ['external_id', external_id],
    ...card_numbers.map((card) => ['card', card] as const),
  ] as const)
    if (value) known.push({ kind, value: `•••${value.slice(-4)}` })
  return known
}

/** Everything we hold about a person, for a machine to read: every row of every table, what is sealed opened. The caller audits. */
export async function copy(tx: Tx, profile_id: string): Promise<Copy> {
  const person = await customer(tx, profile_id)
  const { profile_ids } = person
  const texts = new Map((await wordings(tx)).map((text) => [`${text.purpose} ${text.version}`, text]))
  const consents = (await history(tx, profile_ids, { limit: all })).map(
    ({ purpose, channel, granted, decided_at, source, wording_version: version }) => {
      const { body_ja: ja = null, body_en: en = null } = texts.get(`${purpose} ${version}`) ?? {}
      return { purpose, channel, granted, decided_at, source, wording: { version, ja, en } }
    },
  )
  const records: Copy['records'] = {}
  for (const { table, count, kept } of await keptOf(tx, profile_ids, true))
    if (count > 0 && kept) records[table] = await Promise.all(kept.map((row) => opened(tx, row)))
  const [segments, concluded] = [await membershipsOf(tx, profile_ids), await facts(tx, profile_id)]
  return { made_at: clock.iso(), person, consents, segments, facts: concluded, records }
}

function keptOf(
  db: Db,
  profile_ids: readonly string[],
  whole: boolean,
): Promise<(Kept & { kept: Record<string, unknown>[] | null })[]> {
  return rows(db, sql`select "table", count, kept from privacy.kept(${profile_ids}::uuid[], ${but}::text[], ${whole})`)
}

async function opened(tx: Tx, row: Record<string, unknown>): Promise<Record<string, unknown>> {
  const fields = await Promise.all(
    Object.entries(row).map(async ([name, value]) => {
      if (!name.startsWith('sealed') || typeof value !== 'string') return [name, value] as const
      const bytes = Buffer.from(value.slice('\\x'.length), 'hex')
      return [name.replace(/^sealed_?/, '') || 'content', await openedOf(tx, String(row.profile_id), bytes)] as const
    }),
  )
  return Object.fromEntries(fields)
}

// What is sealed under another key than hers is not hers to read.
async function openedOf(tx: Tx, profile_id: string, sealed: Buffer): Promise<unknown> {
  try {
    return await unseal(tx, profile_id, sealed)
  } catch {
    return null
  }
}
