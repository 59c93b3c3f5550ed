import { Type } from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { couponRoutes } from '#promotions/coupon-routes'
import { changeOffer, draftOffer, offer, offers } from '#promotions/offers'
import { reviewRoutes } from '#promotions/review-routes'
import * as shape from '#promotions/shapes'

const { tags } = shape
const readers = { audience: ['staff', 'api:promotions.read'] }
const makers = { audience: ['staff:marketer', 'api:promotions.write'] }
const byId = Type.Object({ offer_id: shape.id })
const Page = Type.Object({ items: Type.Array(shape.OfferView), next: Type.Union([Type.String(), Type.Null()]) })

/** Offers from their draft to their end, and their coupons. */
export function promotionRoutes(app: App): void {
  couponRoutes(app)
  reviewRoutes(app)

  app.get(
    '/v1/promotions/offers',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Offers, the last changed first',
        querystring: Type.Object({
          state: Type.Optional(shape.State),
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: { 200: Page },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { state, after, limit = 50 } = request.query
        const from = after ? (readCursor(after, 2, ['at', 'id']) as [string, string]) : undefined
        const items = await offers(tx, state ? [state] : null, from, limit)
        return { items, next: cursorOf(items, limit, (last) => [last.changed_at, last.offer_id]) }
      }),
  )
  app.get(
    '/v1/promotions/offers/:offer_id',
    { config: readers, schema: { tags, summary: 'One offer', params: byId, response: { 200: shape.OfferView } } },
    (request, reply) => within(request, async (tx) => tagVersion(reply, await offer(tx, request.params.offer_id))),
  )
  app.post(
    '/v1/promotions/offers',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Draft an offer, or write the one with this external_id',
        body: shape.OfferBody,
        response: { 201: shape.OfferView },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => draftOffer(tx, request.actor, request.body)),
  )
  app.put(
    '/v1/promotions/offers/:offer_id',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Write a draft or an approved offer anew; it is a draft again',
        params: byId,
        body: shape.OfferBody,
        response: { 200: shape.OfferView },
      },
    },
    (request, reply) =>
      within(request, async (tx) =>
        tagVersion(
          reply,
          await changeOffer(tx, request.actor, request.params.offer_id, request.body, seenVersion(request)),
        ),
      ),
  )
}
