/** Offers in an order: what is known of buyer and moment, what is given, and what the one call that writes the order redeems. */
import type { Sellable } from '#catalog/catalog'
import { system } from '#core/actor'
import { type Db, only, type Pool, sql, type Tx, transaction } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { local } from '#core/time'
import type { DiscountView } from '#orders/discount-input'
import type { Goods, Situation } from '#pricing/offer'
import { type OfferSet, readyOffers } from '#pricing/offer-set'
import {
  type GivenOffer,
  type OfferedQuote,
  quoteWithOffers,
  type RefusedOffer,
  refusedOffers,
  type Wanted,
} from '#pricing/offers'
import type { QuoteOptions } from '#pricing/receipt'
import type { TaxRule } from '#pricing/tax'
import {
  asOffers,
  type LiveOffers,
  liveOffers,
  type OfferRow,
  type Shown,
  show,
  usable,
  usesOf,
} from '#promotions/promotions'
import type { Place } from '#stores/stores'

/** Who may be given offers: all profiles of the buyer, the codes she shows, and an offer that is only tried. */
export type ForOffers = {
  profile_ids: readonly string[]
  coupons: readonly string[]
  /** The coupons that lie in the cart she orders from: what they give is given, what they do not is no fault. */
  laid?: readonly string[] | undefined
  /** Give these at most; whatever fits unless said. What lies in the cart is left there then: whoever names offers reckons by itself. */
  only?: readonly string[] | undefined
  trial?: Omit<OfferRow, 'offer_id'>
}
/** Of a wish, what offers ask about. */
type Asking = { offers?: ForOffers; channel: string; way: string; member: boolean; tier: string | null }
/** The offers of a moment, and what they ask about. */
export type Offering = { live: LiveOffers; set: OfferSet; situation: Situation; shown: readonly Shown[] }
/** What an order redeems, as `promotions.redeem` reads it. */
export type Redeem = {
  offer_id: string
  version: number
  discount_yen: number
  points: number
  coupon_id: string | null
  guarded: boolean
}

/** Everything offers ask about, or null when there is nothing to give: then nothing more is read. */
export async function offeringFor(db: Db, wish: Asking, shop: Place, now: Date): Promise<Offering | null> {
  if (!wish.offers) return null
  const { profile_ids, coupons, laid = [], trial, only: these } = wish.offers
  if (these?.length === 0 && coupons.length === 0) return null
  const live = await liveOffers(db)
  if (live.set.offers.length === 0 && coupons.length === 0 && !trial) return null
  const at = now.toISOString()
  const { date, time } = local(now, shop.time_zone)
  const showing = { profile_ids, place_id: shop.place_id, channel: wish.channel, at }
  const told = await show(db, coupons, showing)
  const lying = these ? [] : await usable(db, laid, showing)
  const shown = [...told, ...lying.filter(({ coupon_id }) => !told.some((one) => one.coupon_id === coupon_id))]
  const tried = trial ? await asOffers(db, [{ ...trial, offer_id: id() }]) : []
  const set =
    trial || these
      ? readyOffers([...live.set.offers.flatMap(({ offer }) => (among(these, shown, offer) ? offer : [])), ...tried])
      : live.set
  return {
    live,
    set,
    shown,
    situation: {
      at,
      date,
      time: time.slice(0, 5),
      weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
      place_id: shop.place_id,
      channel: wish.channel,
      way: wish.way,
      member: wish.member,
      tier: wish.tier,
      segments: [],
      first_order: live.asks_first_order && wish.member && (await isFirst(db, profile_ids)),
      visiting: false,
      weather: null,
      coupons: [...shown.map(({ offer_id }) => offer_id), ...tried.map(({ offer_id }) => offer_id)],
      closed: await closedTo(db, live, profile_ids),
    },
  }
}

// A coupon she shows is asked for as well as what is named.
function among(
  these: readonly string[] | undefined,
  shown: readonly Shown[],
  { offer_id }: { offer_id: string },
): boolean {
  return !these || these.includes(offer_id) || shown.some((coupon) => coupon.offer_id === offer_id)
}

async function closedTo(db: Db, live: LiveOffers, profile_ids: readonly string[]): Promise<Situation['closed']> {
  const counted = live.counts_members && profile_ids.length > 0
  const uses = counted ? await seeing(db, (tx) => usesOf(tx, profile_ids)) : new Map<string, number>()
  const closed: Record<string, 'used_up' | 'member_cap'> = {}
  for (const [offer_id, { member_cap, left_uses, left_yen }] of live.of) {
    if (left_uses === 0 || left_yen === 0) closed[offer_id] = 'used_up'
    else if (member_cap !== null && (uses.get(offer_id) ?? 0) >= member_cap) closed[offer_id] = 'member_cap'
  }
  return closed
}

