/**
 * What follows from a batch for whom people are: a browser's history becomes hers who signed in on it first, by the time of her
 * events; a second person makes the browser a shared one, and moves nothing. Every step can be made again.
 */
import { system } from '#core/actor'
import { one, type Pool, run, sql, type Tx, transaction } from '#core/database'
import { Problem } from '#core/problem'
import { customerOf, merge, unmerge } from '#customers/customers'
import { note } from './meetings.ts'
import type { Claim, Union } from './resolve.ts'

type Kept = { claimed_by: string; claimed_at: string; merge_id: string | null; shared: boolean }

/** Settle one sign-in on a browser. */
export async function settle(db: Pool, claim: Claim): Promise<void> {
  const settled = await attempt(() => transaction(db, system, (tx) => decide(tx, claim)))
  // The records stand in the way (merged by hand, or two people with addresses of their own): then it is nobody's alone.
  if (!settled)
    await transaction(db, system, (tx) => keep(tx, claim, { ...asClaimed(claim), merge_id: null, shared: true }))
}

/** Make one of two records that bear the same number; where each has an address of its own they stay two, until somebody looks. */
export async function unite(db: Pool, { keep, join }: Union): Promise<void> {
  const united = await attempt(() =>
    transaction(db, system, (tx) =>
      merge(tx, system, { keep, join, reason: 'collection: same number', automatic: true }),
    ),
  )
  if (!united) await note(db, [{ a: keep, b: join, by: ['external_id'] }])
}

async function decide(tx: Tx, claim: Claim): Promise<void> {
  const { profile_id, claimed_by, at } = claim
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`collection.claim ${profile_id}`}, 0))`)
  const known = await one<Kept>(
    tx,
    sql`select claimed_by, claimed_at, merge_id, shared from collection.claim where profile_id = ${profile_id}`,
  )
  if (!known) return take(tx, claim, false)
  const hers = await customerOf(tx, known.claimed_by)
  const now = await customerOf(tx, claimed_by)
  const earlier = at < known.claimed_at
  if (hers === now) return keep(tx, claim, { ...known, claimed_by, claimed_at: earlier ? at : known.claimed_at })
  if (!earlier) return keep(tx, claim, { ...known, shared: true })
  if (known.merge_id) await unmerge(tx, system, known.merge_id)
  return take(tx, claim, true)
}

async function take(tx: Tx, claim: Claim, shared: boolean): Promise<void> {
  const history = await customerOf(tx, claim.profile_id)
  const person = await customerOf(tx, claim.claimed_by)
  if (history === person) return keep(tx, claim, { ...asClaimed(claim), merge_id: null, shared })
  // Somebody was joined to this history by hand: it is a person's already.
  if (history !== claim.profile_id)
    return keep(tx, claim, { ...asClaimed(claim), claimed_by: history, merge_id: null, shared: true })
  const joined = { keep: claim.claimed_by, join: claim.profile_id, reason: 'collection: signed in', automatic: true }
  const { merge_id } = await merge(tx, system, joined)
  return keep(tx, claim, { ...asClaimed(claim), merge_id, shared })
}

function asClaimed({ claimed_by, at }: Claim): Pick<Kept, 'claimed_by' | 'claimed_at'> {
  return { claimed_by, claimed_at: at }
}

async function keep(tx: Tx, { profile_id }: Claim, kept: Kept): Promise<void> {
  await run(
    tx,
    sql`insert into collection.claim (profile_id, claimed_by, claimed_at, merge_id, shared)
        values (${profile_id}, ${kept.claimed_by}, ${kept.claimed_at}, ${kept.merge_id}, ${kept.shared})
        on conflict (profile_id) do update set claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at,
          merge_id = excluded.merge_id, shared = excluded.shared`,
  )
}

/** False when it was refused for what stands there already. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('customers.')) return false
    throw error
  }
}
