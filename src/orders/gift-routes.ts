import { Type } from 'typebox'
import { audit, counted, needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { cardsOf, GiftView, giftsIn, guess, handOver, SoldCard } from '#gifts/gifts'
import { ClaimInput, planClaim, receive } from '#orders/gift-claims'
import { cancelGift } from '#orders/gift-refunds'
import { carryOut } from '#orders/operations'
import { find, shownTo } from '#orders/read'
import { needShopOf } from '#orders/shops'
import { OrderView } from '#orders/view'

const Id = Type.String({ format: 'uuid' })
const TextOrNull = Type.Union([Type.String(), Type.Null()])
const HandWish = Type.Object(
  {
    as: Type.Union([Type.Literal('paper'), Type.Literal('link')]),
    gift_ids: Type.Optional(
      Type.Array(Id, { minItems: 1, maxItems: 50, description: 'All that can be received unless said.' }),
    ),
    reissue: Type.Optional(Type.Boolean({ description: 'Make the link anew: the former one opens nothing any more.' })),
  },
  { additionalProperties: false },
)
const HandedGift = Type.Object({
  gift_id: Id,
  seq: Type.Integer(),
  printed: Type.Integer({ description: 'How often its card was printed, this time included.' }),
  token: Type.String({ description: 'What its link says after `#`.' }),
  from: TextOrNull,
  message: TextOrNull,
})

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
    '/v1/orders/:order_id/gift-hand-overs',
    {
      config: { audience: ['staff:clerk'] },
      schema: {
        summary:
          'Hand over the cards of gifts sold here, on paper or as links, or make a lost link anew; each time is noted',
        params: Type.Object({ order_id: Type.String({ format: 'uuid' }) }),
        body: HandWish,
        response: { 201: Type.Object({ items: Type.Array(HandedGift) }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { actor, body, params } = request
        const { profile_id, view } = await find(tx, params.order_id)
        needShopOf(actor, view)
        const { as, reissue = false, gift_ids } = body
        const wish = { gift_ids, paper: as === 'paper', reissue }
        await audit(tx, actor, reissue ? 'gifts.link_made_anew' : 'gifts.handed_over', profile_id, {
          order_id: view.order_id,
          as,
        })
        return { items: await handOver(tx, actor, { profile_id, order_id: view.order_id }, wish) }
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
        if (actor.kind === 'staff' || actor.kind === 'api') needShopOf(actor, (await find(tx, params.order_id)).view)
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
