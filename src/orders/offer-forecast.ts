/**
 * What an offer would have done to the baskets of the last four weeks: each priced with and without it, by the same engine that prices
 * tomorrow's. Changes nothing, and tells of no person. Who would have needed a coupon is taken to have shown it: the most it may cost.
 */
import { type Sellable, sellables, taxRules } from '#catalog/catalog'
import { system } from '#core/actor'
import { only, type Pool, rows, sql, transaction } from '#core/database'
import { id } from '#core/id'
import { clock, local } from '#core/time'
import { membersAmong } from '#customers/customers'
import { programme } from '#loyalty/loyalty'
import { goodsOf } from '#orders/offered'
import { currentTerms } from '#orders/terms'
import type { Refusal, Situation } from '#pricing/offer'
import { type OfferSet, readyOffers } from '#pricing/offer-set'
import { type OfferedQuote, quoteWithOffers, refusedOffers, type Wanted } from '#pricing/offers'
import { asOffers, liveOffers, type OfferBody } from '#promotions/promotions'
import { places } from '#stores/stores'

const days = 28
const shown_baskets = 12

type Line = { variant_id: string | null; quantity: number; unit_yen: number; name: string; tax_category: string }
type Past = {
  profile_id: string
  placed_at: string
  place_id: string
  channel: string
  way: string
  supply_mode: string
  business_date: string
  first_order: boolean
  lines: Line[]
}
export type TriedBasket = {
  date: string
  place_id: string
  channel: string
  way: string
  member: boolean
  goods: string[]
  pieces: number
  without_yen: number
  with_yen: number
  points: number
  why: Refusal['why'] | null
}
export type Forecast = {
  days: number
  /** Orders of these days, and how many of them, the newest, were priced again. */
  orders: number
  tried: number
  given: number
  saved_yen: number
  points: number
  /** What the same days would cost again, points as yen; null when there was no order. */
  cost_yen: number | null
  /** After so many days the budget or the cap would be used up; null when it would not within a year. */
  lasts_days: number | null
  excluded: { why: Refusal['why']; baskets: number }[]
  baskets: TriedBasket[]
}

/** Price the newest `most` orders of the last four weeks with and without an offer, as if it had been live then. */
export async function forecast(db: Pool, body: OfferBody, most: number): Promise<Forecast> {
  const { orders, past } = await pastOrders(db, most)
  const live = await liveOffers(db)
  const offer_id = id()
  // Its own period lies ahead; what it would have done is asked of days gone by.
  const [draft] = await asOffers(db, [
    {
      ...body,
      offer_id,
      name_en: body.name_en ?? null,
      starts_at: null,
      ends_at: null,
      member_cap: body.member_cap ?? null,
    },
  ])
  if (!draft) throw new Error('one offer made none')
  const usual = live.set.offers.map(({ offer }) => offer)
  const [without, with_it] = [readyOffers(usual), readyOffers([...usual, draft])]
  const rates = await taxRules(db)
  const points_rule = await programme(db)
  const { points_as, rounding } = await currentTerms(db)
  const zones = new Map((await places(db)).map(({ place_id, time_zone }) => [place_id, time_zone]))
  const variant_ids = [...new Set(past.flatMap(({ lines }) => lines.flatMap(({ variant_id }) => variant_id ?? [])))]
  const goods = await sellables(db, { variant_ids })
  const profile_ids = past.map(({ profile_id }) => profile_id)
  const members = new Set((await membersAmong(db, profile_ids)).flat())
  const uses = new Map<string, number>()
  const baskets: TriedBasket[] = []
  for (const order of past) {
    const member = members.has(order.profile_id)
    const used = uses.get(order.profile_id) ?? 0
    const situation: Situation = {
      ...momentOf(order, zones.get(order.place_id)),
      member,
      first_order: member && order.first_order,
      coupons: [offer_id],
      closed: body.member_cap && used >= body.member_cap ? { [offer_id]: 'member_cap' } : {},
    }
    const wants = wantsOf(order, goods)
    const options = { date: order.business_date, rounding, points_as, points_rule: member ? points_rule : null }
    const priced = (set: OfferSet): OfferedQuote => quoteWithOffers(wants, rates, options, set, situation)
    const [before, after] = [priced(without), priced(with_it)]
    const given = after.offers.some(({ offer }) => offer === draft)
    if (given) uses.set(order.profile_id, used + 1)
    const refused = given ? undefined : refusedOffers(wants, rates, options, with_it, situation, after.offers)
    baskets.push({
      date: situation.date,
      place_id: order.place_id,
      channel: order.channel,
      way: order.way,
      member,
      goods: order.lines.filter(({ variant_id }) => variant_id).map(({ name }) => name),
      pieces: order.lines.reduce((all, { variant_id, quantity }) => all + (variant_id ? quantity : 0), 0),
      without_yen: before.total_yen,
      with_yen: after.total_yen,
      points: after.points_earned - before.points_earned,
      why: refused?.find(({ offer }) => offer === draft)?.why ?? null,
    })
  }
  return summed(baskets.reverse(), orders, body)
}

