/** People's tags as their doings have it: a few people at a time, as things happen to them, and when time has come. */
import { type AtOnce, dirty, emitAll, followTypes, type Summary } from '#activity/activity'
import { system } from '#core/actor'
import { type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { clock } from '#core/time'
import { type Held, holds } from '#tags/decide'
import { doingsOf, looks } from '#tags/evidence'
import type { Rule } from '#tags/rule'

export type Live = { tag_id: string; version: number; rule: Rule }
type Had = {
  profile_id: string
  tag_id: string
  version: number
  since: string
  reach: number
  reached_at: string
  evidence: unknown[]
}

/** Every tag that counts. */
export function live(tx: Tx): Promise<Live[]> {
  return rows<Live>(tx, sql`select tag_id, version, rule from tags.tag where state = 'live' order by tag_id`)
}

/** Conclude anew what these people (each with all her profiles) are tagged with; whose tags changed. */
export async function settle(tx: Tx, profile_ids: readonly string[]): Promise<string[]> {
  if (!profile_ids.length) return []
  const all = await rows<Live>(
    tx,
    sql`select tag_id, version, rule from tags.tag where state = 'live' order by tag_id for share`,
  )
  const { heads, customers } = await lock(tx, profile_ids)
  const had = await rows<Had>(
    tx,
    sql`select profile_id, tag_id, version, since, reach, reached_at, evidence from tags.standing where profile_id = any (${heads}::uuid[])`,
  )
  if (!all.length && !had.length) return []
  const now = clock.iso()
  const doings = await doingsOf(tx, customers, now)
  const forgotten = await forgottenBy(tx, customers)
  const held = [...doings].flatMap(([profile_id, { health, deeds }]) =>
    all.flatMap(({ tag_id, version, rule }) => {
      if ((rule.sensitive && !health) || forgotten.has(`${profile_id} ${tag_id}`)) return []
      const found = holds(rule, deeds, Date.parse(now))
      return found ? [{ profile_id, tag_id, version, half_life_days: rule.half_life_days, ...found }] : []
    }),
  )
  return write(tx, had, held)
}

type Holding = Held & { profile_id: string; tag_id: string; version: number; half_life_days: number }

async function write(tx: Tx, had: readonly Had[], held: readonly Holding[]): Promise<string[]> {
  const key = ({ profile_id, tag_id }: { profile_id: string; tag_id: string }) => `${profile_id} ${tag_id}`
  const before = new Map(had.map((one) => [key(one), one]))
  const after = new Map(held.map((one) => [key(one), one]))
  const lost = had.filter((one) => !after.has(key(one)))
  const gained = held.filter((one) => !before.has(key(one)))
  const moved = held.filter((one) => differs(before.get(key(one)), one))
  if (lost.length)
    await run(
      tx,
      sql`delete from tags.standing s using unnest(${lost.map((one) => one.profile_id)}::uuid[], ${lost.map((one) => one.tag_id)}::uuid[]) l(profile_id, tag_id)
          where s.profile_id = l.profile_id and s.tag_id = l.tag_id`,
    )
  if (moved.length)
    await run(
      tx,
      sql`insert into tags.standing (profile_id, tag_id, version, since, reach, reached_at, half_life_days, until_at, evidence)
          select profile_id, tag_id, version, since, reach, reached_at, half_life_days, until_at, evidence
          from jsonb_to_recordset(${JSON.stringify(moved.map(asRow))}::jsonb) r(profile_id uuid, tag_id uuid, version integer, since timestamptz,
            reach double precision, reached_at timestamptz, half_life_days integer, until_at timestamptz, evidence jsonb)
          on conflict (profile_id, tag_id) do update set version = excluded.version, since = excluded.since, reach = excluded.reach,
            reached_at = excluded.reached_at, half_life_days = excluded.half_life_days, until_at = excluded.until_at, evidence = excluded.evidence`,
    )
  const told = [
    ...gained.map((one) => ({ ...one, type: 'tag.gained' })),
    ...lost.map((one) => ({ ...one, type: 'tag.lost' })),
  ]
  await emitAll(
    tx,
    told.map(({ type, profile_id, tag_id }) => ({
      type,
      profile_id,
      source: 'tags',
      subject_kind: 'tag',
      subject_id: tag_id,
      payload: { tag_id },
    })),
  )
  return [...new Set([...lost, ...moved].map(({ profile_id }) => profile_id))]
}

function differs(before: Had | undefined, { version, since, reach, reached_at, evidence }: Holding): boolean {
  return (
    !before ||
    before.version !== version ||
    Date.parse(before.since) !== since ||
    before.reach !== reach ||
    Date.parse(before.reached_at) !== reached_at ||
    before.evidence.length !== evidence.length
  )
}

function asRow({ since, reached_at, until_at, ...rest }: Holding) {
  const at = (ms: number) => new Date(ms).toISOString()
  return { ...rest, since: at(since), reached_at: at(reached_at), until_at: at(Math.min(until_at, last_ms)) }
}
const last_ms = Date.UTC(9999, 0, 1)

/**
 * The profiles under which these people stand or stood, and the customers they are now. Two who settle the same person wait for
 * each other, always in the order of their ids.
 */
async function lock(tx: Tx, profile_ids: readonly string[]): Promise<{ heads: string[]; customers: string[] }> {
  const found = await rows<{ profile_id: string; customer_id: string }>(
    tx,
    sql`select profile_id, customer_id from customers.facts
        where customer_id in (select customer_id from customers.facts where profile_id = any (${profile_ids}::uuid[])) order by profile_id`,
  )
  const heads = [...new Set([...found.map(({ profile_id }) => profile_id), ...profile_ids])].toSorted()
  await run(
    tx,
    sql`select pg_advisory_xact_lock(hashtextextended('tags ' || p, 0)) from (select p from unnest(${heads}::uuid[]) p order by p) o`,
  )
  return { heads, customers: [...new Set(found.map(({ customer_id }) => customer_id))] }
}

async function forgottenBy(tx: Tx, customers: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ customer_id: string; fact: string }>(
    tx,
    sql`select p.customer_id, f.fact from tags.forgotten f join customers.facts p using (profile_id)
        where p.customer_id = any (${customers}::uuid[]) and f.kind = 'tag'`,
  )
  return new Set(found.map(({ customer_id, fact }) => `${customer_id} ${fact}`))
}

