import { Type } from 'typebox'

export const id = Type.String({ format: 'uuid' })
export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) })
const kind = Type.Union([Type.Literal('marketplace'), Type.Literal('social')])
const word = Type.String({ pattern: '^[a-z0-9_-]{1,40}$' })

export const outletBody = Type.Object(
  {
    code: Type.String({ pattern: '^[a-z0-9_-]{1,40}$', description: 'Our name of the shop there.' }),
    kind,
    provider: Type.String({
      pattern: '^[a-z0-9_-]{1,40}$',
      description: 'The adapter that speaks to it; `fake` stands in for the world.',
    }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    place_id: Type.String({ format: 'uuid', description: 'Where its orders are sent from.' }),
    keep_back: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
    poll_seconds: Type.Optional(Type.Integer({ minimum: 10, maximum: 86_400 })),
    active: Type.Optional(Type.Boolean()),
    bell: Type.Optional(
      Type.String({
        minLength: 16,
        maxLength: 200,
        description: 'The word its webhook sends as X-Bell; only its hash is kept.',
      }),
    ),
  },
  { additionalProperties: false },
)
export const outlet = Type.Object({
  outlet_id: id,
  code: Type.String(),
  kind,
  provider: word,
  name: Type.String(),
  place_id: id,
  keep_back: Type.Integer(),
  poll_seconds: Type.Integer(),
  active: Type.Boolean(),
  rings: Type.Boolean({ description: 'Whether it has a webhook.' }),
  version: Type.Integer(),
})
export const listingsBody = Type.Object(
  {
    listings: Type.Array(
      Type.Object(
        { variant_id: id, sku: Type.String({ minLength: 1, maxLength: 80 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2000 },
    ),
  },
  { additionalProperties: false },
)
export const listing = Type.Object({
  variant_id: id,
  sku: Type.String(),
  told_quantity: orNull(Type.Integer()),
  told_at: orNull(Type.String()),
})
export const state = Type.Union(
  ['received', 'accepted', 'short', 'refused', 'shipped', 'cancelled'].map((value) => Type.Literal(value)),
)
export const order = Type.Object({
  outlet_order_id: id,
  outlet_id: id,
  external_id: Type.String(),
  state: Type.String(),
  step: orNull(Type.String({ description: 'What we still have to do or say.' })),
  place_id: id,
  order_id: orNull(id),
  total_yen: Type.Integer(),
  campaign: orNull(Type.String()),
  post: orNull(Type.String()),
  problem: orNull(Type.String()),
  placed_at: Type.String(),
  received_at: Type.String(),
})
export const result = Type.Object({
  outlet_id: id,
  campaign: orNull(Type.String()),
  post: orNull(Type.String()),
  orders: Type.Integer(),
  total_yen: Type.Integer(),
  cancelled: Type.Integer(),
})
