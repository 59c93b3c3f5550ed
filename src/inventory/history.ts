import { type Db, rows, sql } from '#core/database'

export type Movement = {
  movement_id: string
  place_id: string
  quantity: number
  kind: string
  source_kind: string
  source_id: string
  moved_at: string
}

/** The latest movements of a variant, newest first. */
export function movements(db: Db, variant_id: string, place_id: string | null, limit: number): Promise<Movement[]> {
  return rows<Movement>(
    db,
    sql`select movement_id, place_id, quantity, kind, source_kind, source_id, moved_at from inventory.movement
        where variant_id = ${variant_id} and (${place_id}::uuid is null or place_id = ${place_id})
        order by moved_at desc, movement_id limit ${limit}`,
  )
}
