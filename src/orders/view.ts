import { type TSchema, Type } from 'typebox'
import { blind } from '#core/secret'
import { DiscountView } from '#orders/discount-input'

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
  state: Type.String({
    description:
      'due, pending, authorized, captured, refunding, partly_refunded, refunded, voiding, voided, failed; replaced: it was due and paid by others.',
  }),
  payment_id: Type.Optional(Id),
  captured_yen: Type.Optional(Yen),
  refunded_yen: Type.Optional(Yen),
  slip: Type.Optional(Type.String({ description: 'Slip of the outside terminal, as the clerk keyed it.' })),
  last_four: Type.Optional(Type.String({ description: 'Of the gift card’s number.' })),
  action: Type.Optional(
    Type.Object(
      {
        kind: Type.Union([Type.Literal('authenticate'), Type.Literal('pay')]),
        client_secret: Type.String(),
        publishable_key: Type.Optional(Type.String()),
      },
      {
        description:
          'What the buyer’s browser needs to go on in the provider’s own fields; then send the order again with the same key.',
      },
    ),
  ),
})

export const PickupView = Type.Object({
  code: Type.String({ description: 'Six digits shown by the customer; only she and the shop see them.' }),
  ready_at: OrNull(Type.String()),
})

const Instant = OrNull(Type.String({ format: 'date-time' }))
const Day = OrNull(Type.String({ format: 'date' }))
export const PromiseView = Type.Object({
  ready_from: Type.Unsafe<string | null>({ ...Instant, description: 'Can be collected from then on.' }),
  ready_until: Instant,
  keep_until: Type.Unsafe<string | null>({ ...Instant, description: 'Uncollected goods go back then.' }),
  delivery_from: Type.Unsafe<string | null>({ ...Day, description: 'The earliest day it can arrive.' }),
  delivery_date: Day,
  delivery_slot: OrNull(Type.String()),
  queue: OrNull(Type.String({ description: 'accepted, preparing, ready or handed_over; for orders ahead.' })),
  call_number: OrNull(Type.Integer()),
  sold_place_id: OrNull(
    Type.String({ format: 'uuid', description: 'The shop that sold what another place supplies.' }),
  ),
  route: OrNull(
    Type.String({ description: 'counter_qr: bought on her own phone by the code on that shop’s counter.' }),
  ),
})
export type PromiseView = Type.Static<typeof PromiseView>

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
  discounts: Type.Array(DiscountView),
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
  promise: OrNull(PromiseView),
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

/** A promise as the API shows it, with where an order ahead stands in its shop's queue. */
export function promiseView(
  promised: Omit<PromiseView, 'queue'>,
  way: string,
  state: string,
  preparing_at: string | null,
): PromiseView {
  const { ready_from, ready_until, keep_until, delivery_from, delivery_date, delivery_slot } = promised
  const queue =
    way === 'order_ahead' ? (state === 'placed' && preparing_at ? 'preparing' : (queued[state] ?? null)) : null
  return {
    ready_from,
    ready_until,
    keep_until,
    delivery_from,
    delivery_date,
    delivery_slot,
    queue,
    call_number: promised.call_number,
    sold_place_id: promised.sold_place_id,
    route: promised.route,
  }
}

// 受付 → 準備中 → 受取可 → お渡し
const queued: Record<string, string> = { placed: 'accepted', ready: 'ready', done: 'handed_over' }
