/**
 * What one offer takes from what the ones before it have left. What must always be true: nothing is taken twice, nothing falls below
 * zero, and what a bundle takes is spread over all of its pieces, so that whoever returns one gives back her share of it.
 */
import { allot } from './allotment.ts'
import { portion } from './integer.ts'
import type { Effect } from './offer.ts'

/** A basket as offers take from it. Lines stand in an order that depends on what they are, not on how they were put in. */
export type Taking = {
  lines: readonly { quantity: number; unit_yen: number }[]
  /** The tax rate of each line as a number: those of one rate stand together. */
  rates: readonly number[]
  delivery: number
  /** Yen left of each line. */
  left: number[]
  /** Pieces of each line that are in no bundle yet. */
  open: number[]
}
/** Yen taken, and from which lines. */
export type Taken = { yen: number; parts: readonly { place: number; yen: number }[] }
const nothing: Taken = { yen: 0, parts: [] }

/** Take what an offer gives from the lines it is for; the basket is changed. Points are no yen: they take nothing. */
export function take(
  effect: Effect,
  places: readonly number[],
  of_parts: readonly (readonly number[])[],
  basket: Taking,
): Taken {
  switch (effect.kind) {
    case 'yen':
      return takeSpread(Math.min(effect.yen, leftOf(places, basket)), places, basket)
    case 'percent': {
      const yen = portion(leftOf(places, basket), effect.rate_num, effect.rate_den)
      return takeSpread(Math.min(yen, effect.most_yen ?? yen), places, basket)
    }
    case 'shipping': {
      if (basket.delivery === -1) return nothing
      const left = basket.left[basket.delivery] as number
      return takeSpread(Math.min(effect.yen ?? left, left), [basket.delivery], basket)
    }
    case 'points':
      return nothing
    default: {
      const used = new Map<number, number>()
      const yen = bundles(effect, places, of_parts, basket, used)
      return takeBundle(yen, used, basket)
    }
  }
}

type Bundling = Extract<Effect, { kind: 'n_for_m' | 'mix' | 'set' | 'gift' }>

// How much the bundles save, and how many pieces of each line they use.
function bundles(
  effect: Bundling,
  places: readonly number[],
  of_parts: readonly (readonly number[])[],
  basket: Taking,
  used: Map<number, number>,
): number {
  const most = 'times' in effect && effect.times !== undefined ? effect.times : Number.POSITIVE_INFINITY
  if (effect.kind === 'set') return sets(effect.yen, most, of_parts, basket, used)
  const pieces = dearestFirst(places, basket)
  const all = pieces.reduce((count, { open }) => count + open, 0)
  if (effect.kind === 'gift') return gifts(effect.pieces, pieces, used)
  if (effect.kind === 'n_for_m') {
    const whole = Math.min(Math.floor(all / effect.buy), most) * effect.buy
    const freeBefore = (count: number) =>
      Math.floor(count / effect.buy) * (effect.buy - effect.pay) + Math.max((count % effect.buy) - effect.pay, 0)
    let yen = 0
    let before = 0
    for (const { place, open, unit_yen } of pieces) {
      const count = Math.min(open, whole - before)
      if (count <= 0) break
      yen += (freeBefore(before + count) - freeBefore(before)) * unit_yen
      used.set(place, count)
      before += count
    }
    return yen
  }
  let saved = 0
  for (let made = 0; made < most; made++) {
    const bundle = new Map<number, number>()
    let count = 0
    let yen = 0
    for (const { place, open, unit_yen } of pieces) {
      const some = Math.min(open - (used.get(place) ?? 0), effect.pieces - count)
      if (some <= 0) continue
      bundle.set(place, some)
      count += some
      yen += some * unit_yen
      if (count === effect.pieces) break
    }
    if (count < effect.pieces || yen <= effect.yen) break
    saved += yen - effect.yen
    for (const [place, some] of bundle) used.set(place, (used.get(place) ?? 0) + some)
  }
  return saved
}

function sets(
  price_yen: number,
  most: number,
  of_parts: readonly (readonly number[])[],
  basket: Taking,
  used: Map<number, number>,
): number {
  let saved = 0
  const parts = of_parts.map((places) => dearestFirst(places, basket))
  for (let made = 0; made < most; made++) {
    const chosen: number[] = []
    let yen = 0
    for (const pieces of parts) {
      const piece = pieces.find(
        ({ place, open }) => open - (used.get(place) ?? 0) - chosen.filter((one) => one === place).length > 0,
      )
      if (!piece) return saved
      chosen.push(piece.place)
      yen += piece.unit_yen
    }
    if (yen <= price_yen) return saved
    saved += yen - price_yen
    for (const place of chosen) used.set(place, (used.get(place) ?? 0) + 1)
  }
  return saved
}

function gifts(pieces: number, dearest: readonly Piece[], used: Map<number, number>): number {
  let yen = 0
  let count = 0
  for (const { place, open, unit_yen } of dearest) {
    const some = Math.min(open, pieces - count)
    if (some <= 0) break
    used.set(place, some)
    count += some
    yen += some * unit_yen
  }
  return yen
}

type Piece = { place: number; open: number; unit_yen: number }
function dearestFirst(places: readonly number[], { lines, open }: Taking): Piece[] {
  return places
    .map((place) => ({ place, open: open[place] as number, unit_yen: lines[place]?.unit_yen ?? 0 }))
    .filter((piece) => piece.open > 0 && piece.unit_yen > 0)
    .sort((a, b) => b.unit_yen - a.unit_yen || a.place - b.place)
}

function leftOf(places: readonly number[], { left }: Taking): number {
  let yen = 0
  for (const place of places) yen += left[place] as number
  return yen
}

function takeBundle(yen: number, used: ReadonlyMap<number, number>, basket: Taking): Taken {
  if (yen === 0) return nothing
  const places = [...used.keys()].sort((a, b) => a - b)
  const weights = basket.left.map(() => 0)
  for (const [place, count] of used) {
    weights[place] = Math.min(count * (basket.lines[place]?.unit_yen ?? 0), basket.left[place] as number)
    basket.open[place] = (basket.open[place] as number) - count
  }
  return takeWeighted(yen, places, weights, basket)
}

function takeSpread(yen: number, places: readonly number[], basket: Taking): Taken {
  return yen === 0 ? nothing : takeWeighted(yen, places, basket.left, basket)
}

// First over the rates, as the invoice demands, then within each. Lines of one rate stand together.
function takeWeighted(yen: number, named: readonly number[], weights: readonly number[], basket: Taking): Taken {
  const groups: { places: number[]; weights: number[] }[] = []
  let last = -1
  for (const place of named) {
    const rate = basket.rates[place] as number
    if (rate !== last) groups.push({ places: [], weights: [] })
    last = rate
    const group = groups[groups.length - 1] as (typeof groups)[0]
    group.places.push(place)
    group.weights.push(weights[place] as number)
  }
  const sums = groups.map((group) => group.weights.reduce((all, one) => all + one, 0))
  const shares = groups.length === 1 ? [yen] : allot(yen, sums)
  const parts: { place: number; yen: number }[] = []
  for (let at = 0; at < groups.length; at++) {
    const group = groups[at] as (typeof groups)[0]
    const within = allot(shares[at] as number, group.weights)
    for (let index = 0; index < within.length; index++) {
      const part = within[index] as number
      if (part === 0) continue
      const place = group.places[index] as number
      basket.left[place] = (basket.left[place] as number) - part
      parts.push({ place, yen: part })
    }
  }
  return { yen, parts }
}
