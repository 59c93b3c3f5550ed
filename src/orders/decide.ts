import { type Ordering, wholesale } from '#business/business'
import { reducedAt, type Sellable, sellables, taxRules } from '#catalog/catalog'
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { businessDate, local } from '#core/time'
import { programme, tierOf } from '#loyalty/loyalty'
import type { Parts } from '#orders/allot'
import type { ByHand, DiscountView } from '#orders/discount-input'
import { asPriced } from '#orders/discounts'
import {
  type ForOffers,
  goodsOf,
  type Offering,
  offeringFor,
  offerViews,
  priceOffered,
  type Redeem,
  redeemsOf,
} from '#orders/offered'
import { currentTerms } from '#orders/terms'
import { isGtin, toGtin14 } from '#pricing/gtin'
import type { GivenOffer, RefusedOffer, Wanted } from '#pricing/offers'
import { ruleOfTier } from '#pricing/points'
import { priceAt } from '#pricing/price'
import { type Quote, quote } from '#pricing/receipt'
import { deliveryTerms, feeOf, type Place } from '#stores/stores'

/** 'hold' is no order yet: goods set aside to be paid for in the shop. */
export type Way = 'carry' | 'ship' | 'collect' | 'order_ahead' | 'gift' | 'gift_card' | 'hold'
export type Wish = {
  channel: string
  way: Way
  /** Where the goods come from; where it was sold, when a till sold what lies elsewhere. */
  place: Place
  /** Set when goods come from several places, or under a channel's own rule. */
  parts?: Parts | undefined
  /** It was planned over several places: another plan may do when this one comes too late. */
  planned?: boolean | undefined
  sold_at: Place | null
  /** Where a parcel goes, as far as it is known: decides what delivery costs. */
  prefecture: string | null
  supply_mode: string
  lines: {
    variant_id?: string
    gtin?: string
    quantity: number
    /** Exchanged for the same product: at what was paid then, tax included, whatever it costs today. */
    fixed?: { unit_yen: number; discount_yen: number }
  }[]
  /** Gift cards that are sold: then nothing else is. */
  gift_cards?: readonly { value_yen: number }[]
  points_used: number
  /** Whom offers are given to; without it none are (goods set aside, exchanged, or sold elsewhere). */
  offers?: ForOffers
  /** Taken off by hand. */
  discounts?: readonly ByHand[]
  /** A company orders: at its wholesale prices. */
  ordering?: Ordering
  /** It was given to her: hers, though it may have left the shelves since. */
  given?: boolean
  /** Prices that were agreed elsewhere, line by line: what a marketplace sold for. */
  agreed?: readonly Agreed[]
  /** Members earn and spend points; guests and walk-ins do not. */
  member: boolean
  /** All profiles of the member, whose tier gives her points and offers of its own. */
  profile_ids?: readonly string[]
}
export type Agreed = { yen: number; tax_included: boolean }
export type DecidedLine = {
  line_no: number
  variant_id: string | null
  gtin: string | null
  name: string
  quantity: number
  unit_yen: number
  tax_included: boolean
  discount_yen: number
  amount_yen: number
  tax_category: string
  rate_num: number
  rate_den: number
  reduced: boolean
  made: boolean
}
export type Decision = {
  lines: DecidedLine[]
  quote: Quote & { offers?: readonly GivenOffer[] }
  price_ids: string[]
  variant_ids: string[]
  business_date: string
  delivery_yen: number
  expiry_days: number
  /** What each discount by hand took of every line. */
  by_hand: number[][]
  /** Offers as given, what the order redeems of them, and why each of the others was not given. */
  offered: DiscountView[]
  redeems: Redeem[]
  offering: Offering | null
  refused: () => RefusedOffer[]
}

// What delivery costs is a line of its own, at its own rate.
const delivery = { variant_id: null, gtin: null, name: '送料', tax_category: 'shipping', made: false }
const deliveryLine = { tax_included: true, quantity: 1, category: delivery.tax_category, goods: null, delivery: true }

/** How goods leave decides the tax: eaten in, taken away, delivered. */
export function supplyMode(way: Way, asked?: string): string {
  return asked ?? (way === 'ship' || way === 'gift' ? 'delivery' : 'take_away')
}

/** The day that chooses the tax rate: the calendar's where the goods are supplied. A rate changes at midnight, not when a shop's day is closed. */
export function dateOfTax(at: Date, where: Place): string {
  return local(at, where.time_zone).date
}

