import type { Actor } from '#core/actor'
import { type Db, only, run, sql } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'

export type Take = { variant_id: string; quantity: number }

/** Lines as `inventory.take` wants them: one per variant, in variant order, each with the id of its hold or movement. */
export function takeLines(wanted: readonly Take[]): (Take & { id: string })[] {
  const sums = new Map<string, number>()
  for (const { variant_id, quantity } of wanted) sums.set(variant_id, (sums.get(variant_id) ?? 0) + quantity)
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([variant_id, quantity]) => ({ variant_id, quantity, id: id() }))
}

/** Hold goods until `expires_at` (ISO, or null for no end), all or none; refuses with 409 `inventory.short`. */
export async function hold(
  db: Db,
  actor: Actor,
  want: { place_id: string; lines: Take[]; source_kind: string; source_id: string; expires_at: string | null },
): Promise<void> {
  const lines = JSON.stringify(takeLines(want.lines))
  await run(
    db,
    sql`select inventory.take(${want.place_id}, ${lines}::jsonb, 'reserve', ${want.source_kind}, ${want.source_id}, ${clock.iso()}, ${want.expires_at}, ${actor.kind}, ${actor.id})`,
  )
}

/** Give held goods back; a repeat does nothing. Returns the number of holds released. */
export async function release(db: Db, actor: Actor, source_id: string): Promise<number> {
  const row = await only<{ closed: number }>(
    db,
    sql`select inventory.close_holds(${source_id}, 'released', ${clock.iso()}, ${actor.kind}, ${actor.id}) as closed`,
  )
  return row.closed
}

/** Release holds whose time has come; part of the tick. */
export async function tick(db: Db, now: string): Promise<number> {
  const row = await only<{ released: number }>(db, sql`select inventory.release_expired(${now}, 500) as released`)
  return row.released
}