/** Whoever is dirty is concluded about anew. */
export const summary: Summary = { name: 'tags', run: async (tx, profile_ids) => void (await settle(tx, profile_ids)) }

const uses: ReadonlySet<unknown> = new Set(['personalise', 'health'])

/** A withdrawn consent takes the tags away in the same moment. */
export const atOnce: readonly AtOnce[] = [
  {
    types: ['consent.changed'],
    run: async (tx, events) => {
      const hers = events.filter(({ payload }) => uses.has(payload?.purpose)).map(({ profile_id }) => profile_id)
      await settle(tx, [...new Set(hers)])
    },
  },
]

const moving = [
  'customer.merged',
  'customer.unmerged',
  'consent.changed',
  'order.placed',
  'order.cancelled',
  'order.returned',
  ...looks,
]

/** Tell the timeline after which events somebody is to be looked at again. */
export async function followDoings(tx: Tx): Promise<void> {
  await followTypes(tx, summary.name, (await live(tx)).length ? moving : [])
}

const due_together = 200

/** From whom time alone took a tag by now; says how many were looked at. */
export async function tick(db: Pool, now: string): Promise<number> {
  return transaction(db, system, async (tx) => {
    const due = await rows<{ profile_id: string }>(
      tx,
      sql`select distinct profile_id from (select profile_id from tags.standing where until_at <= ${now} order by until_at limit ${due_together}) d`,
    )
    await dirty(
      tx,
      ...(await settle(
        tx,
        due.map(({ profile_id }) => profile_id),
      )),
    )
    return due.length
  })
}
