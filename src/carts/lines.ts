import { reducedAt, type Sellable, sellables, type TaxRule, taxRules } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import type { Db, Tx } from '#core/database'
import { businessDate, clock } from '#core/time'
import { available } from '#inventory/inventory'
import { programme } from '#loyalty/loyalty'
import { priceAt } from '#pricing/price'
import { type QuotedLine, quote } from '#pricing/receipt'
import { laid } from '#promotions/promotions'
import { places } from '#stores/stores'
import type { Cart, CartLine } from './schemas.ts'

const many = 5

/** Whose cart: the profile that acts, and all profiles of that customer. */
export type Owner = { profile_id: string; profile_ids: readonly string[] }
export type Item = {
  variant_id: string
  quantity: number
  channel: string
  added_by_kind: string
  added_by_id: string | null
  added_at: string
  way: Way | null
  place_id: string | null
}
export type Way = 'ship' | 'collect' | 'order_ahead'
/** How a thing is to be received, and at which shop unless it is sent. */
export type Receive = { way: Way; place_id: string | null }
export type OpenCart = {
  profile_id: string
  cart_id: string
  version: number
  changed_at: string
  items: Item[]
  coupon_ids: string[]
}
/** Through which channel, and at which place the stock marks are read (none: over the places that ship EC orders). */
export type Looking = { channel: string; place_id?: string }

/** The channel through which somebody works on a cart: she herself on EC, a clerk at the till, an agent on the phone. */
export function channelOf(actor: Actor): string {
  if (actor.kind !== 'staff') return 'ec'
  return actor.role === 'agent' ? 'phone' : 'till'
}

/** A cart as it stands now: names, prices with tax, points to earn, stock marks. Prices and stock are not promised. */
export async function priced(tx: Tx, cart: OpenCart | undefined, owner: Owner, looking: Looking): Promise<Cart> {
  const now = clock.now()
  const items = cart?.items ?? []
  const ids = items.map((item) => item.variant_id)
  const goods = ids.length ? await sellables(tx, { variant_ids: ids }) : new Map<string, Sellable>()
  const left = await leftOf(tx, items, looking.place_id)
  const rules = await taxRules(tx)
  const date = businessDate(now)
  const points_rule = await programme(tx)
  const quoted = quote(wantsOf(items, goods, now, looking.channel), rules, { date, points_rule })
  const quotes = new Map(quoted.lines.map((line) => [line.id, line]))
  const lines = items.map((item) => {
    const good = goods.get(item.variant_id)
    return lineOf(
      item,
      good,
      quotes.get(item.variant_id),
      left.get(item.variant_id) ?? 0,
      marked(good, rules, date, looking),
    )
  })
  return {
    cart_id: cart?.cart_id ?? null,
    profile_id: cart?.profile_id ?? owner.profile_id,
    version: cart?.version ?? 0,
    changed_at: cart?.changed_at ?? null,
    lines,
    pieces: items.reduce((sum, item) => sum + item.quantity, 0),
    total_yen: quoted.total_yen,
    taxes: quoted.taxes.map(({ rate_num, rate_den, taxable_yen, tax_yen }) => {
      const rate_percent = (rate_num * 100) / rate_den
      const reduced = lines.some((line) => line.sold && line.reduced && line.rate_percent === rate_percent)
      return { rate_percent, reduced, taxable_yen, tax_yen }
    }),
    points_to_earn: quoted.points_earned,
    coupons: await laid(tx, cart?.coupon_ids ?? [], owner.profile_ids),
    as_of: now.toISOString(),
  }
}

/** What can be sold now, as pricing wants it; the rest of the cart has no price. */
function wantsOf(items: readonly Item[], goods: Map<string, Sellable>, now: Date, channel: string) {
  const at = now.toISOString()
  return items.flatMap(({ variant_id, quantity }) => {
    const good = goods.get(variant_id)
    const price = good && !good.withdrawn ? priceAt(good.prices, at, channel) : undefined
    if (!good || !price) return []
    const { yen: unit_yen, tax_included } = price
    return [
      { id: variant_id, unit_yen, tax_included, quantity, category: good.tax_category, supply_mode: modeOf(channel) },
    ]
  })
}

// How the goods will leave is decided at the order; until then as is usual for the channel, so that shelf, cart and order agree.
function modeOf(channel: string): string {
  return channel === 'till' ? 'take_away' : 'delivery'
}

function marked(good: Sellable | undefined, rules: readonly TaxRule[], date: string, { channel }: Looking): boolean {
  return good !== undefined && reducedAt(rules, good.tax_category, modeOf(channel), date)
}

function lineOf(
  item: Item,
  good: Sellable | undefined,
  quoted: QuotedLine | undefined,
  left: number,
  reduced: boolean,
): CartLine {
  const stock = left >= many ? 'many' : left > 0 ? 'few' : 'none'
  return {
    variant_id: item.variant_id,
    product_id: good?.product_id ?? null,
    gtin: good?.gtin ?? null,
    name: good?.name ?? '取り扱いを終えた商品',
    name_en: good ? good.name_en : 'No longer sold',
    options: good?.options ?? {},
    picture_id: good?.picture_id ?? null,
    quantity: item.quantity,
    sold: quoted !== undefined,
    unit_yen: quoted?.shown_unit_yen ?? 0,
    amount_yen: quoted?.total_yen ?? 0,
    rate_percent: quoted ? (quoted.rate_num * 100) / quoted.rate_den : 0,
    reduced,
    stock,
    left: stock === 'few' ? left : null,
    channel: item.channel,
    added_by: item.added_by_kind === 'staff' ? 'staff' : 'customer',
    added_at: item.added_at,
    way: item.way,
    place_id: item.place_id,
  }
}

/** What may be promised of each line, where it is to be received: at its own shop, else where the cart is looked at. */
async function leftOf(db: Db, items: readonly Item[], place_id: string | undefined): Promise<Map<string, number>> {
  const left = new Map<string, number>()
  for (const [at, group] of Map.groupBy(items, (item) =>
    item.way === 'ship' ? '' : (item.place_id ?? place_id ?? ''),
  )) {
    const ids = group.map((item) => item.variant_id)
    for (const [variant_id, available] of await stockOf(db, ids, at || undefined)) left.set(variant_id, available)
  }
  return left
}

/** What may be promised of each variant: at one place, or over the places that ship EC orders. */
async function stockOf(db: Db, variant_ids: string[], place_id: string | undefined): Promise<Map<string, number>> {
  const where = place_id
    ? [place_id]
    : (await places(db)).filter((place) => place.ships_ec).map((place) => place.place_id)
  const sums = new Map<string, number>()
  for (const stock of await available(db, variant_ids, where))
    sums.set(stock.variant_id, (sums.get(stock.variant_id) ?? 0) + stock.available)
  return sums
}
