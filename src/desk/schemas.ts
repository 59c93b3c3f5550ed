import { type Static, type TSchema, Type } from 'typebox'
import { ShownOffer } from '#promotions/promotions'
import { Evidence } from '#tags/tags'

// Not a union: `type: [x, 'null']` validates and serialises without trying alternatives.
const maybe = <T extends 'string' | 'integer' | 'number'>(type: T, rest: object = {}) =>
  Type.Unsafe<(T extends 'string' ? string : number) | null>({ type: [type, 'null'], ...rest })
const maybeObject = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

const Id = Type.String({ format: 'uuid' })
const MaybeId = maybe('string', { format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const MaybeTime = maybe('string', { format: 'date-time' })
const Yen = Type.Integer({ description: 'Whole yen, consumption tax included' })
const Text = Type.Object({ ja: Type.String(), en: Type.String() })
const Mark = Type.Unsafe<'many' | 'few' | 'none'>({
  type: 'string',
  enum: ['many', 'few', 'none'],
  description: '◎ many (five or more unless set otherwise), △ few, × none',
})
const Left = maybe('integer', { description: 'How many are left, when few' })
const Reservable = Type.Integer({ minimum: 0, maximum: 10, description: 'How many one person could set aside now' })
const Named = Type.Object({ id: Id, name: Type.String(), name_en: maybe('string') })

// Products

export const ListQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Name in kanji, kana, romaji or half width; JAN; one character is enough',
    }),
  ),
  category_id: Type.Optional(Id),
  brand_id: Type.Optional(Id),
  place_id: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Stock marks of this place; without it, of the places that ship for EC',
    }),
  ),
  limit: Type.Integer({ minimum: 1, maximum: 60, default: 20 }),
  after: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
})
export const ListedProduct = Type.Object({
  product_id: Id,
  name: Type.String(),
  name_kana: maybe('string'),
  name_en: maybe('string'),
  brand_name: maybe('string'),
  category_id: MaybeId,
  picture_id: MaybeId,
  tags: Type.Array(Type.String()),
  variant_ids: Type.Array(Id),
  price_yen: maybe('integer', { description: 'Lowest, consumption tax included; null: no price now' }),
  price_to_yen: maybe('integer', { description: 'Highest; differs from price_yen when variants differ' }),
  reduced: Type.Boolean({ description: '※: the reduced tax rate' }),
  stock: Mark,
  left: Left,
  made_to_order: Type.Boolean({ description: 'Made when ordered: there where orders ahead are taken' }),
  offers: Type.Array(Type.Object({ offer_id: Id, name: Type.String(), name_en: maybe('string') }), {
    description: 'What is offered on it online now, without a coupon',
  }),
})
export const ProductList = Type.Object({ items: Type.Array(ListedProduct), next: maybe('string') })

export const DetailQuery = Type.Object({
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  place_id: Type.Optional(
    Type.String({ format: 'uuid', description: 'My shop: listed first, and its ways are offered' }),
  ),
})
export const ProductPath = Type.Object({ product_id: Id })

