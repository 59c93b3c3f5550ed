import { type Static, type TSchema, Type } from 'typebox'

export const tags = ['promotions']
export const id = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const some = <Item extends TSchema>(items: Item) => Type.Array(items, { minItems: 1, maxItems: 500 })
const optional = Type.Optional
const count = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const yen = Type.Integer({ minimum: 1, maximum: 100_000_000 })
const word = Type.String({ minLength: 1, maxLength: 60 })
const clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

const named = {
  variant_ids: optional(some(id)),
  product_ids: optional(some(id)),
  brand_ids: optional(some(id)),
  category_ids: optional(Type.Unsafe<string[]>({ ...some(id), description: 'With all categories below them.' })),
  tags: optional(some(word)),
}
export const Selector = Type.Object(
  { ...named, except: optional(Type.Object(named, closed)) },
  { ...closed, description: 'Goods that carry any of these; all goods when nothing is named.' },
)

/** What this house knows of every buyer and basket. */
export const Conditions = Type.Object(
  {
    weekdays: optional(some(Type.Integer({ minimum: 1, maximum: 7, description: '1 is Monday.' }))),
    month_days: optional(some(Type.Integer({ minimum: 1, maximum: 31 }))),
    hours: optional(some(Type.Object({ from: clock, until: clock }, closed))),
    place_ids: optional(some(id)),
    channels: optional(some(Type.String({ pattern: '^[a-z_]{1,20}$' }))),
    ways: optional(
      some(
        Type.Union([
          Type.Literal('carry'),
          Type.Literal('ship'),
          Type.Literal('collect'),
          Type.Literal('order_ahead'),
          Type.Literal('gift'),
        ]),
      ),
    ),
    members: optional(Type.Boolean({ description: 'Only for members.' })),
    tiers: optional(
      some(Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$', description: 'A tier of the setting `loyalty.tiers`.' })),
    ),
    first_order: optional(Type.Boolean({ description: 'Only for a member’s first order.' })),
    coupon: optional(Type.Boolean({ description: 'Only for who shows a coupon of it.' })),
    least_yen: optional(yen),
    least_pieces: optional(count),
    basket: optional(Selector),
  },
  { ...closed, description: 'All that are named must hold.' },
)

export const Effect = Type.Union([
  Type.Object({ kind: Type.Literal('yen'), yen }, closed),
  Type.Object(
    {
      kind: Type.Literal('percent'),
      rate_num: Type.Integer({ minimum: 1, maximum: 1000 }),
      rate_den: Type.Integer({ minimum: 1, maximum: 1000 }),
      most_yen: optional(yen),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('n_for_m'),
      buy: Type.Integer({ minimum: 2, maximum: 99 }),
      pay: Type.Integer({ minimum: 0, maximum: 98 }),
      times: optional(count),
    },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('mix'), pieces: Type.Integer({ minimum: 2, maximum: 99 }), yen, times: optional(count) },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('set'),
      parts: Type.Array(Selector, { minItems: 2, maxItems: 10 }),
      yen,
      times: optional(count),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('gift'), pieces: Type.Integer({ minimum: 1, maximum: 99 }) }, closed),
  Type.Object({ kind: Type.Literal('shipping'), yen: optional(yen) }, closed),
  Type.Object(
    {
      kind: Type.Literal('points'),
      times_num: Type.Integer({ minimum: 1, maximum: 1000 }),
      times_den: Type.Integer({ minimum: 1, maximum: 100 }),
    },
    closed,
  ),
])

export const Rule = Type.Object(
  {
    priority: Type.Integer({ minimum: -1000, maximum: 1000, default: 0 }),
    group: Type.Union([Type.String({ pattern: '^[a-z0-9_-]{1,40}$' }), Type.Null()], {
      default: null,
      description: 'Of one group one offer is given. Without one it goes with all others.',
    }),
    exclusive: Type.Boolean({ default: false, description: 'Never together with another.' }),
    goods: Selector,
    conditions: Conditions,
    effect: Effect,
  },
  closed,
)
export type Rule = Static<typeof Rule>

