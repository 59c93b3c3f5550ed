/** The shapes of history told by another system: its people, its orders, what its people did. */
import Type from 'typebox'

const closed = { additionalProperties: false }
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const uuid = Type.String({ format: 'uuid' })
const time = Type.String({ format: 'date-time' })
const own_id = Type.String({ minLength: 1, maxLength: 100, description: 'The other system’s own id.' })
const yen = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })
const text = Type.String({ maxLength: 200 })

export const source = Type.String({
  pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
  description: 'The system it comes from. Ids are kept as `source:id`, as an import’s map does.',
})

const Customer = Type.Object(
  {
    external_id: own_id,
    family_name: Type.Optional(text),
    given_name: Type.Optional(text),
    family_name_kana: Type.Optional(text),
    given_name_kana: Type.Optional(text),
    email: Type.Optional(text),
    phone: Type.Optional(text),
    birth_date: Type.Optional(Type.String({ format: 'date' })),
    birth_year: Type.Optional(Type.Integer({ minimum: 1868, maximum: 2200 })),
    birth_month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    gender: Type.Optional(Type.Union([Type.Literal('female'), Type.Literal('male'), Type.Literal('other')])),
    postal_code: Type.Optional(text),
    prefecture: Type.Optional(text),
    city: Type.Optional(text),
    address: Type.Optional(text),
    building: Type.Optional(text),
    locale: Type.Optional(Type.Union([Type.Literal('ja'), Type.Literal('en')])),
    card_numbers: Type.Optional(Type.Array(Type.String({ minLength: 4, maxLength: 40 }), { maxItems: 5 })),
    route: Type.Optional(Type.String({ pattern: '^[a-z_]{2,30}$', description: 'How she joined.' })),
    place_id: Type.Optional(Type.String({ format: 'uuid', description: 'Where she joined.' })),
    home_place_id: Type.Optional(uuid),
    registered_at: Type.Optional(time),
    points: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Her balance there: an opening entry here.' }),
    ),
  },
  closed,
)
export type CustomerRow = Type.Static<typeof Customer>

const Line = Type.Object(
  {
    variant_id: Type.Optional(uuid),
    product: Type.Optional(own_id),
    gtin: Type.Optional(Type.String({ pattern: '^[0-9]{8,14}$' })),
    quantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
    amount_yen: Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'What was paid for the line, tax included.',
    }),
    discount_yen: Type.Optional(yen),
  },
  closed,
)
const Order = Type.Object(
  {
    external_id: own_id,
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    channel: Type.Union(
      (['till', 'ec', 'app', 'phone', 'line', 'catalogue', 'social', 'marketplace', 'agent'] as const).map((name) =>
        Type.Literal(name),
      ),
    ),
    way: Type.Optional(Type.Union([Type.Literal('carry'), Type.Literal('ship'), Type.Literal('collect')])),
    place_id: Type.Optional(uuid),
    place: Type.Optional(own_id),
    profile_id: Type.Optional(uuid),
    customer: Type.Optional(own_id),
    placed_at: time,
    lines: Type.Array(Line, { minItems: 1, maxItems: 200 }),
    points: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'Granted for it there.' })),
    points_expire_at: Type.Optional(time),
  },
  closed,
)
export type OrderRow = Type.Static<typeof Order>

const Event = Type.Object(
  {
    message_id: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'A repeat (same id, same time) is written once.',
    }),
    type: Type.String({ maxLength: 60, description: 'One of the collected types of `/v1/events/types`.' }),
    occurred_at: time,
    profile_id: Type.Optional(uuid),
    customer: Type.Optional(own_id),
    channel: Type.Optional(Type.String({ pattern: '^[a-z_]{2,20}$' })),
    place_id: Type.Optional(uuid),
    subject_kind: Type.Optional(Type.String({ pattern: '^[a-z_]{2,20}$' })),
    subject_id: Type.Optional(uuid),
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
)
export type EventRow = Type.Static<typeof Event>

export const Customers = Type.Object(
  { source, customers: Type.Array(Customer, { minItems: 1, maxItems: 500 }) },
  closed,
)
export const Orders = Type.Object({ source, orders: Type.Array(Order, { minItems: 1, maxItems: 500 }) }, closed)
export const Events = Type.Object({ source, events: Type.Array(Event, { minItems: 1, maxItems: 2_000 }) }, closed)

const outcome = {
  row: Type.Integer({ description: 'Counted from 0.' }),
  outcome: Type.Union([Type.Literal('added'), Type.Literal('known'), Type.Literal('refused')]),
  field: orNull(Type.String()),
  code: orNull(Type.String()),
  messages: orNull(Type.Object({ ja: Type.String(), en: Type.String() })),
}
export const CustomersAnswer = Type.Object({
  items: Type.Array(Type.Object({ ...outcome, profile_id: orNull(uuid), member_number: orNull(Type.String()) })),
  next: Type.Null(),
})
export const OrdersAnswer = Type.Object({
  items: Type.Array(Type.Object({ ...outcome, order_id: orNull(uuid) })),
  next: Type.Null(),
})
export const EventsAnswer = Type.Object({ accepted: Type.Integer(), repeated: Type.Integer() })
export type CustomerOutcome = Type.Static<typeof CustomersAnswer>['items'][number]
export type OrderOutcome = Type.Static<typeof OrdersAnswer>['items'][number]