function summed(baskets: readonly TriedBasket[], orders: number, { budget_yen, use_cap }: OfferBody): Forecast {
  const given = baskets.filter(({ why }) => why === null)
  const saved_yen = given.reduce((all, { without_yen, with_yen }) => all + without_yen - with_yen, 0)
  const points = given.reduce((all, basket) => all + Math.max(basket.points, 0), 0)
  const scaled = (value: number) => Math.round((value * orders) / Math.max(baskets.length, 1))
  const cost_yen = baskets.length > 0 ? Math.max(0, scaled(saved_yen + points)) : null
  const reach = (most: number | null | undefined, in_days: number) =>
    most && in_days > 0 ? Math.floor((most * days) / in_days) : 366
  const lasts = Math.min(reach(budget_yen, scaled(saved_yen)), reach(use_cap, scaled(given.length)))
  const why = Map.groupBy(
    baskets.filter((basket) => basket.why !== null),
    (basket) => basket.why as Refusal['why'],
  )
  return {
    days,
    orders,
    tried: baskets.length,
    given: given.length,
    saved_yen,
    points,
    cost_yen,
    lasts_days: lasts > 365 ? null : lasts,
    excluded: [...why].map(([one, list]) => ({ why: one, baskets: list.length })).sort((a, b) => b.baskets - a.baskets),
    baskets: [...given.slice(0, shown_baskets - 4), ...baskets.filter((basket) => basket.why !== null)].slice(
      0,
      shown_baskets,
    ),
  }
}

function momentOf(order: Past, time_zone = 'Asia/Tokyo') {
  const { date, time } = local(new Date(order.placed_at), time_zone)
  return {
    at: order.placed_at,
    date,
    time: time.slice(0, 5),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    place_id: order.place_id,
    channel: order.channel,
    way: order.way,
    tier: null,
    segments: [],
    visiting: false,
    weather: null,
  }
}

// At the price that stood on the receipt, tax included, before anything was taken off.
function wantsOf({ lines, supply_mode }: Past, goods: ReadonlyMap<string, Sellable>): Wanted[] {
  return lines.map(({ variant_id, quantity, unit_yen, tax_category }, at): Wanted => {
    const item = variant_id ? goods.get(variant_id) : undefined
    return {
      id: String(at),
      unit_yen,
      tax_included: true,
      quantity,
      category: tax_category,
      supply_mode,
      goods: item ? goodsOf(item) : null,
      delivery: variant_id === null,
    }
  })
}

// What companies and marketplaces agreed to is theirs, and a gift card is worth what it is worth; no offer touches them.
async function pastOrders(db: Pool, most: number): Promise<{ orders: number; past: Past[] }> {
  const since = new Date(clock.ms() - days * 86_400_000).toISOString()
  const counted = sql`from orders."order" o where o.placed_at >= ${since} and o.placed_at <= ${clock.iso()} and o.state <> 'cancelled' and not o.imported
    and o.channel not in ('marketplace', 'import') and o.way <> 'gift_card' and not exists (select from orders.payment p where p.profile_id = o.profile_id
      and p.order_id = o.order_id and p.method = 'account')`
  return transaction(db, system, async (tx) => {
    const { orders } = await only<{ orders: number }>(tx, sql`select count(*)::integer as orders ${counted}`)
    const past = await rows<Past>(
      tx,
      sql`select o.profile_id, o.placed_at, o.place_id, o.channel, o.way, o.supply_mode, o.business_date::text as business_date,
            not exists (select from orders."order" e where e.profile_id = o.profile_id and e.placed_at < o.placed_at and e.state <> 'cancelled' and e.items_yen > 0) as first_order,
            (select json_agg(json_build_object('variant_id', l.variant_id, 'quantity', l.quantity, 'unit_yen', l.unit_yen, 'name', l.name,
                'tax_category', l.tax_category) order by l.line_no)
              from orders.line l where l.profile_id = o.profile_id and l.order_id = o.order_id) as lines
          ${counted} order by o.placed_at desc limit ${most}`,
    )
    return { orders, past: past.filter(({ lines }) => lines !== null).reverse() }
  })
}