/** An offer as pricing reads it, for a till that gives it by itself. */
export const TillOffer = Type.Object({
  offer_id: id,
  name: Type.String(),
  name_en: Type.Union([Type.String(), Type.Null()]),
  priority: Type.Integer(),
  group: Type.Union([Type.String(), Type.Null()]),
  exclusive: Type.Boolean(),
  goods: Selector,
  conditions: Type.Object({
    ...Conditions.properties,
    from: optional(Type.String()),
    until: optional(Type.String()),
  }),
  effect: Effect,
})

/** Only who wins is given it (懸賞): by coupon, to no more than so many. */
export const Lottery = Type.Object(
  {
    winners: count,
    planned_sales_yen: Type.Integer({
      minimum: 1,
      maximum: 100_000_000_000,
      description: 'What is expected to be sold of the goods on which one may win.',
    }),
  },
  { ...closed, description: 'Only for who wins it: by coupon.' },
)
export type Lottery = Static<typeof Lottery>

export const instant = Type.Union([Type.String({ format: 'date-time' }), Type.Null()])
export const most = Type.Union([count, Type.Null()])
export const OfferBody = Type.Object(
  {
    external_id: optional(Type.Union([Type.String({ minLength: 1, maxLength: 120 }), Type.Null()])),
    name: Type.String({ minLength: 1, maxLength: 120, description: 'As it stands on the receipt.' }),
    name_en: optional(Type.Union([Type.String({ minLength: 1, maxLength: 120 }), Type.Null()])),
    rule: Rule,
    starts_at: optional(instant),
    ends_at: optional(instant),
    member_cap: optional(
      Type.Unsafe<number | null>({ ...most, description: 'So often per member; guests do not get it.' }),
    ),
    use_cap: optional(most),
    budget_yen: optional(Type.Union([Type.Integer({ minimum: 1, maximum: 100_000_000_000 }), Type.Null()])),
    lottery: optional(Type.Union([Lottery, Type.Null()])),
  },
  closed,
)
export type OfferBody = Static<typeof OfferBody>

export const State = Type.Union([
  Type.Literal('draft'),
  Type.Literal('asked'),
  Type.Literal('approved'),
  Type.Literal('live'),
  Type.Literal('stopped'),
  Type.Literal('ended'),
])
export const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })
export const OfferView = Type.Object({
  offer_id: id,
  external_id: Type.Unsafe<string | null>(orNull(Type.String())),
  state: State,
  version: Type.Integer(),
  name: Type.String(),
  name_en: Type.Unsafe<string | null>(orNull(Type.String())),
  rule: Rule,
  starts_at: instant,
  ends_at: instant,
  member_cap: most,
  use_cap: most,
  budget_yen: Type.Unsafe<number | null>(orNull(Type.Integer())),
  lottery: Type.Union([Lottery, Type.Null()]),
  asked_by: Type.Unsafe<string | null>(orNull(Type.String())),
  uses: Type.Integer({ description: 'Orders it was given with, less those given back.' }),
  given_yen: Type.Integer(),
  left_uses: Type.Unsafe<number | null>(orNull(Type.Integer())),
  left_yen: Type.Unsafe<number | null>(orNull(Type.Integer())),
})
export type OfferView = Static<typeof OfferView>

