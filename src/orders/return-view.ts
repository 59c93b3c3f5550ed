import { Type } from 'typebox'
import { reasons } from '#orders/return-rules'
import { TaxView } from '#orders/view'

const Id = Type.String({ format: 'uuid' })
const Yen = Type.Integer()
const Condition = Type.Union([Type.Literal('sellable'), Type.Literal('damaged')])

export const ReturnLineInput = Type.Object(
  {
    line_no: Type.Integer({ minimum: 1, maximum: 999 }),
    quantity: Type.Integer({ minimum: 1, maximum: 999 }),
    condition: Type.Optional(Condition),
  },
  { additionalProperties: false },
)
const wish = {
  lines: Type.Array(ReturnLineInput, { minItems: 1, maxItems: 200 }),
  reason: Type.Union(reasons.map((reason) => Type.Literal(reason))),
  way: Type.Optional(
    Type.Union([Type.Literal('counter'), Type.Literal('post')], {
      description: 'Across a counter (the default) or by post.',
    }),
  ),
}
export const ReturnQuoteInput = Type.Object(wish, { additionalProperties: false })
const Override = Type.Object(
  {
    reason: Type.String({ pattern: '^[a-z_]{2,60}$' }),
    approved_by: Type.Optional(
      Type.Object(
        { code: Type.String({ minLength: 1, maxLength: 40 }), pin: Type.String({ pattern: '^[0-9]{4,8}$' }) },
        {
          additionalProperties: false,
          description: 'A manager beside the clerk; a manager signed in approves herself.',
        },
      ),
    ),
  },
  { additionalProperties: false },
)
export const ReturnInput = Type.Object(
  {
    ...wish,
    place_id: Type.Optional(Type.String({ format: 'uuid', description: 'Where the goods are received.' })),
    override: Type.Optional(Override),
    expected_refund_yen: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 })),
  },
  { additionalProperties: false },
)

const line = {
  line_no: Type.Integer(),
  quantity: Type.Integer(),
  condition: Type.String(),
  total_yen: Yen,
  refund_yen: Yen,
  points_back: Type.Integer(),
}
const figures = {
  lines: Type.Array(Type.Object(line)),
  total_yen: Yen,
  tax_yen: Yen,
  taxes: Type.Array(TaxView),
  refund_yen: Yen,
  points_back: Type.Integer({ description: 'Points used for these goods, which go back to her lots.' }),
  points_taken: Type.Integer({ description: 'Points these goods had earned, which are taken back.' }),
}
export const ReturnQuoteView = Type.Object({
  ...figures,
  refunds: Type.Array(Type.Object({ method: Type.String(), amount_yen: Yen })),
  return_by: Type.Union([Type.String(), Type.Null()]),
  hindrances: Type.Array(Type.Object({ code: Type.String(), line_no: Type.Union([Type.Integer(), Type.Null()]) }), {
    description: 'What only a manager may set aside.',
  }),
})
export const ReturnView = Type.Object({
  return_id: Id,
  order_id: Id,
  number: Type.String(),
  way: Type.String(),
  place_id: Id,
  business_date: Type.String(),
  returned_at: Type.String(),
  reason: Type.String(),
  ...figures,
  refunds: Type.Array(Type.Object({ refund_id: Id, method: Type.String(), amount_yen: Yen, state: Type.String() })),
  exchange_order_id: Type.Union([Id, Type.Null()]),
  override: Type.Union([Type.Object({ reason: Type.String(), staff_id: Id }), Type.Null()]),
})
export const ReturnableLine = Type.Object({
  line_no: Type.Integer(),
  variant_id: Type.Union([Id, Type.Null()]),
  gtin: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  bought: Type.Integer(),
  left: Type.Integer(),
  amount_yen: Yen,
})
export const Returnable = Type.Object({
  order_id: Id,
  number: Type.String(),
  place_id: Id,
  business_date: Type.String(),
  total_yen: Yen,
  return_by: Type.Union([Type.String(), Type.Null()]),
  lines: Type.Array(ReturnableLine),
})
export const ReturnSearch = Type.Object(
  {
    number: Type.Optional(Type.String({ pattern: '^[0-9A-Za-z-]{3,60}$' })),
    profile_id: Type.Optional(Id),
    gtin: Type.Optional(Type.String({ pattern: '^[0-9]{8,14}$' })),
    since: Type.Optional(Type.String({ format: 'date', pattern: '^(19|20|21)' })),
  },
  { additionalProperties: false, minProperties: 1 },
)
