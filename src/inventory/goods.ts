import { needPlace } from '#access/access'
import { sellables } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { type Db, only, sql, type Tx } from '#core/database'
import { refuse, wording } from '#core/problem'
import { clock } from '#core/time'
import { type Place, place } from '#stores/stores'

export type Line = { variant_id: string; quantity: number }
/** One change of stock as `inventory.move_all` takes it. */
export type Move = Line & {
  movement_id: string
  place_id: string
  kind: 'opening' | 'receipt' | 'return' | 'loss' | 'found' | 'count' | 'transfer'
  source_kind: string
  source_id: string
  reason?: string
}

wording({
  'inventory.place_closed': {
    ja: 'この拠点は営業を終了しています。',
    en: 'This place has closed.',
  },
})

/** Move stock, all lines or none; a movement made before is passed over. Refuses with 409 `inventory.not_there`. */
export async function moveAll(db: Db, actor: Actor, moves: readonly Move[]): Promise<number> {
  if (moves.length === 0) return 0
  const row = await only<{ moved: number }>(
    db,
    sql`select inventory.move_all(${JSON.stringify(moves)}::jsonb, ${clock.iso()}, ${actor.kind}, ${actor.id}) as moved`,
  )
  return row.moved
}

/** A place that keeps stock of ours; refuses one that is not there, a dealer, and (unless `closed` is fine) a closed one. */
export async function stockPlace(db: Db, place_id: string, field = 'place_id', closed = false): Promise<Place> {
  const found = await place(db, place_id)
  if (found.kind === 'dealer')
    refuse('inventory.no_stock_here', 422, 'この拠点は在庫を持ちません。', 'This place keeps none of our stock.', {
      field,
    })
  if (!found.active && !closed)
    refuse('inventory.place_closed', 422, 'この拠点は営業を終了しています。', 'This place has closed.', { field })
  return found
}

/** Refuse (422) goods nobody knows and lines that repeat: a mistyped id must not become stock that nobody can see or sell. */
export async function knownGoods(tx: Tx, lines: readonly { variant_id: string }[]): Promise<void> {
  if (new Set(lines.map(({ variant_id }) => variant_id)).size < lines.length)
    refuse('inventory.repeated_line', 422, '同じ商品が2回入っています。', 'The same variant appears twice.', {
      field: 'lines',
    })
  const goods = await sellables(tx, { variant_ids: lines.map(({ variant_id }) => variant_id) })
  const missing = lines.find(({ variant_id }) => !goods.has(variant_id))
  if (missing)
    refuse('inventory.no_variant', 422, 'この商品は登録されていません。', 'There is no such variant.', {
      field: 'variant_id',
      variant_id: missing.variant_id,
    })
}

/** Refuse (403) an actor who works for neither of two places. */
export function needEither(actor: Actor, one: string, other: string): void {
  if (!actor.place_ids?.includes(one)) needPlace(actor, other)
}

/** In variant order, as every change of stock takes its rows. */
export const inOrder = <L extends { variant_id: string }>(lines: readonly L[]): L[] =>
  [...lines].sort((a, b) => (a.variant_id < b.variant_id ? -1 : 1))
