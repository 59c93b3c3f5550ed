/** What an offer is: whom and what it is for, and what it gives. Plain data, the same on the server and in a till without network. */
import type { Rate } from './integer.ts'

/** Goods that carry any of these; everything when nothing is named. `except` takes away from that. */
export type Selector = {
  variant_ids?: readonly string[]
  product_ids?: readonly string[]
  brand_ids?: readonly string[]
  category_ids?: readonly string[]
  tags?: readonly string[]
  except?: Omit<Selector, 'except'>
}

/** All that are named must hold; of a list any one. What is not named does not matter. */
export type Conditions = {
  /** ISO instants; `until` is the first at which it no longer holds. */
  from?: string
  until?: string
  /** Days of the week where the goods are sold, 1 (Monday) to 7. */
  weekdays?: readonly number[]
  /** Days of the month (5のつく日: 5, 15, 25). */
  month_days?: readonly number[]
  /** Of the day, 'HH:MM', `until` excluded; a span over midnight ends the next day. */
  hours?: readonly { from: string; until: string }[]
  place_ids?: readonly string[]
  channels?: readonly string[]
  ways?: readonly string[]
  members?: boolean
  tiers?: readonly string[]
  segments?: readonly string[]
  first_order?: boolean
  /** While she is in the shop. */
  visiting?: boolean
  weather?: readonly string[]
  /** Only for who shows a coupon of it. */
  coupon?: boolean
  /** Of the goods named (all when none are), tax included and before any offer. */
  least_yen?: number
  least_pieces?: number
  basket?: Selector
}

export type Effect =
  /** Yen off the goods together. */
  | { kind: 'yen'; yen: number }
  /** A rate off the goods together, rounded down, at most so much. */
  | ({ kind: 'percent'; most_yen?: number } & Rate)
  /** Of every `buy` pieces only `pay` are paid, the dearer ones (3点で1点無料: buy 3, pay 2). */
  | { kind: 'n_for_m'; buy: number; pay: number; times?: number }
  /** Any so many pieces for so much (よりどり3点1,000円). */
  | { kind: 'mix'; pieces: number; yen: number; times?: number }
  /** One of each part for so much (セット価格). */
  | { kind: 'set'; parts: readonly Selector[]; yen: number; times?: number }
  /** So many of the goods cost nothing once they are in the basket (プレゼント品). */
  | { kind: 'gift'; pieces: number }
  /** Delivery for so much less; without a figure for nothing. */
  | { kind: 'shipping'; yen?: number }
  /** The points of the goods so many times. */
  | { kind: 'points'; times_num: number; times_den: number }

export type Offer = {
  offer_id: string
  name: string
  name_en: string | null
  /** The higher is looked at first; of equals the one better for the customer. */
  priority: number
  /** Of one group one offer is given; offers without a group go with everything that is not exclusive. */
  group: string | null
  /** Never together with another. */
  exclusive: boolean
  goods: Selector
  conditions: Conditions
  effect: Effect
}

/** What offers know of goods. */
export type Goods = {
  variant_id: string
  product_id: string
  brand_id: string | null
  category_id: string | null
  tags: readonly string[]
}

/** Who buys, where and when, as far as it is known. */
export type Situation = {
  at: string
  /** Where the goods are sold: its date, time 'HH:MM' and day of the week (1 is Monday). */
  date: string
  time: string
  weekday: number
  place_id: string
  channel: string
  way: string
  member: boolean
  tier: string | null
  segments: readonly string[]
  first_order: boolean
  visiting: boolean
  weather: string | null
  /** Offers of which she shows a coupon. */
  coupons: readonly string[]
  /** Offers that are used up: by everybody, or as often as one member may. */
  closed: Readonly<Record<string, 'used_up' | 'member_cap'>>
}

/** Why an offer was not given: its condition that failed, or who came before it. */
export type Refusal = {
  why:
    | 'not_begun'
    | 'ended'
    | 'weekday'
    | 'month_day'
    | 'hour'
    | 'place'
    | 'channel'
    | 'way'
    | 'member'
    | 'tier'
    | 'segment'
    | 'first_order'
    | 'visit'
    | 'weather'
    | 'coupon'
    | 'used_up'
    | 'member_cap'
    | 'goods'
    | 'yen'
    | 'pieces'
    | 'nothing_left'
    | 'other_of_group'
    | 'not_together'
  /** What is still missing of it. */
  lacking_yen?: number
  lacking_pieces?: number
  /** The offer that was given instead. */
  instead?: string
}
