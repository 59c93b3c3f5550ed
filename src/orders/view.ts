import { Type } from 'typebox'
import { blind } from '#core/secret'

const Id = Type.String({ format: 'uuid' })
const Yen = Type.Integer()

export const LineView = Type.Object({
  line_no: Type.Integer(),
  variant_id: Type.Union([Id, Type.Null()]),
  gtin: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  quantity: Type.Integer(),
  unit_yen: Yen,
  discount_yen: Yen,
  amount_yen: Yen,
  reduced: Type.Boolean(),
  rate_num: Type.Integer(),
  rate_den: Type.Integer(),
})

export const TaxView = Type.Object({ rate_num: Type.Integer(), rate_den: Type.Integer(), taxable_yen: Yen, tax_yen: Yen })

export const PaymentView = Type.Object({
  method: Type.String(),
  amount_yen: Yen,
  tendered_yen: Type.Union([Yen, Type.Null()]),
  change_yen: Yen,
  state: Type.String(),
})

export const PickupView = Type.Object({
  code: Type.String({ description: 'Six digits shown by the customer; only she and the shop see them.' }),
  ready_at: Type.Union([Type.String(), Type.Null()]),
})

export const OrderView = Type.Object({
  order_id: Id,
  number: Type.String(),
  profile_id: Type.Union([Id, Type.Null()], { description: 'Null for a walk-in sale.' }),
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
  points_used: Type.Integer(),
  points_earned: Type.Integer(),
  staff_id: Type.Union([Id, Type.Null()]),
  with_order_id: Type.Union([Id, Type.Null()]),
  pickup: Type.Union([PickupView, Type.Null()]),
  ready_at: Type.Union([Type.String(), Type.Null()]),
  done_at: Type.Union([Type.String(), Type.Null()]),
  cancelled_at: Type.Union([Type.String(), Type.Null()]),
  cancel_reason: Type.Union([Type.String(), Type.Null()]),
})
export type OrderView = Type.Static<typeof OrderView>

/** The six digits a customer shows at the counter: derived from the order by key, so nothing is stored and nothing can leak. */
export function pickupCode(order_id: string): string {
  return String(blind('pickup', order_id).readUInt32BE(0) % 1_000_000).padStart(6, '0')
}
