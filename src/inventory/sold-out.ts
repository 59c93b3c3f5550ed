/** When everybody wants what is gone, one look at the shelf answers all who wait: nothing oversells by refusing, and `take` decides. */
import { type Db, rows, sql } from '#core/database'
import { gathered } from '#core/gather'
import { kept } from '#core/kept'
import { Problem } from '#core/problem'
import type { Take } from '#inventory/holds'

/** Goods to be promised from one place, one line per variant. */
export type Wanted = { place_id: string; lines: readonly Take[] }

const keyOf = (place_id: string, variant_id: string) => `${place_id} ${variant_id}`
const refused = kept<true>({ ttl_ms: 2_000, max: 10_000 })

const left = gathered<number>(async (db, keys) => {
  const pairs = keys.map((key) => key.split(' ') as [string, string])
  const found = await rows<{ key: string; left: number }>(
    db,
    sql`select w.place_id || ' ' || w.variant_id as key, s.on_hand - s.reserved - s.safety as left
        from unnest(${pairs.map(([place_id]) => place_id)}::uuid[], ${pairs.map(([, variant_id]) => variant_id)}::uuid[]) as w(place_id, variant_id)
          join inventory.stock s on s.place_id = w.place_id and s.variant_id = w.variant_id`,
  )
  return new Map(found.map((row) => [row.key, row.left]))
})

/** Remember what `inventory.short` named: those who want it next look before they ask. */
export function rememberShort(error: unknown, { place_id }: Wanted): void {
  if (!(error instanceof Problem && error.code === 'inventory.short')) return
  const { short } = error.detail as { short?: { variant_id: string }[] }
  for (const { variant_id } of short ?? []) refused.set(keyOf(place_id, variant_id), true)
}

/** Whether any of these was short a moment ago: worth a look. Asks nobody. */
export function wasShort({ place_id, lines }: Wanted): boolean {
  return refused.size > 0 && lines.some(({ variant_id }) => refused.has(keyOf(place_id, variant_id)))
}

/** The refusal `inventory.take` would give now, or undefined; all who ask at the same time share one look, none older than their asking. */
export async function shortNow(db: Db, { place_id, lines }: Wanted): Promise<Problem | undefined> {
  const there = await left(
    db,
    lines.map(({ variant_id }) => keyOf(place_id, variant_id)),
  )
  const short = lines.flatMap(({ variant_id, quantity }) => {
    const available = Math.max(there.get(keyOf(place_id, variant_id)) ?? 0, 0)
    return available < quantity ? [{ variant_id, wanted: quantity, available }] : []
  })
  return short.length > 0 ? Problem.ofCode('inventory.short', 409, { place_id, field: 'lines', short }) : undefined
}
