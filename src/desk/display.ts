import { type Db, one, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { list } from './list.ts'

const shown_goods = 12
const hours_called = 18
const days_chosen = 14
// Fewer buyers of a kind of goods could be pointed at.
const least_buyers = 5

type Called = { number: number; state: string; called_at: string }

/**
 * What the screen in a shop shows everybody: numbers called and in the making, goods that are here now (the newest first),
 * kinds of goods often chosen here. Never a name. Refuses 404 a place without a door for customers.
 */
export async function display(db: Db, place_id: string) {
  const place = await one<{ place_id: string; name: string; name_en: string | null; kind: string; active: boolean }>(
    db,
    sql`select place_id, name, name_en, kind, active from stores.place_card where place_id = ${place_id}`,
  )
  if (!place?.active || !['shop', 'popup', 'restaurant'].includes(place.kind))
    return refuse('desk.no_display', 404, 'この店舗の店頭表示はありません。', 'There is no display for this place.')
  const now = clock.ms()
  const ago = (ms: number) => new Date(now - ms).toISOString()
  const called = await rows<Called>(
    db,
    sql`select number, state, called_at from orders.called(${place_id}, ${ago(hours_called * 3_600_000)})`,
  )
  const chosen = await rows<{ category_id: string; name: string; name_en: string | null }>(
    db,
    sql`select category_id, name, name_en from desk.chosen_here(${place_id}, ${ago(days_chosen * 86_400_000)}, ${least_buyers})`,
  )
  const { items } = await list(db, { place_id, channel: 'ec', state: 'on_show', limit: 60 })
  const fresh = await rows<{ product_id: string; published_at: string | null }>(
    db,
    sql`select product_id, published_at from catalog.product_card where product_id = any (${items.map(({ product_id }) => product_id)}::uuid[])`,
  )
  const since = new Map(fresh.map((product) => [product.product_id, product.published_at ?? '']))
  const here = items.flatMap((item) =>
    item.stock !== 'none' && item.price_yen !== null ? [{ ...item, price_yen: item.price_yen }] : [],
  )
  const goods = here
    .toSorted((a, b) => (since.get(b.product_id) ?? '').localeCompare(since.get(a.product_id) ?? ''))
    .slice(0, shown_goods)
    .map(({ product_id, name, name_en, category_id, picture_id, price_yen, reduced, stock, left }) => ({
      product_id,
      name,
      name_en,
      category_id,
      picture_id,
      price_yen,
      reduced,
      stock,
      left,
    }))
  return {
    place: { id: place.place_id, name: place.name, name_en: place.name_en },
    ready: called.filter(({ state }) => state === 'ready').map(({ number, called_at }) => ({ number, called_at })),
    making: called.filter(({ state }) => state !== 'ready').map(({ number }) => number),
    goods,
    chosen,
    as_of: clock.iso(),
  }
}
