import type { FastifyReply, FastifyRequest } from 'fastify'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import * as carts from './carts.ts'
import { mine } from './mine.ts'
import * as shape from './schemas.ts'

const tags = ['carts']
const customers = { audience: ['member', 'visitor'] }

type Shown = (
  request: FastifyRequest,
  reply: FastifyReply,
  tx: Tx,
  owner: carts.Owner,
  place_id: string | undefined,
) => Promise<shape.Cart>

/** Coupons that lie in a cart: they go with it to another device, and to whoever it is handed over to. */
export function cartCouponRoutes(app: App, shown: Shown): void {
  app.post(
    '/v1/carts/current/coupons',
    {
      config: customers,
      schema: {
        tags,
        summary: 'Lay a coupon in my cart by its code; an order of the cart uses it as far as it fits',
        body: shape.AddCoupon,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const owner = mine(request)
        await carts.layCoupon(tx, request.actor, owner, request.body.code, carts.channelOf(request.actor))
        return shown(request, reply, tx, owner, undefined)
      }),
  )
  app.delete(
    '/v1/carts/current/coupons/:coupon_id',
    {
      config: customers,
      schema: {
        tags,
        summary: 'Take a coupon out of my cart',
        params: shape.CouponPath,
        response: { 200: shape.Cart },
      },
    },
    (request, reply) =>
      within(request, async (tx) => {
        const owner = mine(request)
        const { actor, params } = request
        await carts.takeCoupon(tx, actor, owner, params.coupon_id, carts.channelOf(actor))
        return shown(request, reply, tx, owner, undefined)
      }),
  )
}
