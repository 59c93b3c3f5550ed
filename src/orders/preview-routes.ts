import { type Static, Type } from 'typebox'
import { audit } from '#access/access'
import { once } from '#core/answers'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { clock } from '#core/time'
import { memberProfile, profilesOf } from '#customers/customers'
import { decide, supplyMode } from '#orders/decide'
import { DiscountView } from '#orders/discount-input'
import { WishLine } from '#orders/input'
import { refusedViews } from '#orders/offer-view'
import { TaxView } from '#orders/view'
import { OfferBody, RefusedView } from '#promotions/promotions'
import { place } from '#stores/stores'

const Id = Type.String({ format: 'uuid' })
const Preview = Type.Object(
  {
    way: Type.Union([
      Type.Literal('carry'),
      Type.Literal('ship'),
      Type.Literal('collect'),
      Type.Literal('order_ahead'),
    ]),
    place_id: Id,
    channel: Type.Optional(Type.String({ pattern: '^[a-z_]{1,20}$', default: 'till' })),
    lines: Type.Array(WishLine, { minItems: 1, maxItems: 200 }),
    profile_id: Type.Optional(Id),
    coupons: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 10 })),
    at: Type.Optional(Type.String({ format: 'date-time', description: 'The moment to try; now unless said.' })),
    offer: Type.Optional(OfferBody),
  },
  { additionalProperties: false },
)

/** Offers tried on a basket before they are launched. Here, because what an order costs is decided here and nowhere else. */
export function previewRoutes(app: App): void {
  app.post(
    '/v1/promotions/previews',
    {
      config: { audience: ['staff:marketer', 'api:promotions.write'] },
      schema: {
        tags: ['promotions'],
        summary:
          'What a basket would cost at a moment, with an offer that is only tried, and why each other offer is not given',
        body: Preview,
        response: {
          200: Type.Object({
            items_yen: Type.Integer(),
            discount_yen: Type.Integer(),
            total_yen: Type.Integer(),
            tax_yen: Type.Integer(),
            taxes: Type.Array(TaxView),
            points_earned: Type.Integer(),
            discounts: Type.Array(DiscountView),
            offers_refused: Type.Array(RefusedView),
          }),
        },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const { profile_id } = body
      const seen = await preview(request.db, body).catch((error: unknown) => {
        if (error instanceof Error) return error
        throw error
      })
      return once(request, reply, 200, async (tx) => {
        if (seen instanceof Error) throw seen
        if (profile_id) await audit(tx, actor, 'promotions.preview', profile_id)
        return seen
      })
    },
  )
}

async function preview(db: Pool, body: Static<typeof Preview>) {
  const { way, place_id, channel = 'till', lines, profile_id, coupons = [], at, offer } = body
  const now = at ? new Date(at) : clock.now()
  const profile_ids = profile_id ? await profilesOf(db, profile_id) : []
  const { quote, offered, refused } = await decide(
    db,
    {
      channel,
      way,
      place: await place(db, place_id),
      sold_at: null,
      prefecture: null,
      supply_mode: supplyMode(way),
      lines,
      points_used: 0,
      member: profile_id !== undefined && (await memberProfile(db, profile_id)),
      profile_ids,
      offers: {
        profile_ids,
        coupons,
        ...(offer && { trial: { ...offer, name_en: offer.name_en ?? null } }),
      },
    },
    now,
  )
  return {
    items_yen: quote.amount_yen,
    discount_yen: quote.amount_yen - quote.total_yen,
    total_yen: quote.total_yen,
    tax_yen: quote.tax_yen,
    taxes: quote.taxes,
    points_earned: quote.points_earned,
    discounts: offered,
    offers_refused: refusedViews(refused()),
  }
}
