import Type from 'typebox'

export const id = Type.String({ format: 'uuid' })
export const day = Type.String({ format: 'date', pattern: '^[12]' })
export const yen = Type.Integer()
export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const page = {
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  after: Type.Optional(Type.String({ maxLength: 400, description: '`next` of the page before.' })),
}
export const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) })
export const tags = ['business']
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const positive = (maximum: number) => Type.Integer({ minimum: 1, maximum })
const maxYen = 100_000_000_000

export const billing = Type.Object(
  {
    attention: orNull(text(60)),
    postal_code: Type.String({ pattern: '^[0-9]{3}-?[0-9]{4}$' }),
    prefecture: text(10),
    city: text(60),
    address: text(120),
    building: orNull(text(120)),
    email: orNull(Type.String({ format: 'email', maxLength: 254 })),
    phone: orNull(Type.String({ minLength: 5, maxLength: 30 })),
  },
  { additionalProperties: false },
)
const dayOfMonth = (description: string) => Type.Integer({ minimum: 1, maximum: 31, description })
const terms = {
  external_id: Type.Optional(orNull(text(120))),
  company_name: text(120),
  department: Type.Optional(orNull(text(120))),
  registration_number: Type.Optional(
    orNull(Type.String({ pattern: '^T[0-9]{13}$', description: '適格請求書発行事業者の登録番号' })),
  ),
  closing_day: dayOfMonth('締め日; 31 is the end of the month.'),
  payment_months: Type.Optional(Type.Integer({ minimum: 0, maximum: 6, description: '翌月 is 1.' })),
  payment_day: Type.Optional(dayOfMonth('支払日; 31 is the end of the month.')),
  credit_limit_yen: Type.Integer({ minimum: 0, maximum: maxYen }),
  price_list_id: id,
  state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('suspended')])),
  billing,
}
export const accountBody = Type.Object(terms, { additionalProperties: false })
export const account = Type.Object({
  account_id: id,
  external_id: orNull(Type.String()),
  company_name: Type.String(),
  department: orNull(Type.String()),
  registration_number: orNull(Type.String()),
  closing_day: Type.Integer(),
  payment_months: Type.Integer(),
  payment_day: Type.Integer(),
  credit_limit_yen: yen,
  price_list_id: id,
  state: Type.Union([Type.Literal('active'), Type.Literal('suspended')]),
  billing,
  owed_yen: Type.Integer({ description: 'Delivered (less what came back) and not paid.' }),
  open_yen: Type.Integer({ description: 'Ordered and not delivered yet: held of the limit.' }),
  available_yen: yen,
  contacts: Type.Array(id, { description: 'Profiles of those who may order for it.' }),
  opened_at: Type.String(),
  version: Type.Integer(),
})

export const priceBody = Type.Object(
  {
    variant_id: id,
    from_quantity: Type.Optional(positive(100_000)),
    lot_quantity: Type.Optional(positive(100_000)),
    yen: Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'For one piece, without tax.' }),
    valid_from: Type.Optional(
      Type.String({ format: 'date-time', pattern: '^[12].{15}:[0-5]', description: 'From now on unless said.' }),
    ),
    valid_to: Type.Optional(orNull(Type.String({ format: 'date-time', pattern: '^[12].{15}:[0-5]' }))),
  },
  { additionalProperties: false },
)
export const price = Type.Object({
  variant_id: id,
  from_quantity: Type.Integer(),
  lot_quantity: Type.Integer(),
  yen,
  valid_from: Type.String(),
  valid_to: orNull(Type.String()),
})
export const priceList = Type.Object({
  price_list_id: id,
  external_id: orNull(Type.String()),
  name: Type.String(),
  version: Type.Integer(),
})
export const priceListBody = Type.Object(
  {
    external_id: Type.Optional(orNull(text(120))),
    name: text(120),
    prices: Type.Optional(Type.Array(priceBody, { maxItems: 2000 })),
  },
  { additionalProperties: false },
)

const rate = { rate_num: Type.Integer(), rate_den: Type.Integer() }
const item = Type.Object({
  name: Type.String(),
  gtin: orNull(Type.String()),
  quantity: Type.Integer(),
  net_yen: yen,
  ...rate,
  reduced: Type.Boolean({ description: '※ on the invoice.' }),
})
export const invoice = Type.Object({
  invoice_id: id,
  account_id: id,
  number: Type.String(),
  period_from: orNull(day),
  closes_on: day,
  due_on: day,
  carried_yen: Type.Integer({ description: '前回御請求額' }),
  paid_yen: Type.Integer({ description: '御入金額' }),
  taxes: Type.Array(Type.Object({ ...rate, net_yen: yen, tax_yen: yen, reduced: Type.Boolean() })),
  net_yen: yen,
  tax_yen: yen,
  total_yen: Type.Integer({ description: '今回御買上額（税込）' }),
  balance_yen: Type.Integer({ description: '今回御請求額: carried − paid + total' }),
  open_yen: Type.Integer({ description: 'Of this month’s total, what no payment has covered yet.' }),
  issuer: Type.Object({
    name: Type.String(),
    registration_number: orNull(Type.String()),
    address: orNull(Type.String()),
    phone: orNull(Type.String()),
  }),
  recipient: Type.Object({
    company_name: Type.String(),
    department: orNull(Type.String()),
    registration_number: orNull(Type.String()),
    ...billing.properties,
  }),
  orders: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('delivered'), Type.Literal('returned')]),
      number: Type.String(),
      order_id: id,
      business_date: day,
      items: Type.Array(item),
    }),
  ),
  copies: Type.Integer({ description: 'How often it was issued again (再発行).' }),
  issued_at: Type.String(),
})
export const due = Type.Object({
  invoice_id: id,
  account_id: id,
  company_name: Type.String(),
  number: Type.String(),
  closes_on: day,
  due_on: day,
  total_yen: yen,
  open_yen: yen,
  overdue_days: Type.Integer(),
})
export const paymentBody = Type.Object(
  {
    amount_yen: Type.Integer({ minimum: 1, maximum: maxYen }),
    received_on: day,
    reference: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_.:-]{1,60}$',
        description: 'The bank’s id of the transfer; the same again is the same payment.',
      }),
    ),
    matches: Type.Optional(
      Type.Array(
        Type.Object(
          { invoice_id: id, amount_yen: Type.Integer({ minimum: 1, maximum: maxYen }) },
          { additionalProperties: false },
        ),
        {
          maxItems: 100,
          description: 'Invoices it pays; the rest of it pays the oldest.',
        },
      ),
    ),
  },
  { additionalProperties: false },
)
export const payment = Type.Object({
  payment_id: id,
  amount_yen: yen,
  received_on: day,
  reference: orNull(Type.String()),
  unmatched_yen: Type.Integer({ description: 'Left over: it pays the next invoice.' }),
})
export const ageing = Type.Object({
  account_id: id,
  company_name: Type.String(),
  owed_yen: yen,
  unbilled_yen: yen,
  unapplied_yen: Type.Integer({ description: 'Money that has come for no invoice yet, below zero.' }),
  current_yen: yen,
  days_30_yen: yen,
  days_60_yen: yen,
  days_90_yen: yen,
  older_yen: yen,
})
