import { needPlace } from '#access/access'
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { type Db, rows, sql, type Tx } from '#core/database'
import { hashId, id, noOne } from '#core/id'
import { knownGoods, type Line, moveAll, stockPlace } from '#inventory/goods'

/** Why goods left (or turned up) without a sale. */
export const reasons = [
  'damaged',
  'expired',
  'stolen',
  'lost',
  'sample',
  'own_use',
  'display',
  'supplier_return',
  'found',
] as const
export type Reason = (typeof reasons)[number]

/** Write goods off by reason (`found`: in); all lines or none. Refuses 409 `inventory.not_there` more than there is. */
export async function adjust(
  tx: Tx,
  actor: Actor,
  change: { place_id: string; reason: Reason; lines: Line[] },
): Promise<{ adjustment_id: string; lines: number }> {
  const { place_id, reason, lines } = change
  needPlace(actor, place_id)
  await stockPlace(tx, place_id, 'place_id', true)
  await knownGoods(tx, lines)
  const adjustment_id = id()
  const found = reason === 'found'
  await moveAll(
    tx,
    actor,
    lines.map(({ variant_id, quantity }) => ({
      movement_id: hashId('adjustment', adjustment_id, variant_id),
      place_id,
      variant_id,
      quantity: found ? quantity : -quantity,
      kind: found ? ('found' as const) : ('loss' as const),
      source_kind: 'adjustment',
      source_id: adjustment_id,
      reason,
    })),
  )
  await emit(tx, {
    type: 'stock.adjusted',
    profile_id: noOne,
    source: 'inventory',
    message_id: `stock.adjusted:${adjustment_id}`,
    place_id,
    subject_kind: 'adjustment',
    subject_id: adjustment_id,
    actor,
    payload: { reason, lines: lines.length, pieces: lines.reduce((sum, line) => sum + line.quantity, 0) },
  })
  return { adjustment_id, lines: lines.length }
}

export type Shrinkage = { place_id: string; reason: string; pieces_out: number; pieces_in: number }

/** Pieces that left or turned up without a sale, per place and reason, in [from, to): counts, write-offs, and what was lost on the way (at the place that should have got it). */
export function shrinkage(
  db: Db,
  want: { place_ids?: string[] | undefined; from: string; to: string },
): Promise<Shrinkage[]> {
  const { place_ids = null, from, to } = want
  return rows<Shrinkage>(
    db,
    sql`select place_id, reason, coalesce(sum(-quantity) filter (where quantity < 0), 0)::integer as pieces_out,
          coalesce(sum(quantity) filter (where quantity > 0), 0)::integer as pieces_in
        from (
          select m.place_id, coalesce(m.reason, case m.kind when 'count' then 'counted' else 'unexplained' end) as reason, m.quantity
            from inventory.movement m where m.kind = any ('{count,loss,found}') and m.moved_at >= ${from} and m.moved_at < ${to}
          union all
          select t.to_place_id, 'transit_' || d.reason, d.quantity
            from inventory.transfer_difference d join inventory.transfer t using (transfer_id)
            where d.reason = any ('{lost,damaged}') and d.explained_at >= ${from} and d.explained_at < ${to}) x
        where ${place_ids}::uuid[] is null or place_id = any (${place_ids}::uuid[])
        group by 1, 2 order by 1, 3 desc, 2`,
  )
}
