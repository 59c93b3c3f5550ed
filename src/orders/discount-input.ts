import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }
const common = {
  line_no: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, description: 'Off this line; off all goods together unless said.' }),
  ),
  reason: Type.String({ pattern: '^[a-z_]{1,30}$', description: 'One of the setting `orders.discounts`.' }),
}
const Yen = Type.Integer({ minimum: 1, maximum: 100_000_000 })
const Percent = Type.Integer({ minimum: 1, maximum: 100 })

/** What somebody of the house takes off by hand: yen, or percent rounded down. */
export const ByHand = Type.Union([
  Type.Object({ ...common, yen: Yen }, closed),
  Type.Object({ ...common, percent: Percent }, closed),
])
export type ByHand = Static<typeof ByHand>

export const discountFields = {
  discounts: Type.Optional(
    Type.Array(ByHand, {
      maxItems: 20,
      description: 'Taken off by hand, one after another; by staff or a system that may.',
    }),
  ),
  approval_id: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'A manager’s yes to discounts beyond one’s own limit (POST /v1/orders/discount-approvals).',
    }),
  ),
}

/** What a till without a network took off by hand, as it stood on the receipt. */
export const ToldDiscount = Type.Object(
  {
    reason: common.reason,
    percent: Type.Optional(Percent),
    lines: Type.Array(Type.Object({ line_no: Type.Integer({ minimum: 1, maximum: 200 }), yen: Yen }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  closed,
)
export type ToldDiscount = Static<typeof ToldDiscount>

/** An offer such a till gave by itself. */
export const ToldOffer = Type.Object(
  {
    offer_id: Type.String({ format: 'uuid' }),
    lines: Type.Array(
      Type.Object(
        {
          line_no: Type.Integer({ minimum: 1, maximum: 200 }),
          yen: Type.Integer({ minimum: 0, maximum: 100_000_000, description: '0 where it gave points.' }),
        },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  closed,
)
export type ToldOffer = Static<typeof ToldOffer>

const Id = { type: ['string', 'null'], format: 'uuid' }
/** What was taken off an order: one shape, whoever took it off. Its lines are part of their `discount_yen`. */
export const DiscountView = Type.Object({
  kind: Type.Union([Type.Literal('by_hand'), Type.Literal('offer')]),
  reason: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Of what was taken off by hand.' }),
  offer_id: Type.Unsafe<string | null>(Id),
  name: Type.String({ description: 'The reason or the offer in words, as they were then.' }),
  name_en: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  percent: Type.Unsafe<number | null>({ type: ['integer', 'null'] }),
  yen: Type.Integer(),
  lines: Type.Array(Type.Object({ line_no: Type.Integer(), yen: Type.Integer() })),
  asked_by: Type.Unsafe<string | null>({ ...Id, description: 'Who of the staff took it off.' }),
  approved_by: Type.Unsafe<string | null>({ ...Id, description: 'The manager who said yes, when one was needed.' }),
})
export type DiscountView = Static<typeof DiscountView>
