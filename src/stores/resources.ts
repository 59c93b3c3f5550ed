import Type, { type Static } from 'typebox'

const clockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', examples: ['05:00'] })
// A day may run on after midnight: 26:00 is two in the morning.
const shopTime = Type.String({ pattern: '^([0-3]\\d|4[0-7]):[0-5]\\d$', examples: ['10:00'] })
const span = Type.Object({ open: shopTime, close: shopTime }, { additionalProperties: false })
const spans = Type.Array(span, { maxItems: 8 })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const day = Type.String({ format: 'date' })

const hours = Type.Object(
  {
    sun: Type.Optional(spans),
    mon: Type.Optional(spans),
    tue: Type.Optional(spans),
    wed: Type.Optional(spans),
    thu: Type.Optional(spans),
    fri: Type.Optional(spans),
    sat: Type.Optional(spans),
    dates: Type.Optional(Type.Record(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), spans)),
  },
  {
    additionalProperties: false,
    description: 'Opening hours by weekday; `dates` holds the days that differ. A missing day is closed.',
  },
)

export const kind = Type.Union([
  Type.Literal('shop'),
  Type.Literal('warehouse'),
  Type.Literal('popup'),
  Type.Literal('restaurant'),
  Type.Literal('office'),
  Type.Literal('dealer'),
])

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const fields = {
  external_id: orNull(text(200)),
  name_kana: orNull(text(200)),
  name_en: orNull(text(200)),
  brand_ids: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 50 }),
  postal_code: orNull(text(20)),
  prefecture: orNull(text(50)),
  city: orNull(text(100)),
  address: orNull(text(300)),
  phone: orNull(text(30)),
  latitude: orNull(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: orNull(Type.Number({ minimum: -180, maximum: 180 })),
  time_zone: text(60),
  cutover: clockTime,
  hours,
  ships_ec: Type.Boolean(),
  offers_pickup: Type.Boolean(),
  pickup_cutoff: clockTime,
  pickup_ready_minutes: Type.Integer({ minimum: 0, maximum: 20_160 }),
  pickup_keep_days: Type.Integer({ minimum: 0, maximum: 60 }),
  pickup_days: Type.Integer({ minimum: 1, maximum: 31, description: 'How many open days are offered for collection.' }),
  pickup_window_minutes: Type.Integer({
    minimum: 0,
    maximum: 1440,
    description: 'Collection in windows of so many minutes; 0 offers each day whole.',
  }),
  barred_payments: Type.Array(Type.String({ pattern: '^[a-z_]{1,40}$' }), {
    maxItems: 20,
    description: 'Ways to pay that orders collected here do not take (cash_on_delivery, in_shop, card …).',
  }),
  offers_holds: Type.Boolean({ description: 'Sets goods aside to be paid for in the shop (お取り置き).' }),
  hold_minutes: Type.Integer({ minimum: 5, maximum: 1440 }),
  hold_days: Type.Integer({
    minimum: 0,
    maximum: 31,
    description: 'Instead of minutes: until the shop closes so many days later.',
  }),
  offers_order_ahead: Type.Boolean(),
  order_ahead_minutes: Type.Integer({ minimum: 0, maximum: 1440 }),
  order_ahead_paused_until: orNull(Type.String({ format: 'date-time' })),
  opens_on: orNull(day),
  closes_on: orNull(day),
  returns_to_place_id: orNull(Type.String({ format: 'uuid' })),
  active: Type.Boolean(),
}
const named = { kind, name: text(200) }

/** What may be said about a place; what is left out takes its default in a PUT, stays as it is in a PATCH. */
export const placeBody = Type.Object(
  { ...named, ...Type.Partial(Type.Object(fields)).properties },
  { additionalProperties: false },
)
export const placeEdit = Type.Partial(Type.Object({ ...named, ...fields }), {
  additionalProperties: false,
  minProperties: 1,
})

export const placeAnswer = Type.Object({
  place_id: Type.String({ format: 'uuid' }),
  ...named,
  ...fields,
  version: Type.Integer(),
  open_now: Type.Boolean(),
  closes_at: orNull(Type.String({ format: 'date-time' })),
  opens_at: orNull(Type.String({ format: 'date-time' })),
  business_date: Type.String({ format: 'date' }),
  pickup: orNull(
    Type.Object({
      date: Type.String({ format: 'date' }),
      ready_at: Type.String({ format: 'date-time' }),
      cutoff: Type.String(),
      last_day: Type.String({ format: 'date' }),
    }),
  ),
  distance_metres: orNull(Type.Integer()),
})
export type PlaceAnswer = Static<typeof placeAnswer>
