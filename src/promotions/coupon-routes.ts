import { Type } from 'typebox'
import { auditAll, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { couponBy, couponsOf, issueCoupons, revoke } from '#promotions/coupons'
import { offer } from '#promotions/offers'
import * as shape from '#promotions/shapes'
import { mine } from '#promotions/showing'

const { tags } = shape
const makers = { audience: ['staff:marketer', 'api:promotions.write'] }
const readers = { audience: ['staff', 'api:promotions.read'] }
const closed = { additionalProperties: false }

export function couponRoutes(app: App): void {
  app.post(
    '/v1/promotions/offers/:offer_id/coupons',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Issue coupons: so many codes, one each for some people, or one public code',
        params: Type.Object({ offer_id: shape.id }),
        body: shape.IssueBody,
        response: { 201: Type.Object({ items: Type.Array(shape.CouponWithCode), next: Type.Null() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { actor, body, params } = request
        if (body.profile_ids) await auditAll(tx, actor, 'promotions.issue', body.profile_ids)
        return { items: await issueCoupons(tx, actor, params.offer_id, body), next: null }
      }),
  )
  app.get(
    '/v1/promotions/offers/:offer_id/coupons',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Its coupons, the last issued first, without their codes',
        params: Type.Object({ offer_id: shape.id }),
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(shape.CouponView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const { offer_id } = await offer(tx, request.params.offer_id)
        const from = after ? (readCursor(after, 1, ['id'])[0] as string) : null
        const items = await couponsOf(tx, offer_id, from, limit)
        return { items, next: cursorOf(items, limit, (last) => [last.coupon_id]) }
      }),
  )
  app.post(
    '/v1/promotions/coupon-searches',
    {
      config: readers,
      schema: {
        tags,
        summary: 'The coupon with this code',
        body: Type.Object({ code: shape.Code }, closed),
        response: { 200: shape.CouponView },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => couponBy(tx, request.body.code)),
  )
  app.post(
    '/v1/promotions/coupons/:coupon_id/revocation',
    {
      config: makers,
      schema: {
        tags,
        summary: 'Revoke a coupon that nobody has used',
        params: Type.Object({ coupon_id: shape.id }),
        response: { 200: shape.CouponView },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => revoke(tx, request.actor, request.params.coupon_id)),
  )
  app.get(
    '/v1/promotions/me/coupons',
    {
      config: { audience: ['member'] },
      schema: {
        tags,
        summary: 'My coupons with the code to show: those I may still use, or those that are over',
        querystring: Type.Object({
          over: Type.Boolean({ default: false, description: 'Used, expired or revoked, the last first.' }),
        }),
        response: { 200: Type.Object({ items: Type.Array(shape.MyCoupon), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await mine(tx, request.actor.profile_ids ?? [], request.query.over),
        next: null,
      })),
  )
}
