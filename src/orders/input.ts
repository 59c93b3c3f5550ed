import { type Static, Type } from 'typebox'
import { CardNumber, GiftInput } from '#gifts/gifts'
import { discountFields } from '#orders/discount-input'

const Id = Type.String({ format: 'uuid' })

export const WishLine = Type.Object(
  {
    variant_id: Type.Optional(Id),
    gtin: Type.Optional(Type.String({ pattern: '^[0-9]{8,14}$' })),
    quantity: Type.Integer({ minimum: 1, maximum: 999 }),
  },
  { additionalProperties: false },
)

export const Ship = Type.Object(
  {
    family_name: Type.String({ minLength: 1, maxLength: 60 }),
    given_name: Type.Optional(Type.String({ maxLength: 60 })),
    family_name_kana: Type.Optional(Type.String({ maxLength: 60 })),
    given_name_kana: Type.Optional(Type.String({ maxLength: 60 })),
    phone: Type.String({ minLength: 5, maxLength: 30 }),
    postal_code: Type.String({ pattern: '^[0-9]{3}-?[0-9]{4}$' }),
    prefecture: Type.String({ minLength: 2, maxLength: 10 }),
    city: Type.String({ minLength: 1, maxLength: 60 }),
    address: Type.String({ minLength: 1, maxLength: 120 }),
    building: Type.Optional(Type.String({ maxLength: 120 })),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  },
  { additionalProperties: false },
)

export type Ship = Static<typeof Ship>

/** How to reach a guest about her order; members are reached as they chose. */
export const Contact = Type.Object(
  {
    family_name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    given_name: Type.Optional(Type.String({ maxLength: 60 })),
    email: Type.String({ format: 'email', maxLength: 254 }),
    phone: Type.Optional(Type.String({ minLength: 5, maxLength: 30 })),
  },
  { additionalProperties: false },
)

const common = {
  way: Type.Union([
    Type.Literal('carry'),
    Type.Literal('ship'),
    Type.Literal('collect'),
    Type.Literal('order_ahead'),
    Type.Literal('gift_card', { description: 'Gift cards are sold, and nothing else: see gift_cards.' }),
    Type.Literal('gift', { description: 'Each piece is a gift: who receives it says where, by a link of its own.' }),
  ]),
  place_id: Type.Optional(Id),
  channel: Type.Optional(
    Type.Union([
      Type.Literal('ec'),
      Type.Literal('app'),
      Type.Literal('till'),
      Type.Literal('phone'),
      Type.Literal('line'),
      Type.Literal('catalogue'),
      Type.Literal('social'),
      Type.Literal('marketplace'),
      Type.Literal('agent'),
    ]),
  ),
  supply_mode: Type.Optional(Type.Union([Type.Literal('take_away'), Type.Literal('eat_in'), Type.Literal('delivery')])),
  profile_id: Type.Optional(Id),
  account_id: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Order for this company: at its wholesale prices, by one of its contacts or for one.',
    }),
  ),
  lines: Type.Optional(Type.Array(WishLine, { minItems: 1, maxItems: 200 })),
  cart: Type.Optional(
    Type.Boolean({ description: "Order what is in the customer's living cart; ordered lines leave it." }),
  ),
  gift_cards: Type.Optional(
    Type.Array(
      Type.Object({ value_yen: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, { additionalProperties: false }),
      {
        minItems: 1,
        maxItems: 20,
        description: 'With way gift_card: the cards that are sold, each a line. Untaxed, without offers or points.',
      },
    ),
  ),
  points_used: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  coupons: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      maxItems: 10,
      description: 'Codes of coupons she shows, as printed or scanned.',
    }),
  ),
  offers: Type.Optional(
    Type.Array(Id, {
      maxItems: 200,
      description: 'Give these offers at most, as a till that prices by itself knows them; whatever fits unless said.',
    }),
  ),
  ...discountFields,
  counter_code: Type.Optional(
    Type.String({
      minLength: 4,
      maxLength: 32,
      description: 'With way gift, from a customer: the code on the counter of the shop in whose name she buys.',
    }),
  ),
  sold_place_id: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'Where a till sold what another place ships or hands over; a clerk’s own shop unless said.',
    }),
  ),
  address_id: Type.Optional(Type.String({ format: 'uuid', description: 'An address of her address book.' })),
  prefecture: Type.Optional(
    Type.String({ maxLength: 10, description: 'Where it will be sent, before the address is known: for the fee.' }),
  ),
  delivery: Type.Optional(
    Type.Object(
      {
        date: Type.Optional(Type.String({ format: 'date' })),
        slot: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,20}$' })),
      },
      { additionalProperties: false, description: 'One of the dates and slots of GET /v1/orders/delivery-options.' },
    ),
  ),
  pickup: Type.Optional(
    Type.Object(
      {
        date: Type.Optional(Type.String({ format: 'date' })),
        from: Type.Optional(Type.String({ format: 'date-time' })),
      },
      {
        additionalProperties: false,
        description: 'A date, or the beginning of a window, of those offered; for order_ahead the wanted time.',
      },
    ),
  ),
}

export const QuoteInput = Type.Object(common, { additionalProperties: false })

export const PaymentsInput = Type.Array(
  Type.Object(
    {
      method: Type.Union([
        Type.Literal('cash'),
        Type.Literal('card'),
        Type.Literal('terminal'),
        Type.Literal('pay_in_shop'),
        Type.Literal('cash_on_delivery'),
        Type.Literal('account'),
        Type.Literal('gift_card'),
      ]),
      amount_yen: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
      tendered_yen: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })),
      number: Type.Optional(CardNumber),
      token: Type.Optional(
        Type.String({
          minLength: 4,
          maxLength: 255,
          description: 'Made in the provider’s own fields; never card data.',
        }),
      ),
      slip: Type.Optional(
        Type.String({ minLength: 1, maxLength: 40, description: 'Number of the outside terminal’s slip.' }),
      ),
    },
    { additionalProperties: false },
  ),
  { maxItems: 5 },
)

export const ShownTerms = Type.Object(
  {
    lang: Type.Union([Type.Literal('ja'), Type.Literal('en')]),
    items: Type.Array(
      Type.Object(
        { label: Type.String({ minLength: 1, maxLength: 60 }), text: Type.String({ minLength: 1, maxLength: 600 }) },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 12 },
    ),
  },
  {
    additionalProperties: false,
    description: 'What the final screen said (特定商取引法 12条の6), word for word; kept with the order and its hash.',
  },
)
export type ShownTerms = Static<typeof ShownTerms>

export const OrderInput = Type.Object(
  {
    ...common,
    shown_terms: Type.Optional(ShownTerms),
    payments: Type.Optional(PaymentsInput),
    scan_id: Type.Optional(
      Type.String({
        format: 'uuid',
        description:
          'The scan of the member’s rotating QR code (POST /v1/customers/scans), or of her card with her PIN (POST /v1/customers/{id}/pin-checks); a clerk needs it to spend her points at the till.',
      }),
    ),
    expected_total_yen: Type.Optional(Type.Integer({ minimum: 0 })),
    ship: Type.Optional(Ship),
    contact: Type.Optional(Contact),
    gifts: Type.Optional(
      Type.Array(GiftInput, {
        maxItems: 50,
        description: 'With way gift: what is said of each piece, in the order of the lines.',
      }),
    ),
    with_order_id: Type.Optional(Id),
    hold_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'The hold this till sale ends; its lines unless others are given.' }),
    ),
    external_id: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  },
  { additionalProperties: false },
)
export type OrderInput = Static<typeof OrderInput>
export type QuoteInput = Static<typeof QuoteInput>
