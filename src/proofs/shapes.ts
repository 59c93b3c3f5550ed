import { type Static, Type } from 'typebox'

export const tags = ['proofs']
export const id = Type.String({ format: 'uuid' })
export const closed = { additionalProperties: false }
const optional = Type.Optional
const day = Type.String({ format: 'date' })
const at = Type.String({ format: 'date-time' })
const yen = Type.Integer({ minimum: 1, maximum: 100_000_000 })
const name = Type.String({ minLength: 1, maxLength: 100 })
const text = Type.String({ maxLength: 4_000 })
const count = Type.Integer()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const some = Type.Array(id, { minItems: 1, maxItems: 500 })

export const ruleNames = ['prize_each', 'prize_total', 'premium'] as const

const PrizeBody = Type.Object(
  {
    name,
    name_en: optional(name),
    value_yen: yen,
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    odds_num: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: 'Of so many draws as `odds_den` says.' }),
    starts_on: optional(day),
    ends_on: optional(day),
  },
  closed,
)

export const CampaignBody = Type.Object(
  {
    name,
    name_en: optional(name),
    maker: Type.String({ minLength: 1, maxLength: 100, description: 'Who pays for it.' }),
    goods: Type.Object(
      { variant_ids: optional(some), product_ids: optional(some), brand_ids: optional(some) },
      { ...closed, minProperties: 1, description: 'Goods that carry any of these.' },
    ),
    starts_on: day,
    ends_on: Type.Unsafe<string>({ ...day, description: 'The last day, counted.' }),
    rate_num: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Points for every full `rate_den` yen.' }),
    rate_den: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    serial_points: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    basis_yen: Type.Unsafe<number>({ ...yen, description: 'What the cheapest of its goods costs, tax included.' }),
    planned_sales_yen: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
    odds_den: optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
    prizes: optional(Type.Array(PrizeBody, { maxItems: 20 })),
    coupon_offer_id: optional(id),
    terms: optional(text),
    terms_en: optional(text),
  },
  closed,
)
export type CampaignBody = Static<typeof CampaignBody>

export const State = Type.Union([Type.Literal('draft'), Type.Literal('live'), Type.Literal('stopped')])

const PrizeView = Type.Object({
  prize_id: id,
  name: Type.String(),
  name_en: orNull(Type.String()),
  value_yen: count,
  quantity: count,
  left_count: count,
  odds_num: count,
  starts_on: Type.String(),
  ends_on: Type.String(),
})
export type PrizeView = Static<typeof PrizeView>

const own = {
  campaign_id: id,
  code: Type.String(),
  state: State,
  version: count,
  name: Type.String(),
  name_en: orNull(Type.String()),
  maker: Type.String(),
  goods: CampaignBody.properties.goods,
  starts_on: Type.String(),
  ends_on: Type.String(),
  rate_num: count,
  rate_den: count,
  serial_points: count,
  basis_yen: count,
  planned_sales_yen: count,
  odds_den: count,
  coupon_offer_id: orNull(id),
  terms: orNull(Type.String()),
  terms_en: orNull(Type.String()),
  prizes: Type.Array(PrizeView),
}
export const CampaignView = Type.Object({
  ...own,
  shelf_url: Type.String({ description: 'What its QR code holds; `?goods=` and a variant lead to one of its goods.' }),
  figures: Type.Object({
    entries: count,
    waiting: count,
    kept: count,
    points: count,
    won: count,
    serials: count,
  }),
})
export type CampaignView = Static<typeof CampaignView>
/** A campaign as it is kept. */
export type Campaign = Omit<CampaignView, 'shelf_url' | 'figures'>

const message = Type.Object({ ja: Type.String(), en: Type.String() })
export const Findings = Type.Object({
  items: Type.Array(
    Type.Object({
      rule: Type.String(),
      field: Type.String(),
      law: message,
      says: message,
      limit: count,
      found: count,
      override: orNull(Type.Object({ reason: Type.String(), staff_id: id, overridden_at: at })),
    }),
  ),
  next: Type.Null(),
})

export const ShelfView = Type.Object({
  code: Type.String(),
  state: Type.String({ description: 'running, before, over.' }),
  name: Type.String(),
  name_en: orNull(Type.String()),
  maker: Type.String(),
  starts_on: Type.String(),
  ends_on: Type.String(),
  enter_until: Type.String({ description: 'The last day on which a receipt of the period is taken.' }),
  keep_days: count,
  rate_num: count,
  rate_den: count,
  serial_points: count,
  takes_serials: Type.Boolean(),
  odds_den: count,
  prizes: Type.Array(PrizeView),
  coupon: orNull(Type.Object({ name: Type.String(), name_en: orNull(Type.String()) })),
  terms: orNull(Type.String()),
  terms_en: orNull(Type.String()),
  goods: Type.Array(
    Type.Object({
      variant_id: id,
      product_id: id,
      gtin: orNull(Type.String()),
      name: Type.String(),
      name_en: orNull(Type.String()),
      options: Type.Record(Type.String(), Type.String()),
      picture_id: orNull(id),
    }),
  ),
})
export type ShelfView = Static<typeof ShelfView>

export const most_photo_bytes = 1_000_000
const Receipt = Type.Object(
  {
    shop: Type.String({ minLength: 1, maxLength: 60, description: 'As the receipt has it; of any chain.' }),
    bought_on: day,
    number: Type.String({ minLength: 1, maxLength: 40 }),
    price_yen: yen,
    photo: optional(
      Type.Object(
        { base64: Type.String({ minLength: 4, maxLength: 1_400_000 }) },
        { ...closed, description: 'JPEG, PNG or WebP, at most 1 MB.' },
      ),
    ),
  },
  closed,
)
export const ProofBody = Type.Object(
  {
    code: Type.String({ minLength: 4, maxLength: 32 }),
    variant_id: id,
    receipt: optional(Receipt),
    serial: optional(Type.String({ minLength: 4, maxLength: 60 })),
  },
  { ...closed, description: 'Either a receipt or a serial.' },
)
export type ProofBody = Static<typeof ProofBody>

export const ProofView = Type.Object({
  proof_id: id,
  code: Type.String(),
  campaign: Type.String(),
  campaign_en: orNull(Type.String()),
  kind: Type.String({ description: 'receipt or serial.' }),
  state: Type.String({ description: 'kept (for a guest), review, settled, refused, lapsed.' }),
  variant_id: id,
  variant: Type.String(),
  variant_en: orNull(Type.String()),
  shop: orNull(Type.String()),
  price_yen: orNull(count),
  bought_on: orNull(Type.String()),
  entered_at: at,
  keep_until: at,
  points: count,
  expected_points: Type.Integer({ description: 'What it brings, or will once she has joined or it was looked at.' }),
  drawn: Type.Boolean(),
  prize: orNull(Type.Object({ name: Type.String(), name_en: orNull(Type.String()), state: Type.String() })),
  coupon: Type.Boolean({ description: 'It brought a coupon, which is among hers.' }),
})
export type ProofView = Static<typeof ProofView>

/** As staff look at it. */
export const OfficeProof = Type.Object({
  ...ProofView.properties,
  profile_id: id,
  campaign_id: id,
  doubt: orNull(Type.String({ description: 'price or twin (a receipt like it, of another shop, was told).' })),
  number: orNull(Type.String()),
  has_photo: Type.Boolean(),
  draw_number: orNull(count),
  odds_den: count,
})
export type OfficeProof = Static<typeof OfficeProof>
