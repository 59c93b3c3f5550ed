/** Pairs of records that may be one person: found by likeness or by an event that named both, decided by somebody, once. */
import { audit, auditAll } from '#access/access'
import type { Actor } from '#core/actor'
import { type Db, join, one, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { Problem, refuse } from '#core/problem'
import { clock } from '#core/time'
import { merge, unmerge } from './merges.ts'
import { openAll, type Person } from './person.ts'
import { customerOf } from './profiles.ts'

type Words = { ja: string; en: string }
export type Reason = { field: Words; level: Words; bits: number }
export type Found = {
  a: string
  b: string
  found_by: 'alike' | 'met'
  probability: number | null
  reasons: readonly Reason[]
}
export type Pair = {
  pair_id: string
  found_by: 'alike' | 'met'
  probability: number | null
  reasons: Reason[]
  state: 'open' | 'accepted' | 'rejected'
  found_at: string
  decided_at: string | null
  decided_by: string | null
  merge_id: string | null
}
type Row = Pair & { profile_id: string; other_profile_id: string }
/** Both records side by side, the elder first; `customer_id` tells whether they are one by now. */
export type Beside = Pair & { people: Person[] }

const columns = sql`p.pair_id, p.profile_id, p.other_profile_id, p.found_by, p.probability, p.reasons, p.state, p.found_at,
  p.decided_at, p.decided_by, p.merge_id`

/** Propose pairs. One that was decided stays decided; one that waits is brought up to date. */
export async function propose(tx: Tx, found: readonly Found[]): Promise<void> {
  const pairs = found.map(({ a, b, ...pair }) => ({ ...pair, pair_id: id(), ids: a < b ? [a, b] : [b, a] }))
  await run(
    tx,
    sql`insert into customers.pair as p (profile_id, other_profile_id, pair_id, found_by, probability, reasons, found_at)
        select f.* , ${clock.iso()}::timestamptz
        from unnest(${pairs.map(({ ids }) => ids[0])}::uuid[], ${pairs.map(({ ids }) => ids[1])}::uuid[], ${pairs.map(({ pair_id }) => pair_id)}::uuid[],
          ${pairs.map(({ found_by }) => found_by)}::text[], ${pairs.map(({ probability }) => probability)}::real[],
          ${pairs.map(({ reasons }) => JSON.stringify(reasons))}::jsonb[]) f
        on conflict (profile_id, other_profile_id) do update set probability = coalesce(excluded.probability, p.probability),
          reasons = case when excluded.found_by = 'alike' then excluded.reasons else p.reasons end
          where p.state = 'open'`,
  )
}

export type Page = { state: Pair['state']; at_least?: number; after?: [weight: string, pair_id: string]; limit: number }

/** Pairs of a state: what an event named first, then the likeliest. Those who are one already, or forgotten, no longer wait. */
export async function pairs(tx: Tx, { state, at_least = 0, after, limit }: Page): Promise<Beside[]> {
  const wanted = [sql`p.state = ${state}`, sql`coalesce(p.probability, 2) >= ${at_least}`]
  if (state === 'open') wanted.push(sql`a.customer_id <> b.customer_id`)
  if (after) wanted.push(sql`(coalesce(p.probability, 2), p.pair_id) < (${Number(after[0])}::real, ${after[1]}::uuid)`)
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from customers.pair p join customers.profile a on a.profile_id = p.profile_id
          join customers.profile b on b.profile_id = p.other_profile_id
        where ${join(wanted, ' and ')} and a.erased_at is null and b.erased_at is null
        order by coalesce(p.probability, 2) desc, p.pair_id desc limit ${limit}`,
  )
  return beside(tx, found)
}

/** One pair; refuses 404 an unknown one. */
export async function pair(tx: Tx, pair_id: string): Promise<Beside> {
  const [found] = await beside(tx, [await rowOf(tx, pair_id)])
  return found as Beside
}

/** They are one: merged. Refuses 409 what somebody else has decided meanwhile and, when automatic, where each has an address of its own. */
export async function accept(tx: Tx, actor: Actor, pair_id: string, automatic = false): Promise<Pair> {
  const { profile_id, other_profile_id } = await rowOf(tx, pair_id)
  await decided(tx, actor, pair_id, 'accepted')
  const people = elderFirst(await openAll(tx, [profile_id, other_profile_id]))
  const [keep, joining] = people.map((person) => person.profile_id)
  if (!keep || !joining)
    return refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
  // Joined through a third record already: nothing more is to be done.
  if ((await customerOf(tx, keep)) !== (await customerOf(tx, joining))) {
    const { merge_id, customer_id } = await merge(tx, actor, {
      keep,
      join: joining,
      reason: `pair ${pair_id}`,
      automatic,
    })
    await audit(tx, actor, 'customers.merged', customer_id, { merge_id, pair_id })
    await run(tx, sql`update customers.pair set merge_id = ${merge_id} where pair_id = ${pair_id}`)
  }
  return rowOf(tx, pair_id)
}

/** They are two: never proposed again. Refuses 409 what somebody else has decided meanwhile. */
export async function reject(tx: Tx, actor: Actor, pair_id: string): Promise<Pair> {
  const { profile_id, other_profile_id } = await rowOf(tx, pair_id)
  await decided(tx, actor, pair_id, 'rejected')
  await auditAll(tx, actor, 'customers.pair_rejected', [profile_id, other_profile_id], { pair_id })
  return rowOf(tx, pair_id)
}

/** Take a decision back: parted again, where they were merged by it, and back in the queue. Refuses 409 while a later merge stands on it. */
export async function reopen(tx: Tx, actor: Actor, pair_id: string): Promise<Pair> {
  const { merge_id } = await rowOf(tx, pair_id)
  const reopened = await run(
    tx,
    sql`update customers.pair set state = 'open', decided_at = null, decided_by_kind = null, decided_by = null, merge_id = null
        where pair_id = ${pair_id} and state <> 'open'`,
  )
  if (reopened === 0)
    refuse('customers.pair_open', 409, 'この組はまだ判断されていません。', 'This pair has not been decided.')
  if (merge_id) {
    const { customer_id } = await unmerge(tx, actor, merge_id)
    await audit(tx, actor, 'customers.unmerged', customer_id, { merge_id, pair_id })
  }
  return rowOf(tx, pair_id)
}

/** Accept several in the order given; what cannot be is told with its reason and does not stand in the others' way. */
export async function acceptAll(
  tx: Tx,
  actor: Actor,
  pair_ids: readonly string[],
): Promise<{ accepted: Pair[]; skipped: { pair_id: string; code: string }[] }> {
  const accepted: Pair[] = []
  const skipped: { pair_id: string; code: string }[] = []
  for (const pair_id of pair_ids) {
    try {
      accepted.push(await accept(tx, actor, pair_id))
    } catch (error) {
      // A decision that was taken before us is refused before anything is written.
      if (!(error instanceof Problem && ['customers.pair_decided', 'customers.no_pair'].includes(error.code)))
        throw error
      skipped.push({ pair_id, code: error.code })
    }
  }
  return { accepted, skipped }
}

async function decided(tx: Tx, actor: Actor, pair_id: string, state: 'accepted' | 'rejected'): Promise<void> {
  const mine = await run(
    tx,
    sql`update customers.pair set state = ${state}, decided_at = ${clock.iso()}, decided_by_kind = ${actor.kind}, decided_by = ${actor.id}
        where pair_id = ${pair_id} and state = 'open'`,
  )
  if (mine === 0)
    refuse('customers.pair_decided', 409, 'ほかの人が先に判断しました。', 'Somebody else has decided this already.')
}

async function rowOf(db: Db, pair_id: string): Promise<Row> {
  return (
    (await one<Row>(db, sql`select ${columns} from customers.pair p where p.pair_id = ${pair_id}`)) ??
    refuse('customers.no_pair', 404, 'この組は見つかりません。', 'There is no such pair.')
  )
}

async function beside(tx: Tx, found: readonly Row[]): Promise<Beside[]> {
  const people = await openAll(tx, [...new Set(found.flatMap((row) => [row.profile_id, row.other_profile_id]))])
  const known = new Map(people.map((person) => [person.profile_id, person]))
  return found.map(({ profile_id, other_profile_id, ...pair }) => ({
    ...pair,
    people: elderFirst([profile_id, other_profile_id].flatMap((one) => known.get(one) ?? [])),
  }))
}

const rank = { member: 0, guest: 1, visitor: 2 }
function elderFirst(people: Person[]): Person[] {
  return people.sort((a, b) => rank[a.kind] - rank[b.kind] || a.registered_at.localeCompare(b.registered_at))
}
