/** Takes back orders that were brought in by mistake. */
import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { rows, sql, type Tx } from '#core/database'
import { clock } from '#core/time'

/** Cancel imported orders and reverse their points; says of each why it was kept, null when it was taken back. */
export async function unbookMany(
  tx: Tx,
  actor: Actor,
  list: readonly { profile_id: string; order_id: string }[],
): Promise<Map<string, string | null>> {
  const told = await rows<{ order_id: string; kept: string | null }>(
    tx,
    sql`select order_id, kept from orders.unbook_many(${JSON.stringify(list)}::jsonb, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  const kept = new Map(told.map((one) => [one.order_id, one.kept]))
  await emitAll(
    tx,
    list
      .filter(({ order_id }) => kept.get(order_id) === null)
      .map(({ profile_id, order_id }) => ({
        type: 'order.cancelled',
        profile_id,
        source: 'orders',
        message_id: `${order_id} unbooked`,
        subject_kind: 'order',
        subject_id: order_id,
        version: 2,
        actor,
        payload: { reason: 'import_undone' },
        quiet: true,
      })),
  )
  return kept
}

/** Which of these people have orders that stand. */
export async function buyersAmong(tx: Tx, profile_ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ profile_id: string }>(
    tx,
    sql`select distinct profile_id from orders."order" where profile_id = any (${profile_ids}::uuid[]) and cancel_reason is distinct from 'import_undone'`,
  )
  return new Set(found.map(({ profile_id }) => profile_id))
}

/** Which of these goods stand on an order. */
export async function soldAmong(tx: Tx, variant_ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ variant_id: string }>(
    tx,
    sql`select distinct variant_id from orders.line where variant_id = any (${variant_ids}::uuid[])`,
  )
  return new Set(found.map(({ variant_id }) => variant_id))
}
