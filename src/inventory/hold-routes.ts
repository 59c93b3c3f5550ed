import { Type } from 'typebox'
import { needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Tx } from '#core/database'
import { id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { stockPlace } from '#inventory/goods'
import { hold, release } from '#inventory/holds'
import { policy } from '#inventory/policy'
import { extend, heldBy, reservations } from '#inventory/reservations'
import { body, Id, limit, lines, lookers, maybe, Time } from '#inventory/shapes'

const holders = ['member', 'staff:clerk', 'staff:agent', 'api:inventory.write']
const path = Type.Object({ hold_id: Id })
export const Reservation = Type.Object({
  hold_id: Id,
  place_id: Id,
  variant_id: Id,
  quantity: Type.Integer(),
  source_kind: Type.String({ description: 'order, transfer or hold' }),
  source_id: Id,
  held_at: Time,
  expires_at: maybe(Time),
})

/** Goods set aside for a while: by a member, by staff for someone; and a look at all that is set aside. */
export function holdRoutes(app: App): void {
  app.get(
    '/v1/inventory/reservations',
    {
      config: { audience: lookers },
      schema: {
        summary: 'What is set aside at a place (at all of mine): for orders, transfers and those who will come',
        querystring: Type.Object({
          place_id: Type.Optional(Id),
          variant_id: Type.Optional(Id),
          source_id: Type.Optional(Id),
          limit,
        }),
        response: {
          200: Type.Object({
            items: Type.Array(Reservation),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, variant_id, source_id, limit = 50 } = request.query
        if (place_id) needPlace(request.actor, place_id)
        const place_ids = place_id ? [place_id] : request.actor.place_ids
        return { items: await reservations(tx, { place_ids, variant_id, source_id, limit }) }
      }),
  )
  app.post(
    '/v1/inventory/holds',
    {
      config: { audience: holders },
      schema: {
        summary: 'Set goods aside until they are fetched or the time is over',
        body: body({
          place_id: Id,
          lines: lines(1, 20, 99),
          minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 60 * 24 * 60 })),
        }),
        response: { 201: Type.Object({ hold_id: Id, place_id: Id, expires_at: Type.String() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { place_id, lines } = request.body
        const { hold_minutes, hold_minutes_most } = await policy(tx)
        const { minutes = hold_minutes } = request.body
        if (minutes > hold_minutes_most)
          refuse(
            'inventory.hold_too_long',
            422,
            'お取り置きの期間が長すぎます。',
            'That is longer than goods are kept.',
            {
              field: 'minutes',
              at_most: hold_minutes_most,
            },
          )
        await stockPlace(tx, place_id)
        const hold_id = id()
        const expires_at = new Date(clock.ms() + minutes * 60_000).toISOString()
        await hold(tx, request.actor, {
          place_id,
          lines,
          source_kind: `hold:${request.actor.kind}:${request.actor.id}`,
          source_id: hold_id,
          expires_at,
        })
        return { hold_id, place_id, expires_at }
      }),
  )
  app.post(
    '/v1/inventory/holds/:hold_id/release',
    {
      config: { audience: holders },
      schema: {
        summary: 'Give held goods back: one’s own, or what lies in one’s shop',
        params: path,
        response: { 200: Type.Object({ released: Type.Integer() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        await mine(tx, request.actor, request.params.hold_id)
        return { released: await release(tx, request.actor, request.params.hold_id) }
      }),
  )
  app.post(
    '/v1/inventory/holds/:hold_id/extension',
    {
      config: { audience: ['staff:clerk', 'staff:agent', 'api:inventory.write'] },
      schema: {
        summary: 'Keep held goods longer, counted from now',
        params: path,
        body: body({ minutes: Type.Integer({ minimum: 5, maximum: 60 * 24 * 60 }) }),
        response: { 200: Type.Object({ hold_id: Id, expires_at: Time }) },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { hold_id } = request.params
        await mine(tx, request.actor, hold_id)
        return { hold_id, expires_at: await extend(tx, request.actor, hold_id, request.body.minutes) }
      }),
  )
}

// A member deals with her own holds only; staff with their own and with what lies in their shop; orders' holds end with their order.
async function mine(tx: Tx, actor: Actor, hold_id: string): Promise<void> {
  const found = await heldBy(tx, hold_id)
  const own = found?.source_kind === `hold:${actor.kind}:${actor.id}`
  if (!found?.source_kind.startsWith('hold:') || (actor.kind === 'member' && !own))
    return refuse('inventory.no_hold', 404, 'お取り置きが見つかりません。', 'There is no such hold.', { hold_id })
  if (!own) needPlace(actor, found.place_id)
}
