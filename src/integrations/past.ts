/** An imported basket as the order it was: prices, tax and points as of its day. */

import { hashId } from '#core/id'
import type { Basket, BasketLine } from '#integrations/baskets'
import { keyOf } from '#integrations/keys'
import type { Plan, Sale } from '#integrations/map'
import { type Goods, numberOf, type Ready, supplyMode } from '#integrations/purchase-look'
import { expiryOf, type Programme } from '#loyalty/loyalty'
import type { PastLine, PastOrder } from '#orders/orders'
import { pointsFor } from '#pricing/points'

/** Compose the order, its ids made under `salt`; `owner` is null for a walk-in, who earns no points. */
export function past(
  plan: Plan<Sale>,
  salt: string,
  { basket, place, date, goods }: Ready,
  owner: string | null,
  started_at: string,
  programme: Programme,
): PastOrder {
  const { source, section } = plan
  if (!place) throw new Error(`place ${basket.place} was not opened before its orders`)
  const way = basket.way ?? section.way ?? 'carry'
  const lines = basket.lines.map((line, at) => pastLine(line, goods[at] as Goods))
  const total_yen = lines.reduce((sum, line) => sum + line.amount_yen, 0)
  return {
    order_id: hashId(salt, 'order', basket.key),
    number: numberOf(plan, basket),
    external_id: keyOf(source, basket.key),
    channel: basket.channel ?? section.channel ?? 'till',
    way,
    supply_mode: supplyMode(plan, basket),
    place_id: place.place_id,
    profile_id: owner,
    placed_at: basket.placed_at,
    business_date: date,
    lines,
    provider: source,
    points: owner ? points(section.points, basket, total_yen, started_at, programme) : null,
  }
}

// The shelf price is not in the file, only what was paid and what was taken off. Three for ¥100 are three at ¥34 less ¥2.
function pastLine(line: BasketLine, { item, rule }: Goods): PastLine {
  const unit_yen = Math.ceil((line.amount_yen + line.discount_yen) / line.quantity)
  return {
    variant_id: item?.variant_id ?? null,
    gtin: item?.gtin ?? line.gtin ?? null,
    name: item?.name ?? line.name ?? line.product ?? line.gtin ?? '',
    quantity: line.quantity,
    unit_yen,
    discount_yen: unit_yen * line.quantity - line.amount_yen,
    amount_yen: line.amount_yen,
    tax_category: rule.category,
    rate_num: rule.rate_num,
    rate_den: rule.rate_den,
    reduced: rule.reduced,
  }
}

// What the other system granted; else what the map's rule would have.
function points(
  rule: Plan<Sale>['section']['points'],
  { points: granted, points_expire_at, placed_at }: Basket,
  total_yen: number,
  started_at: string,
  programme: Programme,
): PastOrder['points'] {
  const amount = granted ?? (rule ? pointsFor(total_yen, 0, rule) : 0)
  if (amount === 0) return null
  const since = rule?.expiry_from === 'import' ? started_at : placed_at
  return {
    amount,
    expires_at: points_expire_at ?? expiryOf(new Date(since), rule?.expiry_days ?? programme.expiry_days),
  }
}
