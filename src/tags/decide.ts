/** Which tags follow from what somebody bought and looked at: since when, how strongly, by what. Pure. */
import type { Rule, Sign } from '#tags/rule'
import type { Evidence } from '#tags/shapes'
import { findWord, normal, type Ready, ready } from '#tags/words'

/** A product as rules look at it. */
export type Good = {
  name: string
  words: readonly string[]
  attributes: Readonly<Record<string, unknown>>
  category_ids: readonly string[]
}
/** One thing she did: a line she bought and kept, or a product she looked at on a day. */
export type Deed = { kind: 'bought' | 'viewed'; key: string; at: number; times: number; good: Good; order_id?: string }
export type Held = {
  since: number
  reach: number
  reached_at: number
  until_at: number
  evidence: Evidence[]
}

const day_ms = 86_400_000
const shown = 20
const looks_most = 3

/** What a product shows of a tag: its strongest sign. Undefined when it bears none. */
export function signOf(rule: Rule, good: Good): { weight: number; is: Sign['is']; text: string } | undefined {
  let best: { weight: number; is: Sign['is']; text: string } | undefined
  const texts = readyOf(good)
  for (const sign of rule.signs) {
    const text = shows(sign, rule.but ?? [], good, texts)
    const weight = sign.weight ?? 1
    if (text !== undefined && weight > (best?.weight ?? 0)) best = { weight, is: sign.is, text }
  }
  return best
}

function shows(sign: Sign, but: readonly string[], good: Good, texts: readonly Ready[]): string | undefined {
  if (sign.is === 'category') return good.category_ids.includes(sign.category_id) ? sign.category_id : undefined
  if (sign.is === 'word') {
    for (const text of texts) {
      const found = findWord(text, sign.among, but)
      if (found !== undefined) return found
    }
    return undefined
  }
  const value = good.attributes[sign.name]
  if (value === undefined || value === null || value === false || value === '') return undefined
  const said = value === true ? sign.name : String(value)
  if (!sign.among) return said
  return sign.among.some((one) => normal(one) === normal(said)) ? said : undefined
}

// The same few thousand products are looked at again and again.
const prepared = new WeakMap<Good, Ready[]>()
function readyOf(good: Good): Ready[] {
  const known = prepared.get(good)
  if (known) return known
  const made = [good.name, ...good.words].map(ready)
  prepared.set(good, made)
  return made
}

/**
 * Whether a tag holds at a moment. Every deed adds its weight and fades by half each half-life, so between deeds the sum only
 * falls: it is reckoned at each deed in the order of time, and the moment it falls under the threshold follows from the last.
 */
export function holds(rule: Rule, deeds: readonly Deed[], now: number): Held | undefined {
  const half_life = rule.half_life_days * day_ms
  const evidence: { deed: Deed; sign: { is: Sign['is']; text: string } }[] = []
  let sum = 0
  let at = 0
  let since: number | undefined
  for (const deed of deeds.filter((one) => one.at <= now).toSorted(inTime)) {
    const base = deed.kind === 'bought' ? rule.bought : rule.viewed * Math.min(deed.times, looks_most)
    const sign = base > 0 ? signOf(rule, deed.good) : undefined
    if (!sign) continue
    const before = sum * 2 ** (-(deed.at - at) / half_life)
    if (before < rule.threshold) since = undefined
    sum = before + base * sign.weight
    at = deed.at
    if (sum >= rule.threshold) since ??= deed.at
    evidence.push({ deed, sign: { is: sign.is, text: sign.text } })
  }
  if (since === undefined) return undefined
  const reach = sum / rule.threshold
  const until_at = lapses(at, rule.half_life_days, reach, 1)
  if (until_at <= now) return undefined
  const newest = evidence.slice(-shown).toReversed()
  return {
    since,
    reach,
    reached_at: at,
    until_at,
    evidence: newest.map(({ deed, sign }) => ({
      kind: deed.kind,
      at: new Date(deed.at).toISOString(),
      times: deed.times,
      name: deed.good.name,
      ...(deed.order_id ? { order_id: deed.order_id } : {}),
      sign,
    })),
  }
}

/** When something that reached so many thresholds at a moment has faded to `wanted` of them, in whole milliseconds. */
export function lapses(reached_at: number, half_life_days: number, reach: number, wanted: number): number {
  return Math.ceil(reached_at + half_life_days * day_ms * Math.log2(reach / wanted))
}

/** Strength as people are told it: 50 just reaches the threshold, 75 twice that, 100 is never quite reached. */
export function strengthOf(reach: number): number {
  return Math.floor(100 * (1 - 2 ** -reach) + 1e-9)
}

/** How many thresholds a strength is. */
export function reachOf(strength: number): number {
  return -Math.log2(1 - strength / 100)
}

/** How strong it is by now. */
export function faded(
  { reach, reached_at, half_life_days }: { reach: number; reached_at: string; half_life_days: number },
  now: number,
): number {
  return reach * 2 ** (-Math.max(now - Date.parse(reached_at), 0) / (half_life_days * day_ms))
}

// Deeds of one moment in an order of their own, so that the sum is the same in whatever order they came to be known.
function inTime(one: Deed, other: Deed): number {
  return one.at - other.at || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
}
