/**
 * A basket with its offers, for every channel: EC, till (offline too), phone. What must always be true: the discounts of the lines sum
 * to the order's, each with its reason; nothing falls below zero; the same basket gives the same answer in whatever order its lines came.
 */
import type { Goods, Offer, Refusal, Situation } from './offer.ts'
import { type Candidate, type Choice, choose, pointsOf } from './offer-choice.ts'
import type { Taking } from './offer-effects.ts'
import { type BasketLine, matchesIn, type OfferSet, type ReadyOffer, refusalOf } from './offer-set.ts'
import { type Basis, basisOf, type Quote, type QuoteOptions, quoteOf, type Want } from './receipt.ts'
import type { TaxRule } from './tax.ts'

/** What is asked for, with what offers know of it; `goods` null is what no offer touches, `delivery` what delivery costs. */
export type Wanted = Want & { goods: Goods | null; delivery?: boolean }
/** An offer as given: yen by line, and points beyond the usual. */
export type GivenOffer = { offer: Offer; yen: number; points: number; lines: { id: string; yen: number }[] }
export type RefusedOffer = { offer: Offer } & Refusal
export type OfferedQuote = Quote & { offers: GivenOffer[] }

/** Price a basket with the offers it deserves. */
export function quoteWithOffers(
  wants: readonly Wanted[],
  rules: readonly TaxRule[],
  options: QuoteOptions,
  set: OfferSet,
  situation: Situation,
): OfferedQuote {
  const basis = basisOf(wants, rules, options)
  const given = offersFor(wants, basis, options, set, situation)
  const taken_yen = wants.map(() => 0)
  const place = new Map(wants.map(({ id }, at) => [id, at]))
  for (const { lines } of given)
    for (const { id, yen } of lines) {
      const at = place.get(id) as number
      taken_yen[at] = (taken_yen[at] as number) + yen
    }
  const quote = quoteOf(wants, basis, { ...options, taken_yen })
  const more = bonus(quote, given)
  return {
    ...quote,
    points_earned: quote.points_earned + more.reduce((sum, { points }) => sum + points, 0),
    offers: given.map((one) => more.find(({ offer }) => offer === one.offer) ?? one),
  }
}

/** Why each of the other offers was not given, for whoever asks. */
export function refusedOffers(
  wants: readonly Wanted[],
  rules: readonly TaxRule[],
  options: QuoteOptions,
  set: OfferSet,
  situation: Situation,
  given: readonly GivenOffer[],
): RefusedOffer[] {
  const { lines, matches } = basketOf(wants, basisOf(wants, rules, options), set)
  const at_ms = Date.parse(situation.at)
  const taken = new Set(given.map(({ offer }) => offer))
  return set.offers.flatMap((ready) => {
    const { offer } = ready
    if (taken.has(offer)) return []
    return [{ offer, ...(refusalOf(ready, lines, situation, at_ms, matches) ?? overtaken(offer, given)) }]
  })
}

function overtaken(offer: Offer, given: readonly GivenOffer[]): Refusal {
  const rival = given.find((one) => offer.group !== null && one.offer.group === offer.group)
  if (rival) return { why: 'other_of_group', instead: rival.offer.offer_id }
  const alone = given.find((one) => one.offer.exclusive || offer.exclusive)
  return alone ? { why: 'not_together', instead: alone.offer.offer_id } : { why: 'nothing_left' }
}

// What is paid is known only now: points are those of the yen that were left to pay.
function bonus(quote: Quote, given: readonly GivenOffer[]): GivenOffer[] {
  const points = pointsOf(quote.points_rule)
  const paid = quote.lines.map((line) => line.paid_yen)
  const place = new Map(quote.lines.map(({ id }, at) => [id, at]))
  return given.flatMap((one) => {
    const { effect } = one.offer
    if (effect.kind !== 'points') return []
    const places = one.lines.map(({ id }) => place.get(id) as number)
    return [{ ...one, points: points(paid, places, effect) }]
  })
}

function offersFor(
  wants: readonly Wanted[],
  basis: Basis,
  options: QuoteOptions,
  set: OfferSet,
  situation: Situation,
): GivenOffer[] {
  if (set.offers.length === 0) return []
  const { lines, matches, order } = basketOf(wants, basis, set)
  const at_ms = Date.parse(situation.at)
  const candidates = set.offers.flatMap((ready): Candidate[] => {
    if (refusalOf(ready, lines, situation, at_ms, matches)) return []
    return [{ ready, places: matches(ready.goods), parts: ready.parts.map(matches) }]
  })
  const basket: Taking = {
    lines: lines.map(({ amount_yen, quantity }) => ({ quantity, unit_yen: Math.floor(amount_yen / quantity) })),
    rates: order.map((at) => percentOf(basis, at)),
    delivery: order.findIndex((at) => wants[at]?.delivery),
    left: lines.map(({ amount_yen }) => amount_yen),
    open: lines.map(({ quantity }) => quantity),
  }
  const { given }: Choice = choose(candidates, basket, pointsOf(options.points_rule ?? null))
  const idAt = (place: number) => (wants[order[place] as number] as Wanted).id
  return given.map(({ candidate, taken, points }) => ({
    offer: candidate.ready.offer,
    yen: taken.yen,
    points,
    lines:
      candidate.ready.offer.effect.kind === 'points'
        ? candidate.places.map((place) => ({ id: idAt(place), yen: 0 }))
        : taken.parts.map(({ place, yen }) => ({ id: idAt(place), yen })),
  }))
}

function percentOf({ rates }: Basis, at: number): number {
  const { rate_num, rate_den } = rates[at] as Basis['rates'][0]
  return rate_num / rate_den
}

// Lines in an order that depends on what they are: the odd yen falls on the same goods however they were put in.
function basketOf(wants: readonly Wanted[], basis: Basis, set: OfferSet) {
  const { amounts } = basis
  const key = ({ goods, delivery }: Wanted) => goods?.variant_id ?? (delivery ? '~' : '')
  const rate = (at: number) => percentOf(basis, at)
  const order = wants
    .map((_, at) => at)
    .sort((a, b) => {
      const [one, other] = [key(wants[a] as Wanted), key(wants[b] as Wanted)]
      if (rate(a) !== rate(b)) return rate(a) - rate(b)
      if (one !== other) return one < other ? -1 : 1
      return (
        (amounts[a] as number) - (amounts[b] as number) ||
        (wants[a] as Wanted).quantity - (wants[b] as Wanted).quantity ||
        a - b
      )
    })
  const lines = order.map((at): BasketLine => {
    const { goods, quantity } = wants[at] as Wanted
    return { goods, quantity, amount_yen: amounts[at] as number }
  })
  return { lines, order, matches: matchesIn(set, lines) }
}

export type { OfferSet, ReadyOffer }