/** Price a wish as of `now`: names, prices, tax and points as they would stand on the receipt. Writes nothing. */
export async function decide(db: Db, wish: Wish, now: Date): Promise<Decision> {
  const goods = await find(db, wish)
  const shop = wish.sold_at ?? wish.place
  const business_date = businessDate(now, shop.time_zone, shop.cutover)
  const rules = await taxRules(db)
  const points = await programme(db)
  const tier = wish.member ? await tierOf(db, wish.profile_ids ?? []) : null
  const { points_as, rounding } = await currentTerms(db)
  const at = now.toISOString()
  const agreed = wish.agreed ?? (wish.ordering && (await agreedWith(db, wish.ordering, goods, wish, at)))
  const priced = goods.map((item, at_line) => {
    const { quantity = 1, fixed } = wish.lines[at_line] ?? {}
    const price: Agreed & { price_id?: string } = fixed
      ? { yen: fixed.unit_yen, tax_included: true }
      : (agreed?.[at_line] ?? priceAt(item.prices, at, wish.channel) ?? notOnSale(at_line, item.variant_id))
    return { item, price, quantity, fixed }
  })
  const discounts = priced.flatMap(({ fixed }, at_line) =>
    fixed?.discount_yen ? [{ yen: fixed.discount_yen, line_ids: [String(at_line)] }] : [],
  )
  const by_hand = wish.discounts ?? []
  const goods_ids = priced.map((_, at_line) => String(at_line))
  const ordered_on = dateOfTax(now, wish.place)
  const { supply_mode } = wish
  const wants = priced.map(
    ({ item, price, quantity, fixed }, index): Wanted => ({
      id: String(index),
      unit_yen: price.yen,
      tax_included: price.tax_included,
      quantity,
      category: item.tax_category,
      supply_mode,
      // What is exchanged at what was paid for it is at its price already.
      goods: fixed ? null : goodsOf(item),
    }),
  )
  const offering = agreed ? null : await offeringFor(db, { ...wish, tier: tier?.key ?? null }, shop, now)
  let result: Decision['quote']
  let offers: Pick<Decision, 'offered' | 'redeems' | 'refused'> = { offered: [], redeems: [], refused: () => [] }
  let delivery_yen = 0
  try {
    // What a company or a marketplace agreed to is all they pay.
    if (wish.way === 'ship' && !agreed) {
      const goods_yen = quote(wants, rules, { date: ordered_on, rounding }).total_yen
      delivery_yen = feeOf(await deliveryTerms(db, ordered_on), wish.prefecture ?? '', goods_yen)
      if (delivery_yen > 0)
        wants.push({ ...deliveryLine, id: String(wants.length), unit_yen: delivery_yen, supply_mode })
    }
    const options = {
      date: ordered_on,
      rounding,
      discounts: [...discounts, ...asPriced(by_hand, goods_ids)],
      points_as,
      points_yen: wish.points_used,
      points_rule: wish.member ? ruleOfTier(points, tier) : null,
    }
    if (offering) {
      const { quote: priced_so, refused } = priceOffered(offering, wants, rules, options)
      offers = { offered: offerViews(priced_so.offers), redeems: redeemsOf(offering, priced_so.offers), refused }
      result = priced_so
    } else result = quote(wants, rules, options)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const field = error.message.split(':')[0] === 'points_yen' ? 'points_used' : 'lines'
    return refuse('orders.not_priced', 422, '金額を計算できませんでした。', 'The order could not be priced.', {
      field,
      reason: error.message,
    })
  }
  const lines = result.lines.map((line, index): DecidedLine => {
    const item = priced[index]?.item ?? delivery
    return {
      line_no: index + 1,
      variant_id: item.variant_id,
      gtin: item.gtin,
      name: item.name,
      quantity: line.quantity,
      unit_yen: line.shown_unit_yen,
      tax_included: line.tax_included,
      // Points being a discount, they are one like any other: unit × quantity − discount = amount.
      discount_yen: line.amount_yen - line.total_yen,
      amount_yen: line.total_yen,
      tax_category: item.tax_category,
      rate_num: line.rate_num,
      rate_den: line.rate_den,
      reduced: reducedAt(rules, item.tax_category, supply_mode, ordered_on),
      // Gifts take their own goods, each for itself.
      made: item.made || wish.way === 'gift',
    }
  })
  return {
    lines,
    quote: result,
    business_date,
    delivery_yen,
    expiry_days: points.expiry_days,
    offering,
    ...offers,
    by_hand: result.discount_parts.slice(discounts.length),
    price_ids: priced.flatMap(({ price }) => price.price_id ?? []),
    variant_ids: agreed ? [] : priced.flatMap(({ item, fixed }) => (fixed ? [] : item.variant_id)),
  }
}

async function agreedWith(
  db: Db,
  ordering: Ordering,
  goods: readonly Sellable[],
  wish: Wish,
  at: string,
): Promise<Agreed[]> {
  const lines = goods.map(({ variant_id }, index) => ({ variant_id, quantity: wish.lines[index]?.quantity ?? 1 }))
  return (await wholesale(db, ordering, lines, at)).map((yen) => ({ yen, tax_included: false }))
}

async function find(db: Db, wish: Wish): Promise<Sellable[]> {
  if (wish.lines.length === 0)
    refuse('orders.empty', 422, '商品がありません。', 'There is nothing to order.', { field: 'lines' })
  const known = await sellables(db, {
    variant_ids: wish.lines.flatMap((line) => line.variant_id ?? []),
    gtins: wish.lines.flatMap((line) => line.gtin ?? []),
  })
  // A scanner may send twelve digits where thirteen are printed: compared as GTIN-14 they are the same.
  const coded = wish.lines.some((line) => line.gtin) ? [...known.values()] : []
  const byGtin = new Map(
    coded.flatMap((item) => (item.gtin && isGtin(item.gtin) ? [[toGtin14(item.gtin), item] as const] : [])),
  )
  return wish.lines.map((line, at_line) => {
    const item = line.variant_id ? known.get(line.variant_id) : byGtin.get(toGtin14Of(line.gtin))
    if (!item || (item.withdrawn && !wish.given)) return notOnSale(at_line, line.variant_id ?? line.gtin)
    if (line.variant_id && line.gtin && toGtin14Of(line.gtin) !== toGtin14Of(item.gtin))
      refuse(
        'orders.two_goods',
        422,
        '商品IDとJANコードが一致しません。',
        'variant_id and gtin name different goods.',
        { field: `lines.${at_line}.gtin` },
      )
    return item
  })
}

function toGtin14Of(gtin: string | null | undefined): string {
  return gtin && isGtin(gtin) ? toGtin14(gtin) : ''
}

function notOnSale(at_line: number, what: string | undefined): never {
  return refuse('orders.not_on_sale', 422, 'この商品は現在お取り扱いがありません。', 'This item is not on sale.', {
    field: `lines.${at_line}`,
    item: what,
  })
}