// What she was given is no order of hers.
function isFirst(db: Db, profile_ids: readonly string[]): Promise<boolean> {
  return seeing(db, async (tx) => {
    const { first } = await only<{ first: boolean }>(
      tx,
      sql`select not exists (select from orders."order" where profile_id = any (${profile_ids}::uuid[]) and state <> 'cancelled' and items_yen > 0) as first`,
    )
    return first
  })
}

function seeing<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return 'inTransaction' in db ? work(db as Tx) : transaction(db as Pool, system, work)
}

/** Goods as offers know them. */
export function goodsOf({ variant_id, product_id, brand_id, category_id, tags }: Sellable): Goods {
  return { variant_id, product_id, brand_id, category_id, tags }
}

/** Price with offers. One of whose budget less is left than it would take is not given at all. */
export function priceOffered(
  { live, set, situation }: Offering,
  wants: readonly Wanted[],
  rules: readonly TaxRule[],
  options: QuoteOptions,
): { quote: OfferedQuote; refused: () => RefusedOffer[] } {
  for (let where = situation; ; ) {
    const quote = quoteWithOffers(wants, rules, options, set, where)
    const beyond = quote.offers.filter(({ offer, yen }) => yen > (live.of.get(offer.offer_id)?.left_yen ?? yen))
    const asked = where
    if (beyond.length === 0)
      return { quote, refused: () => refusedOffers(wants, rules, options, set, asked, quote.offers) }
    const closed = beyond.map(({ offer }) => [offer.offer_id, 'used_up'] as const)
    where = { ...where, closed: { ...where.closed, ...Object.fromEntries(closed) } }
  }
}

/** What was given, as it stands with the order. Ids of lines are their places. */
export function offerViews(given: readonly GivenOffer[]): DiscountView[] {
  return given.map(({ offer, yen, lines }) => ({
    kind: 'offer',
    reason: null,
    offer_id: offer.offer_id,
    name: offer.name,
    name_en: offer.name_en,
    percent: percentOf(offer.effect),
    yen,
    lines: linesOf(lines),
    asked_by: null,
    approved_by: null,
  }))
}

function percentOf(effect: GivenOffer['offer']['effect']): number | null {
  if (effect.kind !== 'percent') return null
  const percent = (effect.rate_num * 100) / effect.rate_den
  return Number.isInteger(percent) ? percent : null
}

/** Parts of an offer by the numbers of their lines: the fee of delivery is the last. */
export function linesOf(lines: GivenOffer['lines']): { line_no: number; yen: number }[] {
  return lines.flatMap(({ id: at, yen }) => (yen > 0 ? [{ line_no: Number(at) + 1, yen }] : []))
}

/** What the order redeems of what was given. */
export function redeemsOf({ live, shown }: Offering, given: readonly GivenOffer[]): Redeem[] {
  return given.flatMap(({ offer: { offer_id }, yen, points }) => {
    const known = live.of.get(offer_id)
    if (!known) return []
    const coupon_id = shown.find((coupon) => coupon.offer_id === offer_id)?.coupon_id ?? null
    return [{ offer_id, version: known.version, discount_yen: yen, points, coupon_id, guarded: known.guarded }]
  })
}

// Something better was given in its stead: the coupon stays good.
const none_the_worse = ['other_of_group', 'not_together', 'nothing_left']

/** Refuse (422) an order with a coupon that gives nothing, saying why: she expects it to. */
export function needGiven({ shown, live }: Offering, given: readonly Redeem[], refused: readonly RefusedOffer[]): void {
  for (const { offer_id, code_at } of shown) {
    if (code_at === null || given.some((one) => one.offer_id === offer_id)) continue
    const because = refused.find(({ offer }) => offer.offer_id === offer_id)
    if (because && none_the_worse.includes(because.why)) continue
    const { offer: _, ...why } = because ?? { why: live.of.has(offer_id) ? 'nothing_left' : 'ended', offer: undefined }
    refuse(
      'promotions.coupon_not_given',
      422,
      'このクーポンは、このお買い物にはお使いいただけません。',
      'This coupon does not fit this purchase.',
      { field: `coupons.${code_at}`, ...why },
    )
  }
}
