/** Baskets and offers for tests and for `engawa bench price`. */
import type { Conditions, Effect, Offer, Selector, Situation } from './offer.ts'
import type { Wanted } from './offers.ts'
import type { TaxRule } from './tax.ts'

const begin = { valid_from: '2019-10-01', valid_to: null }
export const rules: TaxRule[] = [
  { category: 'standard', supply_mode: '*', rate_num: 10, rate_den: 100, ...begin },
  { category: 'food', supply_mode: '*', rate_num: 8, rate_den: 100, ...begin },
]

/** A member at a shop's till on a Monday morning. */
export const monday: Situation = {
  at: '2026-11-23T01:30:00.000Z',
  date: '2026-11-23',
  time: '10:30',
  weekday: 1,
  place_id: 'shop',
  channel: 'till',
  way: 'carry',
  member: true,
  tier: null,
  segments: [],
  first_order: false,
  visiting: false,
  weather: null,
  coupons: [],
  closed: {},
}

/** Goods named by a word that carries brand, category and tag: 'oats' of brand 'b-oats'. */
export function wanted(id: string, name: string, unit_yen: number, quantity = 1, more: Partial<Wanted> = {}): Wanted {
  return {
    id,
    unit_yen,
    quantity,
    tax_included: true,
    category: 'standard',
    supply_mode: 'take_away',
    goods: {
      variant_id: name,
      product_id: `p-${name}`,
      brand_id: `b-${name}`,
      category_id: `c-${name}`,
      tags: [`t-${name}`],
    },
    ...more,
  }
}

export const deliveryFee = (yen: number): Wanted => {
  return { ...wanted('delivery', '', yen), goods: null, delivery: true }
}

export function offer(
  offer_id: string,
  effect: Effect,
  more: Partial<Offer> & { when?: Conditions; of?: Selector } = {},
): Offer {
  const { when = {}, of = {}, ...rest } = more
  return {
    offer_id,
    name: offer_id,
    name_en: null,
    priority: 0,
    group: null,
    exclusive: false,
    goods: of,
    conditions: when,
    effect,
    ...rest,
  }
}
