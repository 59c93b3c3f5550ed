import { type TSchema, Type } from 'typebox'
import { blind } from '#core/secret'

const Id = Type.String({ format: 'uuid' })
const Yen = Type.Integer()
// Null beside a type, not a union of two schemas: the serializer writes it without trying one after the other.
const OrNull = <Schema extends TSchema & { type: string }>(schema: Schema) =>
  Type.Unsafe<Type.Static<Schema> | null>({ ...schema, type: [schema.type, 'null'] })

export const LineView = Type.Object({
  line_no: Type.Integer(),
  variant_id: OrNull(Id),
  gtin: OrNull(Type.String()),
  name: Type.String(),
  quantity: Type.Integer(),
  unit_yen: Yen,
  discount_yen: Yen,
  amount_yen: Yen,
  reduced: Type.Boolean(),
  rate_num: Type.Integer(),
  rate_den: Type.Integer(),
})

export const TaxView = Type.Object({
  rate_num: Type.Integer(),
  rate_den: Type.Integer(),
  taxable_yen: Yen,
  tax_yen: Yen,
})

export const PaymentView = Type.Object({
  method: Type.String(),
  amount_yen: Yen,
  tendered_yen: OrNull(Yen),
  change_yen: Yen,
  state: Type.String(),
})

export const PickupView = Type.Object({
  code: Type.String({ description: 'Six digits shown by the customer; only she and the shop see them.' }),
  ready_at: OrNull(Type.String()),
})

export const OrderView = Type.Object({
  order_id: Id,
  number: Type.String(),
  profile_id: OrNull(Type.String({ format: 'uuid', description: 'Null for a walk-in sale.' })),
  channel: Type.String(),
  way: Type.String(),
  state: Type.String(),
  place_id: Id,
  business_date: Type.String(),
  placed_at: Type.String(),
  lines: Type.Array(LineView),
  items_yen: Yen,
  discount_yen: Yen,
  total_yen: Yen,
  tax_yen: Yen,
  taxes: Type.Array(TaxView),
  payments: Type.Array(PaymentView),
  points_as: Type.String({
    description:
      '`payment`: points used are one of the payments. `discount`: they are within discount_yen, before tax.',
  }),
  points_used: Type.Integer(),
  points_earned: Type.Integer(),
  staff_id: OrNull(Id),
  with_order_id: OrNull(Id),
  pickup: OrNull(PickupView),
  ready_at: OrNull(Type.String()),
  done_at: OrNull(Type.String()),
  cancelled_at: OrNull(Type.String()),
  cancel_reason: OrNull(Type.String()),
})
export type OrderView = Type.Static<typeof OrderView>

/** The six digits a customer shows at the counter: derived from the order by key, so nothing is stored and nothing can leak. */
export function pickupCode(order_id: string): string {
  return String(blind('pickup', order_id).readUInt32BE(0) % 1_000_000).padStart(6, '0')
}