const Shop = Type.Object({
  place_id: Id,
  kind: Type.String(),
  name: Type.String(),
  name_en: maybe('string'),
  city: maybe('string'),
  latitude: maybe('number'),
  longitude: maybe('number'),
  distance_m: maybe('integer'),
  open_now: Type.Boolean(),
  closes_at: MaybeTime,
  opens_at: MaybeTime,
  stock: Mark,
  left: Left,
  variants: Type.Array(Type.Object({ variant_id: Id, stock: Mark, left: Left, reservable: Reservable })),
  collect: maybeObject(
    Type.Object({
      day: Type.String({ format: 'date', description: 'The shop’s date on which it is ready' }),
      ready_at: Time,
      order_before: Type.String({ description: 'Shop time until which orders are ready the same day' }),
      until_day: Type.String({ format: 'date', description: 'Kept until this day closes' }),
    }),
  ),
  hold: maybeObject(
    Type.Object({ until: Type.String({ format: 'date-time', description: 'Asked for now, set aside until then' }) }),
  ),
  order_ahead: maybeObject(Type.Object({ ready_at: Time, paused_until: MaybeTime })),
})
const Way = Type.Object({
  way: Type.Unsafe<'ship' | 'collect' | 'hold' | 'order_ahead'>({
    type: 'string',
    enum: ['ship', 'collect', 'hold', 'order_ahead'],
  }),
  available: Type.Boolean(),
  place_id: MaybeId,
  day: maybe('string', { format: 'date' }),
  order_before: maybe('string'),
})
export const ProductDetail = Type.Object({
  product_id: Id,
  name: Type.String(),
  name_kana: maybe('string'),
  name_en: maybe('string'),
  description: Type.String(),
  description_en: Type.String(),
  brand: maybeObject(Named),
  category: maybeObject(Named),
  attributes: Type.Record(Type.String(), Type.Unknown()),
  tags: Type.Array(Type.String()),
  picture_ids: Type.Array(Id),
  rate_percent: Type.Number(),
  reduced: Type.Boolean(),
  on_sale: Type.Boolean(),
  made_to_order: Type.Boolean({ description: 'Made when ordered: neither sent nor set aside' }),
  variants: Type.Array(
    Type.Object({
      variant_id: Id,
      gtin: maybe('string'),
      options: Type.Record(Type.String(), Type.Unknown()),
      yen: maybe('integer', { description: 'Consumption tax included; null: no price now' }),
      points: Type.Integer({ description: 'Points a member earns on one piece alone' }),
      ec: Type.Object({ stock: Mark, left: Left }),
    }),
  ),
  places: Type.Array(Shop),
  ways: Type.Array(Way),
  offers: Type.Array(ShownOffer, { description: 'What is offered on it online now, without a coupon' }),
  as_of: Time,
})

// A customer's card

export const CustomerPath = Type.Object({ customer_id: Id })
const CardOrder = Type.Object({
  order_id: Id,
  profile_id: Id,
  number: Type.String(),
  channel: Type.String(),
  way: Type.String(),
  state: Type.String(),
  place_id: Id,
  place_name: maybe('string'),
  place_name_en: maybe('string'),
  placed_at: Time,
  ready_at: MaybeTime,
  total_yen: Yen,
  points_used: Type.Integer(),
  points_earned: Type.Integer(),
  lines: Type.Array(
    Type.Object({ name: Type.String(), quantity: Type.Integer(), amount_yen: Yen, variant_id: MaybeId }),
  ),
})
const CardEvent = Type.Object({
  event_id: Id,
  profile_id: Id,
  type: Type.String(),
  occurred_at: Time,
  channel: maybe('string'),
  place_id: MaybeId,
  place_name: maybe('string'),
  place_name_en: maybe('string'),
  subject_kind: maybe('string'),
  subject_id: MaybeId,
  payload: Type.Record(Type.String(), Type.Unknown()),
})
export const Card = Type.Object({
  customer_id: Id,
  profile_ids: Type.Array(Id),
  name: maybe('string', { description: 'Not for marketers, like the contact data' }),
  kana: maybe('string'),
  email: maybe('string'),
  phone: maybe('string'),
  member_number: maybe('string'),
  facts: Type.Object({
    kind: Type.String(),
    locale: Type.String(),
    birth_year: maybe('integer'),
    birth_month: maybe('integer'),
    gender: maybe('string'),
    prefecture: maybe('string'),
    city: maybe('string'),
    route: maybe('string'),
    registered_at: Time,
    home_place_id: MaybeId,
  }),
  brief: Type.Array(Text, { minItems: 3, maxItems: 3, description: 'Three lines a human would say' }),
  home_place: maybeObject(Named),
  points: Type.Object({
    available: Type.Integer(),
    pending: Type.Integer(),
    held: Type.Integer(),
    debt: Type.Integer(),
    expiring: Type.Array(Type.Object({ points: Type.Integer(), expires_at: Time })),
  }),
  tier: maybeObject(Type.Object({ key: Type.String(), name: Text, until: Type.String({ format: 'date' }) })),
  fan: maybeObject(
    Type.Object({
      level: Type.Integer({ minimum: 1, maximum: 5 }),
      score: Type.Integer(),
      parts: Type.Array(Type.Object({ signal: Type.String(), points: Type.Integer(), moved: Type.Integer() })),
    }),
  ),
  consents: Type.Array(
    Type.Object({
      purpose: Type.String(),
      name_ja: Type.String(),
      name_en: Type.String(),
      channel: Type.String(),
      granted: Type.Boolean(),
      decided_at: Time,
    }),
  ),
  cart: maybeObject(
    Type.Object({
      cart_id: Id,
      profile_id: Id,
      version: Type.Integer(),
      changed_at: Time,
      pieces: Type.Integer(),
      lines: Type.Array(
        Type.Object({
          variant_id: Id,
          name: Type.String(),
          name_en: maybe('string'),
          quantity: Type.Integer(),
          added_by: Type.String(),
        }),
      ),
    }),
  ),
  waiting: Type.Array(
    Type.Object({
      order_id: Id,
      profile_id: Id,
      number: Type.String(),
      state: Type.String(),
      way: Type.String(),
      place_id: Id,
      place_name: maybe('string'),
      place_name_en: maybe('string'),
      pieces: Type.Integer(),
      placed_at: Time,
      ready_at: MaybeTime,
    }),
  ),
  orders: Type.Array(CardOrder),
  orders_count: Type.Integer(),
  spend_12_months_yen: Yen,
  last_order_at: MaybeTime,
  channels: Type.Array(Type.Object({ channel: Type.String(), orders: Type.Integer(), spend_yen: Yen, last_at: Time })),
  visits_30_days: Type.Integer({
    description: 'Shop days: one per shop and business day on which she bought, checked in or collected',
  }),
  visits: Type.Array(
    Type.Object({
      place_id: Id,
      place_name: maybe('string'),
      place_name_en: maybe('string'),
      visits: Type.Integer(),
      last_at: Time,
    }),
  ),
  events: Type.Array(CardEvent),
  merges: Type.Array(Type.Object({ merge_id: Id, merged_at: Time, reason: Type.String() })),
  tags: Type.Array(
    Type.Object({
      tag_id: Id,
      name: Type.String(),
      name_en: Type.Union([Type.String(), Type.Null()]),
      since: Time,
      strength: Type.Integer({ description: '50 is just enough, 100 never quite reached.' }),
      evidence: Type.Array(Evidence),
    }),
  ),
  segments: Type.Array(
    Type.Object({
      segment_id: Id,
      name: Type.String(),
      name_en: Type.Union([Type.String(), Type.Null()]),
      since: Time,
      why: Type.Array(Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Null()])),
      conditions: Type.Array(Type.Object({ ja: Type.String(), en: Type.String() }), {
        description: 'In words, in the order of `why`: what each saw when she came in.',
      }),
    }),
  ),
  as_of: Time,
})

