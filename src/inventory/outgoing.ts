import { rows, sql } from '#core/database'
import { no_id, no_time, type Outgoing, type Row } from '#core/outgoing'

/** What may be taken out of this room. */
export const outgoing: readonly Outgoing[] = [
  {
    resource: 'stock',
    title: { ja: '在庫', en: 'Stock' },
    columns: { place_id: 'uuid', variant_id: 'uuid', on_hand: 'integer', reserved: 'integer', safety: 'integer' },
    key: ['place_id', 'variant_id'],
    first: [no_id, no_id],
    page: (db, [place, variant], limit) =>
      rows<Row>(
        db,
        sql`select place_id, variant_id, on_hand, reserved, safety from inventory.stock
            where (place_id, variant_id) > (${place}::uuid, ${variant}::uuid) order by place_id, variant_id limit ${limit}`,
      ),
  },
  {
    resource: 'movements',
    title: { ja: '入出庫', en: 'Stock movements' },
    columns: {
      movement_id: 'uuid',
      place_id: 'uuid',
      variant_id: 'uuid',
      quantity: 'integer',
      kind: 'text',
      source_kind: 'text',
      source_id: 'uuid',
      reason: 'text',
      moved_at: 'time',
    },
    key: ['moved_at', 'movement_id'],
    first: [no_time, no_id],
    page: (db, [at, id], limit) =>
      rows<Row>(
        db,
        sql`select movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, reason, moved_at from inventory.movement
            where (moved_at, movement_id) > (${at}::timestamptz, ${id}::uuid) order by moved_at, movement_id limit ${limit}`,
      ),
  },
]
