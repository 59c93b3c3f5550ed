import type { FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { audit, needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { decide } from '#orders/decide'
import { findHold, HoldView, holdsAt, holdsOf } from '#orders/hold-view'
import { placeHold, releaseHold } from '#orders/holds'
import { WishLine } from '#orders/input'
import { ask } from '#orders/wish'

const Id = Type.String({ format: 'uuid' })
const ById = Type.Object({ hold_id: Id })
const HoldInput = Type.Object(
  {
    place_id: Type.Optional(Id),
    profile_id: Type.Optional(Id),
    lines: Type.Array(WishLine, { minItems: 1, maxItems: 50 }),
  },
  { additionalProperties: false },
)
const people = ['member', 'staff:clerk', 'staff:agent', 'api:orders.write']

/** お取り置き: goods set aside in a shop, to be paid for there. The sale itself is POST /v1/orders with `hold_id`. */
export function holdRoutes(app: App): void {
  app.post(
    '/v1/orders/holds',
    {
      config: { audience: people },
      schema: {
        summary: 'Set goods aside in a shop, without payment, for its minutes or days',
        body: HoldInput,
        response: { 201: HoldView },
      },
    },
    async (request, reply) => {
      // Thought out before the transaction, told inside it: a repeat gets its first answer even when the goods are gone since.
      const wished = await thought(request).catch((refused: unknown) => ({ refused }))
      return once(request, reply, 201, async (tx) => {
        if ('refused' in wished) throw wished.refused
        return placeHold(tx, request.actor, wished.buyer, wished.wish, wished.decision)
      })
    },
  )

  app.get(
    '/v1/orders/holds',
    {
      config: { audience: ['member', 'staff:clerk', 'staff:agent', 'api:orders.read'] },
      schema: {
        summary: 'My holds; for staff, what a shop has set aside or the holds of a customer',
        querystring: Type.Object({
          place_id: Type.Optional(Id),
          profile_id: Type.Optional(Id),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
        }),
        response: { 200: Type.Object({ items: Type.Array(HoldView), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { actor, query } = request
        const { profile_id, limit } = query
        if (actor.kind === 'member') return { items: await holdsOf(tx, actor.profile_ids ?? [], limit), next: null }
        if (profile_id) {
          await audit(tx, actor, 'orders.holds', profile_id)
          return { items: await holdsOf(tx, await profilesOf(tx, profile_id), limit), next: null }
        }
        const place_id = query.place_id ?? actor.place_id
        if (!place_id)
          return refuse('orders.place_needed', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
        needPlace(actor, place_id)
        return { items: await holdsAt(tx, place_id, limit), next: null }
      }),
  )

  app.get(
    '/v1/orders/holds/:hold_id',
    {
      config: { audience: ['member', 'staff:clerk', 'staff:agent', 'api:orders.read'] },
      schema: { summary: 'One hold', params: ById, response: { 200: HoldView } },
    },
    (request) =>
      within(request, async (tx) => {
        const hold = await findHold(tx, request.params.hold_id)
        if (request.actor.kind === 'staff') await audit(tx, request.actor, 'orders.holds', hold.profile_id)
        return hold
      }),
  )

  app.post(
    '/v1/orders/holds/:hold_id/release',
    {
      config: { audience: people },
      schema: { summary: 'Give back what was set aside', params: ById, response: { 200: HoldView } },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const hold = await findHold(tx, request.params.hold_id)
        if (request.actor.kind !== 'member') needPlace(request.actor, hold.place_id)
        return releaseHold(tx, request.actor, hold, request.actor.kind === 'member' ? 'asked' : 'shop')
      }),
  )
}

async function thought({ db, actor, body }: FastifyRequest) {
  const { wish, buyer } = await ask(db, actor, { way: 'hold', ...(body as Static<typeof HoldInput>) })
  if (buyer.walk_in)
    refuse('orders.buyer_needed', 422, 'どなたのお取り置きか指定してください。', 'Say for whom.', {
      field: 'profile_id',
    })
  return { wish, buyer, decision: await decide(db, wish, clock.now()) }
}
