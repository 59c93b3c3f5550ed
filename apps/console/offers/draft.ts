import type { Offer, OfferSent } from '../../kit/shapes.ts'

/** An offer while it is being written: what the API takes. */
export type Draft = OfferSent
export type Rule = Draft['rule']
export type Effect = Rule['effect']
export type Conditions = Rule['conditions']
export type Selector = Rule['goods']
export type Named = Omit<Selector, 'except'>
export type SlotKey = 'when' | 'where' | 'who' | 'basket' | 'goods' | 'effect' | 'limits' | 'together'

export const kinds = ['percent', 'yen', 'n_for_m', 'mix', 'set', 'gift', 'shipping', 'points'] as const
export const channels = ['ec', 'app', 'till', 'phone', 'line'] as const
export const ways = ['carry', 'ship', 'collect', 'order_ahead', 'gift'] as const

/** What each kind begins as. */
export const firstOf: { [Kind in Effect['kind']]: Extract<Effect, { kind: Kind }> } = {
  percent: { kind: 'percent', rate_num: 10, rate_den: 100 },
  yen: { kind: 'yen', yen: 500 },
  n_for_m: { kind: 'n_for_m', buy: 3, pay: 2 },
  mix: { kind: 'mix', pieces: 3, yen: 1_000 },
  set: { kind: 'set', parts: [{}, {}], yen: 1_000 },
  gift: { kind: 'gift', pieces: 1 },
  shipping: { kind: 'shipping' },
  points: { kind: 'points', times_num: 2, times_den: 1 },
}

export const blank: Draft = {
  name: '',
  rule: { priority: 0, group: null, exclusive: false, goods: {}, conditions: {}, effect: firstOf.percent },
}

/** An offer as it is written anew. A copy is an offer of its own: it has no period, and no number of the retailer's. */
export function draftOf(offer: Offer, copy = false): Draft {
  const { name, name_en, rule, starts_at, ends_at, member_cap, use_cap, budget_yen, lottery, external_id } = offer
  const same = { name, name_en, rule, member_cap, use_cap, budget_yen, lottery }
  return copy ? same : { ...same, starts_at, ends_at, external_id }
}

/** The same with one part said, or no longer said: an empty list says nothing. */
export function saying<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  value: Whole[Key] | undefined,
): Whole {
  const { [key]: _, ...rest } = whole
  const empty = value === undefined || (Array.isArray(value) && value.length === 0)
  return (empty ? rest : { ...rest, [key]: value }) as Whole
}

/** A draft with other conditions. */
export function under(draft: Draft, conditions: Conditions): Draft {
  return { ...draft, rule: { ...draft.rule, conditions } }
}

export type Standing = 'draft' | 'asked' | 'approved' | 'planned' | 'running' | 'stopped' | 'ended'
/** Where an offer stands to whoever looks: what is live may be yet to come, or over. */
export function standing(
  { state, starts_at, ends_at }: Pick<Offer, 'state' | 'starts_at' | 'ends_at'>,
  now_ms: number,
): Standing {
  if (state !== 'live') return state
  if (ends_at && Date.parse(ends_at) <= now_ms) return 'ended'
  return starts_at && Date.parse(starts_at) > now_ms ? 'planned' : 'running'
}
