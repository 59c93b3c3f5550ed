/** An imported basket as the order it was: prices, tax and points as of its day. */

import type { Db } from '#core/database'
import { hashId } from '#core/id'
import type { BasketLine } from '#integrations/baskets'
import { keyOf } from '#integrations/keys'
import type { Plan } from '#integrations/map'
import type { Goods, Ready } from '#integrations/purchase-look'
import { expiryOf, programme } from '#loyalty/loyalty'
import type { PastLine, PastOrder } from '#orders/orders'
import { pointsFor } from '#pricing/points'

/** Compose the order; `owner` is null for a walk-in, who earns no points. */
export async function past(
  db: Db,
  plan: Plan<'purchases'>,
  { basket, place, date, goods }: Ready,
  owner: string | null,
  started_at: string,
): Promise<PastOrder> {
  const { source, section } = plan
  if (!place) throw new Error(`place ${basket.place} was not opened before its orders`)
  const way = section.way ?? 'carry'
  const lines = basket.lines.map((line, at) => pastLine(line, goods[at] as Goods))
  const total_yen = lines.reduce((sum, line) => sum + line.amount_yen, 0)
  return {
    order_id: hashId(source, 'order', basket.key),
    number: `${section.number_prefix ?? `${source}-`}${basket.key}`,
    external_id: keyOf(source, basket.key),
    channel: section.channel ?? 'till',
    way,
    supply_mode: section.supply_mode ?? (way === 'ship' ? 'delivery' : 'take_away'),
    place_id: place.place_id,
    profile_id: owner,
    placed_at: basket.placed_at,
    business_date: date,
    lines,
    provider: source,
    points: owner && section.points ? await points(db, section.points, total_yen, basket.placed_at, started_at) : null,
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

type Rule = NonNullable<Plan<'purchases'>['section']['points']>
async function points(
  db: Db,
  rule: Rule,
  total_yen: number,
  placed_at: string,
  started_at: string,
): Promise<PastOrder['points']> {
  const days = rule.expiry_days ?? (await programme(db)).expiry_days
  const since = rule.expiry_from === 'purchase' ? placed_at : started_at
  return { amount: pointsFor(total_yen, 0, rule), expires_at: expiryOf(new Date(since), days) }
}
