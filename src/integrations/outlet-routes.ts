import { Type } from 'typebox'
import { cursorOf, needPlace, readCursor } from '#access/access'
import { system } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { transaction } from '#core/database'
import { refuse } from '#core/problem'
import { outletOrder, outletOrders, results } from '#integrations/outlet-read'
import * as shape from '#integrations/outlet-shapes'
import { settleShort, workNow } from '#integrations/outlet-work'
import { listings, outlets, putListings, putOutlet, ring } from '#integrations/outlets'
import { place } from '#stores/stores'

const { id, pageOf, orNull } = shape
const tags = ['integrations']
const keepers = { audience: ['staff:admin', 'api:integrations.write'] }
const readers = { audience: ['staff:manager', 'staff:marketer', 'api:integrations.read'] }
const deciders = { audience: ['staff:manager', 'api:integrations.write'] }
const byOutlet = Type.Object({ outlet_id: id })
const byOrder = Type.Object({ outlet_order_id: id })

/** Marketplaces and social shops: what is sold there, the orders that came, and what a person must decide. */
export function outletRoutes(app: App): void {
  app.get(
    '/v1/integrations/outlets',
    {
      config: readers,
      schema: { tags, summary: 'Marketplaces and social shops we sell at', response: { 200: pageOf(shape.outlet) } },
    },
    (request) => within(request, async (tx) => ({ items: await outlets(tx), next: null })),
  )
  app.post(
    '/v1/integrations/outlets',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Add an outlet, or write the one with this code',
        body: shape.outletBody,
        response: { 201: shape.outlet },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        const { bell, ...input } = request.body
        const whole = { keep_back: 0, poll_seconds: 300, active: true, ...input }
        return putOutlet(request.db, tx, request.actor, whole, bell)
      }),
  )
  app.get(
    '/v1/integrations/outlets/:outlet_id/listings',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What is sold there, and how many it was last told of',
        params: byOutlet,
        response: { 200: pageOf(shape.listing) },
      },
    },
    (request) => within(request, async (tx) => ({ items: await listings(tx, request.params.outlet_id), next: null })),
  )
  app.put(
    '/v1/integrations/outlets/:outlet_id/listings',
    {
      config: keepers,
      schema: {
        tags,
        summary: 'Say under which SKU variants are sold there; those not named stay',
        params: byOutlet,
        body: shape.listingsBody,
        response: { 200: pageOf(shape.listing) },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await putListings(tx, request.params.outlet_id, request.body.listings),
        next: null,
      })),
  )
  app.post(
    '/v1/integrations/outlets/:outlet_id/bell',
    {
      config: { audience: ['anyone'], rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: {
        tags,
        summary: 'An outlet’s webhook: orders have changed. It only rings; what changed is then asked for',
        params: byOutlet,
        headers: Type.Object({ 'x-bell': Type.String({ minLength: 16, maxLength: 200 }) }),
        response: { 202: Type.Object({ rung: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      const { outlet_id } = request.params
      const rung = await transaction(request.db, system, (tx) => ring(tx, outlet_id, request.headers['x-bell']))
      if (!rung)
        refuse('integrations.wrong_bell', 401, '呼び出しを確認できません。', 'We do not know this bell.', {
          field: 'x-bell',
        })
      return reply.code(202).send({ rung })
    },
  )
  app.get(
    '/v1/integrations/outlet-orders',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Orders of outlets, the newest first',
        querystring: Type.Object({
          outlet_id: Type.Optional(id),
          order_id: Type.Optional(id),
          state: Type.Optional(shape.state),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          after: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: { 200: pageOf(shape.order) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit, ...want } = request.query
        const items = await outletOrders(tx, {
          ...want,
          place_ids: request.actor.place_ids,
          limit,
          ...(after ? { after: readCursor(after, 2, ['at', 'id']) as [string, string] } : {}),
        })
        return { items, next: cursorOf(items, limit, (last) => [last.received_at, last.outlet_order_id]) }
      }),
  )
  app.get(
    '/v1/integrations/outlet-results',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What each campaign and post brought',
        querystring: Type.Object({
          outlet_id: Type.Optional(id),
          from: Type.String({ format: 'date-time', pattern: '^[12].{15}:[0-5]' }),
          to: Type.String({ format: 'date-time', pattern: '^[12].{15}:[0-5]' }),
        }),
        response: { 200: pageOf(shape.result) },
      },
    },
    (request) => within(request, async (tx) => ({ items: await results(tx, request.query), next: null })),
  )
  for (const [what, summary] of [
    ['acceptance', 'Send it from a place that has it (or try its own again)'],
    ['cancellation', 'We cannot send it: the outlet gives the money back'],
  ] as const)
    app.post(
      `/v1/integrations/outlet-orders/:outlet_order_id/${what}`,
      {
        config: deciders,
        schema: {
          tags,
          summary,
          params: byOrder,
          body: Type.Object(
            { place_id: Type.Optional(orNull(id)), reason: Type.String({ minLength: 1, maxLength: 1000 }) },
            { additionalProperties: false },
          ),
          response: { 200: shape.order },
        },
      },
      async (request, reply) => {
        const { outlet_order_id } = request.params
        const { place_id, reason } = request.body
        const answer = await once(request, reply, 200, async (tx) => {
          const found = await outletOrder(tx, outlet_order_id)
          needPlace(request.actor, found.place_id)
          const from = what === 'acceptance' ? (await place(tx, place_id ?? found.place_id)).place_id : null
          if (from) needPlace(request.actor, from)
          if (!(await settleShort(tx, request.actor, found, from, reason)))
            refuse(
              'integrations.outlet_order_settled',
              409,
              'この注文は対応済みです。',
              'This order has been settled.',
              {
                field: 'outlet_order_id',
                state: found.state,
              },
            )
          return outletOrder(tx, outlet_order_id)
        })
        await workNow(request.db, outlet_order_id)
        return answer
      },
    )
}
