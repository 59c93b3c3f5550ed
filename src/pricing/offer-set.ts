/** Offers made ready for many baskets: instants parsed, lists as sets, goods by an index. Done once for a set of offers. */
import type { Conditions, Goods, Offer, Refusal, Selector, Situation } from './offer.ts'

/** A selector as the index knows it: -1 is everything. */
type Named = { at: number; except: ReadonlySet<string> | null }
export type ReadyOffer = {
  offer: Offer
  goods: Named
  basket: Named
  parts: readonly Named[]
  from_ms: number
  until_ms: number
  places: ReadonlySet<string> | null
}
export type OfferSet = {
  offers: readonly ReadyOffer[]
  index: ReadonlyMap<string, readonly number[]>
  selectors: number
}

/** A line as conditions see it: what it costs before any offer. Goods are null for what no offer touches. */
export type BasketLine = { goods: Goods | null; quantity: number; amount_yen: number }
/** The places of the lines a selector names. */
export type Matches = (named: Named) => readonly number[]

/** Make offers ready. */
export function readyOffers(offers: readonly Offer[]): OfferSet {
  const index = new Map<string, number[]>()
  const known = new Map<string, number>()
  const name = (selector: Selector): Named => {
    const keys = keysNamed(selector)
    const except = selector.except ? new Set(keysNamed(selector.except)) : null
    if (keys.length === 0) return { at: -1, except }
    const text = keys.join('\n')
    const before = known.get(text)
    if (before !== undefined) return { at: before, except }
    const at = known.size
    known.set(text, at)
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), at])
    return { at, except }
  }
  const ready = offers.map((offer): ReadyOffer => {
    const { from, until, place_ids, basket } = offer.conditions
    return {
      offer,
      goods: name(offer.goods),
      basket: name(basket ?? {}),
      parts: offer.effect.kind === 'set' ? offer.effect.parts.map(name) : [],
      from_ms: from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from),
      until_ms: until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until),
      places: place_ids ? new Set(place_ids) : null,
    }
  })
  return { offers: ready.sort((a, b) => inTurn(a.offer, b.offer)), index, selectors: known.size }
}

/** The order in which offers take: bundles of pieces, then rates, then yen, then delivery, then points; then by priority. */
function inTurn(a: Offer, b: Offer): number {
  return turn[a.effect.kind] - turn[b.effect.kind] || b.priority - a.priority || (a.offer_id < b.offer_id ? -1 : 1)
}
const turn = { gift: 0, set: 1, mix: 2, n_for_m: 3, percent: 4, yen: 5, shipping: 6, points: 7 }

/** Which lines each selector of the set names, found once for a basket. */
export function matchesIn(set: OfferSet, lines: readonly BasketLine[]): Matches {
  const all: number[] = []
  const bySelector: (number[] | undefined)[] = new Array(set.selectors)
  const keys = lines.map(({ goods }, place) => {
    if (!goods) return []
    all.push(place)
    const mine = keysOf(goods)
    for (const key of mine)
      for (const at of set.index.get(key) ?? []) {
        const places = bySelector[at]
        if (!places) bySelector[at] = [place]
        else if (places.at(-1) !== place) places.push(place)
      }
    return mine
  })
  return ({ at, except }) => {
    const places = at === -1 ? all : (bySelector[at] ?? [])
    return except ? places.filter((place) => !keys[place]?.some((key) => except.has(key))) : places
  }
}

/** The first condition that does not hold, or null when all do. */
export function refusalOf(
  { offer, goods, basket, parts, from_ms, until_ms, places }: ReadyOffer,
  lines: readonly BasketLine[],
  situation: Situation,
  at_ms: number,
  matches: Matches,
): Refusal | null {
  const { conditions: c, effect } = offer
  if (at_ms < from_ms) return { why: 'not_begun' }
  if (at_ms >= until_ms) return { why: 'ended' }
  const closed = situation.closed[offer.offer_id]
  if (closed) return { why: closed }
  if (c.coupon && !situation.coupons.includes(offer.offer_id)) return { why: 'coupon' }
  if (c.weekdays && !c.weekdays.includes(situation.weekday)) return { why: 'weekday' }
  if (c.month_days && !c.month_days.includes(Number(situation.date.slice(8)))) return { why: 'month_day' }
  if (c.hours && !c.hours.some((span) => within(situation.time, span))) return { why: 'hour' }
  if (places && !places.has(situation.place_id)) return { why: 'place' }
  if (c.channels && !c.channels.includes(situation.channel)) return { why: 'channel' }
  if (c.ways && !c.ways.includes(situation.way)) return { why: 'way' }
  if ((c.members || effect.kind === 'points') && !situation.member) return { why: 'member' }
  const person = refusedPerson(c, situation)
  if (person) return { why: person }
  if (effect.kind !== 'shipping' && matches(goods).length === 0) return { why: 'goods' }
  if (parts.some((part) => matches(part).length === 0)) return { why: 'goods' }
  if (c.least_yen === undefined && c.least_pieces === undefined) return null
  let yen = 0
  let pieces = 0
  for (const place of matches(basket)) {
    const line = lines[place] as BasketLine
    yen += line.amount_yen
    pieces += line.quantity
  }
  if (c.least_yen !== undefined && yen < c.least_yen) return { why: 'yen', lacking_yen: c.least_yen - yen }
  if (c.least_pieces !== undefined && pieces < c.least_pieces)
    return { why: 'pieces', lacking_pieces: c.least_pieces - pieces }
  return null
}

function refusedPerson(c: Conditions, situation: Situation): Refusal['why'] | null {
  if (c.tiers && !(situation.tier !== null && c.tiers.includes(situation.tier))) return 'tier'
  if (c.segments && !c.segments.some((segment) => situation.segments.includes(segment))) return 'segment'
  if (c.first_order && !situation.first_order) return 'first_order'
  if (c.visiting && !situation.visiting) return 'visit'
  if (c.weather && !(situation.weather !== null && c.weather.includes(situation.weather))) return 'weather'
  return null
}

function within(time: string, { from, until }: { from: string; until: string }): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until
}

function keysNamed({ variant_ids, product_ids, brand_ids, category_ids, tags }: Omit<Selector, 'except'>): string[] {
  const named = { v: variant_ids, p: product_ids, b: brand_ids, c: category_ids, t: tags }
  return Object.entries(named).flatMap(([kind, list]) => (list ?? []).map((one) => `${kind}${one}`))
}

function keysOf({ variant_id, product_id, brand_id, category_id, tags }: Goods): string[] {
  const keys = [`v${variant_id}`, `p${product_id}`, ...tags.map((tag) => `t${tag}`)]
  if (brand_id !== null) keys.push(`b${brand_id}`)
  if (category_id !== null) keys.push(`c${category_id}`)
  return keys
}