export type CardBody = Static<typeof Card>

// How far the channels have grown together

const Unit = Type.Union([Type.Literal('count'), Type.Literal('percent')])
const RungName = Type.Union([
  Type.Literal('single'),
  Type.Literal('multi'),
  Type.Literal('cross'),
  Type.Literal('omni'),
])
export const Maturity = Type.Object({
  days: Type.Integer(),
  from: Time,
  as_of: Time,
  reached: Type.Union([RungName, Type.Null()]),
  rungs: Type.Array(
    Type.Object({
      rung: RungName,
      met: Type.Boolean({ description: 'This rung and every one below it' }),
      conditions: Type.Array(
        Type.Object({
          query: Type.String(),
          name: Text,
          stated: Type.Unsafe<{ ja: string; en: string }>({ ...Text, description: 'The query in words' }),
          value: Type.Number(),
          wanted: Type.Number(),
          unit: Unit,
          met: Type.Boolean(),
        }),
      ),
    }),
  ),
})

// The screen in a shop

export const DisplayPath = Type.Object({ place_id: Id })
export const Display = Type.Object({
  place: Named,
  ready: Type.Array(Type.Object({ number: Type.Integer(), called_at: Time }), { description: 'The newest call first' }),
  making: Type.Array(Type.Integer()),
  goods: Type.Array(
    Type.Object({
      product_id: Id,
      name: Type.String(),
      name_en: maybe('string'),
      category_id: MaybeId,
      picture_id: MaybeId,
      price_yen: Yen,
      reduced: Type.Boolean(),
      stock: Mark,
      left: Left,
    }),
  ),
  chosen: Type.Array(Type.Object({ category_id: Id, name: Type.String(), name_en: maybe('string') }), {
    description: 'Kinds of goods at least five orders of the last 14 days had here',
  }),
  as_of: Time,
})

// Merging people

export const MergeNew = Type.Object(
  {
    keep: Type.String({ format: 'uuid', description: 'A profile of the customer who stays' }),
    join: Type.String({ format: 'uuid', description: 'A profile of the customer who joins her' }),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
)
export const Merged = Type.Object({ merge_id: Id, customer_id: Id, profile_ids: Type.Array(Id) })
export const MergePath = Type.Object({ merge_id: Id })
