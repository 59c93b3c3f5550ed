/** The shape of a map file, checked before anything is read. The long form of a column; the short form is its name alone. */
import Type, { type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const text = Type.String({ minLength: 1 })

export const Column = Type.Object(
  {
    column: Type.Optional(text),
    join: Type.Optional(Type.Array(text, { minItems: 1 })),
    with: Type.Optional(Type.String()),
    first: Type.Optional(Type.Array(text, { minItems: 1 })),
    sum: Type.Optional(Type.Array(text, { minItems: 1 })),
    constant: Type.Optional(text),
    values: Type.Optional(Type.Record(Type.String(), Type.String())),
    otherwise: Type.Optional(text),
    default: Type.Optional(text),
    format: Type.Optional(text),
    times: Type.Optional(text),
    by: Type.Optional(text),
    less: Type.Optional(text),
    below: Type.Optional(text),
  },
  closed,
)
export type Column = Static<typeof Column>

export const File = Type.Object(
  {
    format: Type.Optional(Type.Union([Type.Literal('csv'), Type.Literal('tsv'), Type.Literal('ndjson')])),
    encoding: Type.Optional(text),
    delimiter: Type.Optional(text),
    skip_lines: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
    header: Type.Optional(Type.Array(text, { minItems: 1 })),
  },
  closed,
)

const shared = { file: Type.Optional(File), fields: Type.Record(Type.String(), Column) }

export const Products = Type.Object(
  { ...shared, tax_included: Type.Optional(Type.Boolean()), published: Type.Optional(Type.Boolean()) },
  closed,
)
const Plain = Type.Object(shared, closed)
const Prices = Type.Object({ ...shared, tax_included: Type.Optional(Type.Boolean()) }, closed)
export const Purchases = Type.Object(
  {
    ...shared,
    channel: Type.Optional(
      Type.Union([
        ...(
          ['till', 'ec', 'app', 'phone', 'line', 'catalogue', 'social', 'marketplace', 'agent', 'import'] as const
        ).map((name) => Type.Literal(name)),
      ]),
    ),
    way: Type.Optional(Type.Union([Type.Literal('carry'), Type.Literal('ship'), Type.Literal('collect')])),
    supply_mode: Type.Optional(text),
    number_prefix: Type.Optional(Type.String({ maxLength: 40 })),
    places: Type.Optional(
      Type.Object(
        {
          name: text,
          kind: Type.Optional(Type.Union([Type.Literal('shop'), Type.Literal('warehouse'), Type.Literal('popup')])),
        },
        closed,
      ),
    ),
    unknown_customer: Type.Optional(Type.Union([Type.Literal('create'), Type.Literal('refuse')])),
    unknown_product: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('refuse')])),
    pieces_at_most: Type.Optional(Type.Integer({ minimum: 1 })),
    prices: Type.Optional(Type.Literal('median')),
    points: Type.Optional(
      Type.Object(
        {
          rate_num: Type.Integer({ minimum: 0 }),
          rate_den: Type.Integer({ minimum: 1 }),
          expiry_days: Type.Optional(Type.Integer({ minimum: 1 })),
          expiry_from: Type.Union([Type.Literal('purchase'), Type.Literal('import')]),
        },
        closed,
      ),
    ),
  },
  closed,
)

export const MapFile = Type.Object(
  {
    source: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }),
    title: Type.Optional(text),
    zone: Type.Optional(text),
    rates: Type.Optional(Type.Record(Type.String(), Type.Number({ exclusiveMinimum: 0 }))),
    products: Type.Optional(Products),
    customers: Type.Optional(Plain),
    purchases: Type.Optional(Purchases),
    prices: Type.Optional(Prices),
    stock: Type.Optional(Plain),
    cards: Type.Optional(Plain),
    points: Type.Optional(Plain),
    receipts: Type.Optional(Purchases),
    postal: Type.Optional(Plain),
  },
  closed,
)
export type MapFile = Static<typeof MapFile>
export type Sections = {
  products: Static<typeof Products>
  customers: Static<typeof Plain>
  purchases: Static<typeof Purchases>
  receipts: Static<typeof Purchases>
  prices: Static<typeof Prices>
  stock: Static<typeof Plain>
  cards: Static<typeof Plain>
  points: Static<typeof Plain>
  postal: Static<typeof Plain>
}
