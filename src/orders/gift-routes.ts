import { Type } from 'typebox'
import { audit, counted, needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { cardsOf, GiftView, giftsIn, guess, SoldCard } from '#gifts/gifts'
import { ClaimInput, planClaim, receive } from '#orders/gift-claims'
import { cancelGift } from '#orders/gift-refunds'
import { carryOut } from '#orders/operations'
import { find, shownTo } from '#orders/read'
import { OrderView } from '#orders/view'

/** What becomes of a gift is an order, or money back: here, because both are orders' doing. */
export function giftRoutes(app: App): void {
  app.post(
    '/v1/orders/gift-claims',
    {
      config: { audience: ['member', 'visitor'] },
      schema: {
        summary: 'Receive a gift: say where it goes, once',
        body: ClaimInput,
        response: { 201: OrderView },
      },
    },
    (request, reply) =>
      counted(request.db, guess, { from: request }, async () => {
        const { actor, body, db } = request
        // Worked out before the key is claimed: a transaction that waits for another connection could wait for ever. A repeat gets its answer all the same.
        const planned = await planClaim(db, actor, body).catch(asError)
        return once(request, reply, 201, async (tx) => {
          if (planned instanceof Error) throw planned
          return shownTo(actor, await receive(tx, actor, body.token, planned))
        })
      }),
  )

  app.get(
    '/v1/orders/:order_id/gifts',
    {
      config: { audience: ['member', 'visitor', 'staff', 'api:orders.read'] },
      schema: {
        summary: 'The gifts of an order: whether they were received, never by whom',
        params: Type.Object({ order_id: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Object({ items: Type.Array(GiftView) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { actor, params } = request
        const { profile_id } = await find(tx, params.order_id)
        if (actor.kind === 'staff') await audit(tx, actor, 'orders.read', profile_id)
        return {
          items: await giftsIn(tx, actor, profile_id, params.order_id),
        }
      }),
  )

  app.get(
    '/v1/orders/:order_id/gift-cards',
    {
      config: { audience: ['member', 'visitor', 'staff:clerk', 'staff:agent', 'api:orders.read'] },
      schema: {
        summary: 'The gift cards an order sold, with their numbers as far as the caller may know them',
        params: Type.Object({ order_id: Type.String({ format: 'uuid' }) }),
        response: { 200: Type.Object({ items: Type.Array(SoldCard) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { actor, params } = request
        const { profile_id, view } = await find(tx, params.order_id)
        if (actor.kind === 'staff' || actor.kind === 'api') needPlace(actor, view.place_id)
        if (actor.kind === 'staff') await audit(tx, actor, 'orders.read', profile_id)
        return { items: await cardsOf(tx, actor, profile_id, params.order_id) }
      }),
  )

  app.post(
    '/v1/orders/:order_id/gifts/:gift_id/cancellation',
    {
      config: { audience: ['member', 'visitor', 'staff:clerk', 'staff:agent', 'api:orders.write'] },
      schema: {
        summary: 'Cancel a gift that nobody has received; its money goes back',
        params: Type.Object({ order_id: Type.String({ format: 'uuid' }), gift_id: Type.String({ format: 'uuid' }) }),
        response: { 200: GiftView },
      },
    },
    async (request, reply) => {
      const { actor, params, db } = request
      const text = await once(request, reply, 200, async (tx) => {
        if (actor.kind === 'staff' || actor.kind === 'api')
          needPlace(actor, (await find(tx, params.order_id)).view.place_id)
        return cancelGift(tx, actor, params.order_id, params.gift_id)
      })
      await carryOut(db, { order_id: params.order_id })
      return text
    },
  )
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the claim failed', { cause: error })
}
