import type { Discount } from '#pricing/discount'
import type { Situation } from '#pricing/offer'
import { type OfferSet, readyOffers } from '#pricing/offer-set'
import { type OfferedQuote, quoteWithOffers, type RefusedOffer, refusedOffers, type Wanted } from '#pricing/offers'
import { ruleOfTier } from '#pricing/points'
import { priceAt } from '#pricing/price'
import type { QuotedLine } from '#pricing/receipt'
import { rateFor, ruleFor, shownYen } from '#pricing/tax'
import { calendarDay, time } from '../../kit/format.ts'
import type { OrderSettings, TaxRule, TillOffer } from '../../kit/shapes.ts'
import type { SaleLine } from '../sale/shapes.ts'
import type { Good } from './shapes.ts'

/** By what a sale is priced: the same data the house prices by, as this device last knew it. */
export type Terms = {
  rules: readonly TaxRule[]
  settings: OrderSettings
  zone: string
  place_id: string
  /** What this till gives: by itself, and for the coupons that were shown. */
  offers: readonly TillOffer[]
  supply_mode: string
  way: 'carry' | 'gift'
  /** Where the member stands, as far as the house could be asked. */
  tier?: Tier | null
}
export type Tier = { key: string; times_num: number; times_den: number }
export type Priced = Omit<OfferedQuote, 'lines'> & {
  lines: (QuotedLine & { reduced: boolean })[]
  /** Why each of the other offers was not given. */
  refused: () => RefusedOffer[]
}

/** The sale's money by the house's own arithmetic, here in the browser: the same to the yen as the server will say. */
export function priced(
  lines: readonly SaleLine[],
  { rules, settings, zone, place_id, offers, supply_mode, way, tier = null }: Terms,
  at: string,
  paying: { points_yen: number; member: boolean },
  discounts: readonly Discount[] = [],
): Priced {
  const date = calendarDay(at, zone)
  const wants = lines.map(({ variant_id, quantity, good }): Wanted => {
    const price = priceAt(good.prices, at, 'till')
    if (!price) throw new RangeError(`lines: ${variant_id} is not on sale`)
    const { yen, tax_included } = price
    // A device may still keep goods of an older house, without their tags.
    const { product_id, brand_id = null, category_id, tags = [] } = good
    const goods = { variant_id, product_id, brand_id, category_id, tags }
    return { id: variant_id, unit_yen: yen, tax_included, quantity, category: good.tax_category, supply_mode, goods }
  })
  const { points_as, rounding } = settings.terms
  const options = {
    date,
    rounding,
    discounts,
    points_as,
    points_yen: paying.points_yen,
    points_rule: paying.member ? ruleOfTier(settings.points, tier) : null,
  }
  const set = readied(offers)
  const situation: Situation = {
    at,
    date,
    time: time(at, zone).padStart(5, '0'),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    place_id,
    channel: 'till',
    way,
    member: paying.member,
    tier: tier?.key ?? null,
    segments: [],
    first_order: false,
    visiting: false,
    weather: null,
    // An offer for which a coupon is needed is among them only when one was shown.
    coupons: offers.flatMap(({ offer_id, conditions }) => (conditions.coupon ? offer_id : [])),
    closed: {},
  }
  const result = quoteWithOffers(wants, rules, options, set, situation)
  return {
    ...result,
    refused: () => refusedOffers(wants, rules, options, set, situation, result.offers),
    lines: result.lines.map((line, at_line) => ({
      ...line,
      reduced: ruleFor(rules, wants[at_line]?.category ?? '', supply_mode, date)?.reduced ?? false,
    })),
  }
}

const sets = new WeakMap<readonly TillOffer[], OfferSet>()
function readied(offers: readonly TillOffer[]): OfferSet {
  const set = sets.get(offers) ?? readyOffers(offers)
  sets.set(offers, set)
  return set
}

/** What one piece costs on the shelf now; null while it is not on sale. */
export function shelfYen(good: Good, { rules, settings, zone, supply_mode }: Terms, at: string): number | null {
  const price = priceAt(good.prices, at, 'till')
  if (!price) return null
  const rate = rateFor(rules, good.tax_category, supply_mode, calendarDay(at, zone))
  return shownYen(price.yen, price.tax_included, rate, settings.terms.rounding)
}