const Reason = Type.Object({ ja: Type.String(), en: Type.Unsafe<string | null>(orNull(Type.String())) })
export const CouponView = Type.Object({
  coupon_id: id,
  offer_id: id,
  offer: Type.String(),
  offer_en: Type.Unsafe<string | null>(orNull(Type.String())),
  kind: Type.Union([Type.Literal('personal'), Type.Literal('list'), Type.Literal('public')]),
  state: Type.Union([Type.Literal('open'), Type.Literal('redeemed'), Type.Literal('revoked')]),
  place_ids: Type.Union([Type.Array(id), Type.Null()]),
  channels: Type.Union([Type.Array(Type.String()), Type.Null()]),
  issued_at: Type.String(),
  expires_at: instant,
  order_id: Type.Unsafe<string | null>(orNull(id)),
  reason: Type.Union([Reason, Type.Null()], { description: 'Why she has it, in words for her.' }),
})
export type CouponView = Static<typeof CouponView>
export const CouponWithCode = Type.Object({ ...CouponView.properties, code: Type.String() })

/** A coupon as its holder sees it: under which conditions, until when, and what became of it. */
export const MyCoupon = Type.Object({
  ...CouponWithCode.properties,
  conditions: Conditions,
  ends_at: Type.Unsafe<string | null>({
    ...orNull(Type.String()),
    description: 'The last instant of coupon and offer, whichever is first.',
  }),
  standing: Type.Unsafe<'open' | 'used' | 'expired' | 'revoked'>({
    type: 'string',
    enum: ['open', 'used', 'expired', 'revoked'],
  }),
  used_at: instant,
  used_place_id: Type.Unsafe<string | null>(orNull(id)),
})
export type MyCoupon = Static<typeof MyCoupon>

/** An offer as it is shown before there is a basket. */
export const ShownOffer = Type.Object({
  offer_id: id,
  name: Type.String(),
  name_en: Type.Unsafe<string | null>(orNull(Type.String())),
  conditions: Conditions,
  ends_at: instant,
  members: Type.Boolean({ description: 'Only members are given it.' }),
})
export type ShownOffer = Static<typeof ShownOffer>

/** A coupon that lies in a cart. */
export const LaidCoupon = Type.Object({
  coupon_id: id,
  offer_id: id,
  offer: Type.String(),
  offer_en: Type.Unsafe<string | null>(orNull(Type.String())),
  code: Type.String(),
  expires_at: instant,
  over: Type.Unsafe<'redeemed' | 'revoked' | 'expired' | 'of_other' | null>({
    type: ['string', 'null'],
    enum: ['redeemed', 'revoked', 'expired', 'of_other', null],
    description: 'Why it gives nothing any more; null: it may.',
  }),
})
export type LaidCoupon = Static<typeof LaidCoupon>

export const IssueBody = Type.Object(
  {
    count: optional(Type.Integer({ minimum: 1, maximum: 5_000, description: 'So many codes, each for one order.' })),
    profile_ids: optional(
      Type.Array(id, { minItems: 1, maxItems: 500, description: 'One each for these people, and nobody else.' }),
    ),
    code: optional(
      Type.String({ minLength: 4, maxLength: 40, description: 'One public code for everybody: 文字・数字・- のみ.' }),
    ),
    place_ids: optional(Type.Array(id, { minItems: 1, maxItems: 500 })),
    channels: optional(Type.Array(Type.String({ pattern: '^[a-z_]{1,20}$' }), { minItems: 1, maxItems: 20 })),
    expires_at: optional(Type.String({ format: 'date-time' })),
    reason: optional(
      Type.Object(
        {
          ja: Type.String({ minLength: 1, maxLength: 200 }),
          en: optional(Type.String({ minLength: 1, maxLength: 200 })),
        },
        { ...closed, description: 'Why they have it, in words for them.' },
      ),
    ),
  },
  closed,
)
export type IssueBody = Static<typeof IssueBody>

export const Code = Type.String({ minLength: 1, maxLength: 60, description: 'As printed or scanned.' })

export const RefusedView = Type.Object({
  offer_id: id,
  name: Type.String(),
  name_en: Type.Unsafe<string | null>(orNull(Type.String())),
  why: Type.String({ description: 'The condition that did not hold, or who came before it.' }),
  lacking_yen: optional(Type.Integer()),
  lacking_pieces: optional(Type.Integer()),
  instead: optional(id),
})
