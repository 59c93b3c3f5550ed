import { type Static, Type } from 'typebox'
import { discountFields, ToldDiscount, ToldOffer } from '#orders/discount-input'

const Id = Type.String({ format: 'uuid' })
const Yen = Type.Integer({ minimum: 0, maximum: 100_000_000 })

const OfflineSale = Type.Object(
  {
    receipt_number: Type.String({
      pattern: '^[A-Za-z0-9-]{1,40}$',
      description: 'The device’s own; with the device it names the sale.',
    }),
    occurred_at: Type.String({ format: 'date-time', pattern: '^2.{15}:[0-5]' }),
    staff_id: Type.Optional({ ...Id, description: 'Who sold it; the one who tells unless said.' }),
    supply_mode: Type.Optional(Type.Union([Type.Literal('take_away'), Type.Literal('eat_in')])),
    lines: Type.Array(
      Type.Object(
        {
          variant_id: Type.Optional(Id),
          gtin: Type.Optional(Type.String({ pattern: '^[0-9]{8,14}$' })),
          quantity: Type.Integer({ minimum: 1, maximum: 999 }),
          unit_yen: Yen,
          amount_yen: Type.Integer({
            minimum: 0,
            maximum: 100_000_000,
            description: 'Of the line, tax included, before its discount.',
          }),
          discount_yen: Type.Optional(Yen),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
    payments: Type.Array(
      Type.Object(
        {
          method: Type.Union([Type.Literal('cash'), Type.Literal('terminal')], {
            description: 'Points, gift cards and single-use coupons need the network: an offline till refuses them.',
          }),
          amount_yen: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
          tendered_yen: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
          slip: Type.Optional(
            Type.String({ minLength: 1, maxLength: 40, description: 'Number of the outside terminal’s slip.' }),
          ),
        },
        { additionalProperties: false },
      ),
      { maxItems: 5 },
    ),
    discounts: Type.Optional(
      Type.Array(ToldDiscount, { maxItems: 20, description: 'By hand: part of what was taken off the lines.' }),
    ),
    offers: Type.Optional(
      Type.Array(ToldOffer, { maxItems: 50, description: 'What the till gave by itself: part of what was taken off.' }),
    ),
    approval_id: discountFields.approval_id,
    tax_yen: Type.Optional(Type.Integer({ minimum: 0, description: 'As printed; when ours differs, a person looks.' })),
    member_code: Type.Optional(
      Type.String({
        pattern: '^[0-9A-Za-z]{4,40}$',
        description: 'The static code on her card: she earns, once this is told.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type OfflineSale = Static<typeof OfflineSale>

export const OfflineSales = Type.Object(
  {
    device_id: Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' }),
    place_id: Type.Optional(Id),
    sales: Type.Array(OfflineSale, { minItems: 1, maxItems: 200 }),
  },
  { additionalProperties: false },
)
