import { dirty, emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { only, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'
import { customerOf, forgetProfiles } from './profiles.ts'
import './words.ts'

export type Merged = { merge_id: string; customer_id: string; profile_ids: string[] }

/**
 * Make two customers one: `join`'s profiles are re-pointed to `keep`'s customer (either may be named by any of its profiles).
 * Refuses 409 when they are one already, or, when automatic, each has a strong identifier of the same kind.
 */
export async function merge(
  tx: Tx,
  actor: Actor,
  want: { keep: string; join: string; reason: string; automatic?: boolean },
): Promise<Merged> {
  const merge_id = id()
  const customer_id = await customerOf(tx, want.keep)
  const joining = await customerOf(tx, want.join)
  const { moved } = await only<{ moved: string[] }>(
    tx,
    sql`select customers.join_customers(${merge_id}, ${customer_id}, ${joining}, ${want.reason}, ${want.automatic ?? false},
      ${actor.kind}, ${actor.id}, ${clock.iso()}) as moved`,
  )
  forgetProfiles(tx, [customer_id, ...moved])
  await news(tx, actor, 'customer.merged', customer_id, merge_id, moved)
  return { merge_id, customer_id, profile_ids: moved }
}

/** Take a merge back: its profiles return to the customer they came from. Refuses 409 while a later merge stands on it. */
export async function unmerge(tx: Tx, actor: Actor, merge_id: string): Promise<Merged> {
  const { moved } = await only<{ moved: string[] }>(
    tx,
    sql`select customers.part_customers(${merge_id}, ${actor.id}, ${clock.iso()}) as moved`,
  )
  // A card that came by this merge is its owner's own again, and may be linked anew.
  await run(
    tx,
    sql`update customers.old_card set linked_at = null, linked_profile_id = null, merge_id = null where merge_id = ${merge_id}`,
  )
  const customer_id = await customerOf(tx, moved[0] as string)
  forgetProfiles(tx, [customer_id, ...moved])
  // The news is of those who leave; whom they leave is somebody else by it as well.
  const { stays } = await only<{ stays: string }>(
    tx,
    sql`select to_customer_id as stays from customers.merge where merge_id = ${merge_id} limit 1`,
  )
  await dirty(tx, stays)
  await news(tx, actor, 'customer.unmerged', customer_id, merge_id, moved)
  return { merge_id, customer_id, profile_ids: moved }
}

async function news(
  tx: Tx,
  actor: Actor,
  type: string,
  profile_id: string,
  merge_id: string,
  moved: string[],
): Promise<void> {
  await emit(tx, {
    type,
    profile_id,
    source: 'customers',
    message_id: `${type} ${merge_id}`,
    subject_kind: 'merge',
    subject_id: merge_id,
    actor,
    payload: { merge_id, profile_ids: moved },
  })
}
