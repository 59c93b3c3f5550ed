import { type Static, Type } from 'typebox'
import { LaidCoupon } from '#promotions/promotions'

// Not a union: `type: [x, 'null']` validates and serialises without trying alternatives.
const maybe = <T extends 'string' | 'integer'>(type: T, rest: object = {}) =>
  Type.Unsafe<(T extends 'string' ? string : number) | null>({ type: [type, 'null'], ...rest })

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const Yen = Type.Integer({ description: 'Whole yen, consumption tax included' })

export const Quantity = Type.Integer({ minimum: 0, maximum: 999 })
export const Mark = Type.Unsafe<'many' | 'few' | 'none'>({
  type: 'string',
  enum: ['many', 'few', 'none'],
  description: '◎ five or more, △ one to four, × none',
})

const Way = Type.Union([Type.Literal('ship'), Type.Literal('collect'), Type.Literal('order_ahead')])
const receive = {
  way: Type.Optional(Way),
  place_id: Type.Optional(Type.String({ format: 'uuid', description: 'At which shop: with collect and order_ahead' })),
}

export const CartLine = Type.Object({
  variant_id: Id,
  product_id: maybe('string', { format: 'uuid' }),
  gtin: maybe('string'),
  name: Type.String(),
  name_en: maybe('string'),
  options: Type.Record(Type.String(), Type.Unknown()),
  picture_id: maybe('string', { format: 'uuid' }),
  quantity: Type.Integer(),
  sold: Type.Boolean({ description: 'False when it has been withdrawn or has no price now; it cannot be ordered' }),
  unit_yen: Yen,
  amount_yen: Yen,
  rate_percent: Type.Number(),
  reduced: Type.Boolean({ description: '※: the reduced tax rate' }),
  stock: Mark,
  left: maybe('integer', { description: 'How many are left, when few' }),
  channel: Type.String(),
  added_by: Type.Unsafe<'customer' | 'staff'>({ type: 'string', enum: ['customer', 'staff'] }),
  added_at: Time,
  way: Type.Union([Way, Type.Null()], { description: 'How it is to be received; null: not said' }),
  place_id: maybe('string', { format: 'uuid', description: 'At which shop; its stock is what the line shows' }),
})

export const CartTax = Type.Object({
  rate_percent: Type.Number(),
  reduced: Type.Boolean(),
  taxable_yen: Yen,
  tax_yen: Type.Integer(),
})

export const Cart = Type.Object({
  cart_id: maybe('string', { format: 'uuid', description: 'null before the first thing was put in' }),
  profile_id: Id,
  version: Type.Integer({ description: 'Grows with every change by anybody; also the ETag' }),
  changed_at: maybe('string', { format: 'date-time' }),
  lines: Type.Array(CartLine),
  pieces: Type.Integer(),
  total_yen: Yen,
  taxes: Type.Array(CartTax),
  points_to_earn: Type.Integer(),
  coupons: Type.Array(LaidCoupon, { description: 'What an order of this cart uses of offers, as far as it fits' }),
  as_of: Time,
})
export type Cart = Static<typeof Cart>
export type CartLine = Static<typeof CartLine>

export const StockPlace = Type.Object({
  place_id: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Stock marks of this place; without it, of the places that ship for EC',
    }),
  ),
})
export const ItemPath = Type.Object({ variant_id: Id })
export const PersonPath = Type.Object({ profile_id: Id })
export const PersonItemPath = Type.Object({ profile_id: Id, variant_id: Id })
export const SetItem = Type.Object({ quantity: Quantity, ...receive }, { additionalProperties: false })
export const AddItem = Type.Object(
  {
    variant_id: Type.Optional(Id),
    gtin: Type.Optional(
      Type.String({ pattern: '^[0-9]{8,14}$', description: 'JAN/GTIN or in-store code, as scanned' }),
    ),
    quantity: Type.Integer({ minimum: 1, maximum: 999, default: 1 }),
    ...receive,
  },
  { additionalProperties: false },
)
export const AddCoupon = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60, description: 'As printed, typed or scanned.' }) },
  { additionalProperties: false },
)
export const CouponPath = Type.Object({ coupon_id: Id })
export const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({ description: 'Version the change was decided on; 412 when it has moved on' }),
  ),
})

export const HandOverCode = Type.Object({
  code: Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits to read aloud; ten minutes, once' }),
  expires_at: Time,
})
export const HandOver = Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }, { additionalProperties: false })
export const HandedOver = Type.Object({
  cart_id: Id,
  profile_id: Id,
  customer: Type.Object({
    kind: Type.String({ description: 'member, guest or visitor' }),
    name: maybe('string', { description: 'Masked, as said at the till' }),
  }),
  cart: Cart,
})
