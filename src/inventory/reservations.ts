import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { policy } from '#inventory/policy'

/** Goods set aside: for an order, for a transfer, or for someone who will come. */
export type Reservation = {
  hold_id: string
  place_id: string
  variant_id: string
  quantity: number
  source_kind: string
  source_id: string
  held_at: string
  expires_at: string | null
}

/** What is set aside at these places (at all when none are named), the first to expire first. */
export function reservations(
  db: Db,
  want: {
    place_ids?: string[] | undefined
    variant_id?: string | undefined
    source_id?: string | undefined
    limit: number
  },
): Promise<Reservation[]> {
  const { place_ids = null, variant_id = null, source_id = null, limit } = want
  // Whose hold it is stays inside: a member's is shown as `hold`.
  return rows<Reservation>(
    db,
    sql`select hold_id, place_id, variant_id, quantity, split_part(source_kind, ':', 1) as source_kind, source_id, held_at, expires_at
        from inventory.hold where state = 'held' and (${place_ids}::uuid[] is null or place_id = any (${place_ids}::uuid[]))
          and (${variant_id}::uuid is null or variant_id = ${variant_id}) and (${source_id}::uuid is null or source_id = ${source_id})
        order by expires_at nulls last, held_at, hold_id limit ${limit}`,
  )
}

/** Whose hold this is, and where it lies; undefined when there is none. */
export function heldBy(db: Db, source_id: string): Promise<{ source_kind: string; place_id: string } | undefined> {
  return one(db, sql`select source_kind, place_id from inventory.hold where source_id = ${source_id} limit 1`)
}

/** Keep held goods longer, counted from now; refuses what has ended (409), and more than the policy allows (422). */
export async function extend(tx: Tx, _actor: Actor, source_id: string, minutes: number): Promise<string> {
  const { hold_minutes_most } = await policy(tx)
  if (minutes > hold_minutes_most)
    refuse('inventory.hold_too_long', 422, 'お取り置きの期間が長すぎます。', 'That is longer than goods are kept.', {
      field: 'minutes',
      at_most: hold_minutes_most,
    })
  const now = clock.iso()
  const expires_at = new Date(clock.ms() + minutes * 60_000).toISOString()
  const kept = await run(
    tx,
    sql`update inventory.hold set expires_at = ${expires_at} where source_id = ${source_id} and state = 'held' and (expires_at is null or expires_at > ${now})`,
  )
  if (kept === 0)
    refuse('inventory.hold_ended', 409, 'このお取り置きは終了しています。', 'This hold has ended.', {
      field: 'hold_id',
    })
  return expires_at
}
