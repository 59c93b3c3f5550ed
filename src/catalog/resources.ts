import Type, { type Static } from 'typebox'

export const uuid = Type.String({ format: 'uuid' })
export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const yen = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })
const instant = Type.String({ format: 'date-time' })
const code = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })

/** Our id, or `ext:` and the retailer's own. */
export const keyPattern = '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ext:.{1,200})$'
export const ifMatch = Type.Object({
  'if-match': Type.Optional(Type.String({ description: 'The ETag last read; another version refuses with 412.' })),
})
export const listOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) })

export const priceBody = Type.Object(
  {
    channel: Type.Optional(orNull(code)),
    yen,
    tax_included: Type.Optional(Type.Boolean({ description: 'Whether the amount includes tax; it does unless said.' })),
    valid_from: Type.Optional(Type.String({ format: 'date-time', description: 'From now on unless said.' })),
    valid_to: Type.Optional(orNull(instant)),
  },
  { additionalProperties: false },
)
export type PriceBody = Static<typeof priceBody>

export const variantBody = Type.Object(
  {
    variant_id: Type.Optional(uuid),
    external_id: Type.Optional(orNull(text(200))),
    gtin: Type.Optional(
      orNull(
        Type.String({
          maxLength: 30,
          description: 'JAN/GTIN of 8, 12, 13 or 14 digits, or an in-store code 20–29; check digit verified.',
        }),
      ),
    ),
    options: Type.Optional(Type.Record(text(40), text(80))),
    prices: Type.Optional(Type.Array(priceBody, { maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type VariantBody = Static<typeof variantBody>

export const productBody = Type.Object(
  {
    external_id: Type.Optional(orNull(text(200))),
    brand_id: Type.Optional(orNull(uuid)),
    brand: Type.Optional(Type.String({ maxLength: 200, description: 'The brand’s external_id, instead of brand_id.' })),
    category_id: Type.Optional(orNull(uuid)),
    category: Type.Optional(
      Type.String({ maxLength: 200, description: 'The category’s external_id, instead of category_id.' }),
    ),
    name: text(200),
    name_kana: Type.Optional(orNull(text(300))),
    name_en: Type.Optional(orNull(text(300))),
    description: Type.Optional(Type.String({ maxLength: 20_000 })),
    description_en: Type.Optional(Type.String({ maxLength: 20_000 })),
    tax_category: Type.Optional(code),
    attributes: Type.Optional(Type.Record(text(60), Type.Unknown())),
    tags: Type.Optional(Type.Array(text(60), { maxItems: 50 })),
    picture_ids: Type.Optional(Type.Array(uuid, { maxItems: 20 })),
    popularity: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000_000_000 })),
    published_at: Type.Optional(
      orNull(
        Type.String({
          format: 'date-time',
          description: 'When it goes on show; at once unless said, null keeps it a draft.',
        }),
      ),
    ),
    variants: Type.Optional(
      Type.Array(variantBody, {
        minItems: 1,
        maxItems: 200,
        description: 'The full list: a variant left out is withdrawn. Without it, variants stay as they are.',
      }),
    ),
  },
  { additionalProperties: false },
)
export type ProductBody = Static<typeof productBody>

export const price = Type.Object({
  price_id: uuid,
  channel: orNull(Type.String()),
  yen,
  tax_included: Type.Boolean(),
  valid_from: instant,
  valid_to: orNull(instant),
})

const shown = {
  price_yen: orNull(Type.Integer({ description: 'Shown price, tax included; null when not on sale now.' })),
  reduced: Type.Boolean({ description: 'Reduced tax rate: marked ※.' }),
  rate_num: orNull(Type.Integer()),
  rate_den: orNull(Type.Integer()),
}

export const variant = Type.Object({
  variant_id: uuid,
  external_id: orNull(Type.String()),
  gtin: orNull(Type.String()),
  options: Type.Record(Type.String(), Type.String()),
  position: Type.Integer(),
  withdrawn_at: orNull(instant),
  price_yen: shown.price_yen,
  prices: Type.Array(price, { description: 'Rows in effect now and later.' }),
})

const named = { external_id: orNull(Type.String()), name: Type.String(), name_en: orNull(Type.String()) }

export const product = Type.Object({
  product_id: uuid,
  ...named,
  name_kana: orNull(Type.String()),
  brand: orNull(Type.Object({ brand_id: uuid, ...named })),
  category: orNull(Type.Object({ category_id: uuid, ...named })),
  description: Type.String(),
  description_en: Type.String(),
  tax_category: Type.String(),
  attributes: Type.Record(Type.String(), Type.Unknown()),
  tags: Type.Array(Type.String()),
  picture_ids: Type.Array(uuid),
  popularity: Type.Integer(),
  published_at: orNull(instant),
  withdrawn_at: orNull(instant),
  version: Type.Integer(),
  ...shown,
  variants: Type.Array(variant),
})

export const listedProduct = Type.Object({
  product_id: uuid,
  name: Type.String(),
  name_kana: orNull(Type.String()),
  name_en: orNull(Type.String()),
  brand_name: orNull(Type.String()),
  category_id: orNull(uuid),
  picture_id: orNull(uuid),
  tags: Type.Array(Type.String()),
  variant_ids: Type.Array(uuid),
  ...shown,
  price_to_yen: orNull(Type.Integer({ description: 'The dearest variant’s shown price.' })),
  withdrawn_at: orNull(instant),
})

export const scanned = Type.Object({
  variant_id: uuid,
  product_id: uuid,
  gtin: orNull(Type.String()),
  name: Type.String(),
  name_en: orNull(Type.String()),
  options: Type.Record(Type.String(), Type.String()),
  tax_category: Type.String(),
  picture_id: orNull(uuid),
  withdrawn: Type.Boolean(),
  ...shown,
})

export const brandBody = Type.Object(
  {
    external_id: Type.Optional(orNull(text(200))),
    name: text(200),
    name_kana: Type.Optional(orNull(text(200))),
    name_en: Type.Optional(orNull(text(200))),
    look: Type.Optional(Type.Record(text(60), Type.Unknown())),
  },
  { additionalProperties: false },
)
export const brand = Type.Object({
  brand_id: uuid,
  ...named,
  name_kana: orNull(Type.String()),
  look: Type.Record(Type.String(), Type.Unknown()),
  version: Type.Integer(),
})

export const categoryBody = Type.Object(
  {
    external_id: Type.Optional(orNull(text(200))),
    parent_id: Type.Optional(orNull(uuid)),
    name: text(200),
    name_en: Type.Optional(orNull(text(200))),
    position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  },
  { additionalProperties: false },
)
export const category = Type.Object({
  category_id: uuid,
  ...named,
  parent_id: orNull(uuid),
  position: Type.Integer(),
  version: Type.Integer(),
})

export const taxRule = Type.Object(
  {
    category: code,
    supply_mode: Type.String({ pattern: '^(\\*|[a-z][a-z0-9_]{0,39})$' }),
    rate_num: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    rate_den: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    reduced: Type.Boolean(),
    valid_from: Type.String({ format: 'date' }),
    valid_to: orNull(Type.String({ format: 'date' })),
  },
  { additionalProperties: false },
)

const rowProblem = Type.Object({
  row: Type.Integer({ description: 'Place in the list, from 0.' }),
  code: Type.String(),
  field: Type.Optional(Type.String()),
  messages: Type.Object({ ja: Type.String(), en: Type.String() }),
})
export const bulkAnswer = Type.Object({
  written: Type.Integer(),
  unchanged: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      row: Type.Integer(),
      product_id: uuid,
      external_id: orNull(Type.String()),
      variant_ids: Type.Array(uuid),
    }),
  ),
  problems: Type.Array(rowProblem),
})
export type RowProblem = Static<typeof rowProblem>

const word = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })
/** For whom prices are shown: the channel, and how goods are supplied. */
export const view = {
  channel: Type.String({ ...word, default: 'ec' }),
  supply_mode: Type.Optional(
    Type.String({
      ...word,
      description: 'eat_in, take_away, delivery …: decides the tax; as usual for the channel unless said.',
    }),
  ),
}
