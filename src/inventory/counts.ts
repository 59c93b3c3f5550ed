/** Counts brought in by the list, and taken back. */
import type { Actor } from '#core/actor'
import { type Db, rows, sql } from '#core/database'
import { clock } from '#core/time'

export type Counted = { movement_id: string; place_id: string; variant_id: string; counted: number }
type Source = { kind: string; id: string }

/** Record what counts found; returns the movements that were needed. The same movement again changes nothing. */
export async function countMany(db: Db, actor: Actor, source: Source, list: readonly Counted[]): Promise<string[]> {
  if (list.length === 0) return []
  const moved = await rows<{ movement_id: string }>(
    db,
    sql`select count_many as movement_id from inventory.count_many(${JSON.stringify(list)}::jsonb, ${source.kind}, ${source.id}, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  return moved.map(({ movement_id }) => movement_id)
}

/** Take counts back by the opposite movements; says of each why it was kept, null when it was taken back. */
export async function uncountMany(
  db: Db,
  actor: Actor,
  source: Source,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const told = await rows<{ movement_id: string; kept: string | null }>(
    db,
    sql`select movement_id, kept from inventory.uncount_many(${ids}::uuid[], ${source.kind}, ${source.id}, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  return new Map(told.map(({ movement_id, kept }) => [movement_id, kept]))
}

/** Which of these goods have ever lain or moved anywhere. */
export async function movedAmong(db: Db, variant_ids: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ variant_id: string }>(
    db,
    sql`select distinct variant_id from inventory.movement where variant_id = any (${variant_ids}::uuid[])`,
  )
  return new Set(found.map(({ variant_id }) => variant_id))
}
