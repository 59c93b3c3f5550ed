import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { clock } from '#core/time'
import { adjust, reasons, shrinkage } from '#inventory/adjustments'
import { deliveries, delivery, endDelivery, expectDelivery, receiveDelivery } from '#inventory/deliveries'
import { body, Day, Id, keepers, limit, lines, lookers, maybe, Note, states, Time, words } from '#inventory/shapes'

const Delivery = Type.Object({
  delivery_id: Id,
  place_id: Id,
  supplier: Type.String(),
  external_id: maybe(Type.String()),
  state: words('expected', 'closed', 'cancelled'),
  expected_on: Day,
  note: maybe(Type.String()),
  made_at: Time,
  closed_at: maybe(Time),
  version: Type.Integer(),
  lines: Type.Array(Type.Object({ variant_id: Id, expected: Type.Integer(), received: Type.Integer({ minimum: 0 }) })),
})
const path = Type.Object({ delivery_id: Id })
const month_ms = 31 * 86_400_000

/** Goods that come from suppliers, and goods that leave without a sale. */
export function deliveryRoutes(app: App): void {
  app.get(
    '/v1/inventory/deliveries',
    {
      config: { audience: lookers },
      schema: {
        summary: 'Deliveries expected at a place (at all of mine), the next one first',
        querystring: Type.Object({ place_id: Type.Optional(Id), state: states, limit }),
        response: { 200: Type.Object({ items: Type.Array(Delivery) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, state, limit = 50 } = request.query
        if (place_id) needPlace(request.actor, place_id)
        const place_ids = place_id ? [place_id] : request.actor.place_ids
        return { items: await deliveries(tx, { place_ids, states: state?.split(','), limit }) }
      }),
  )
  app.get(
    '/v1/inventory/deliveries/:delivery_id',
    {
      config: { audience: lookers },
      schema: { summary: 'One expected delivery', params: path, response: { 200: Delivery } },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await delivery(tx, request.params.delivery_id)
        needPlace(request.actor, found.place_id)
        return found
      }),
  )
  app.post(
    '/v1/inventory/deliveries',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Expect goods from a supplier; under a known external_id an open one is written anew',
        body: body({
          place_id: Id,
          supplier: Type.String({ minLength: 1, maxLength: 200 }),
          external_id: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
          expected_on: Day,
          note: Type.Optional(Note),
          lines: lines(),
        }),
        response: { 201: Delivery },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => expectDelivery(tx, request.actor, request.body)),
  )
  app.post(
    '/v1/inventory/deliveries/:delivery_id/receipts',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Goods came: all that is still expected, or the lines given',
        params: path,
        body: body({ lines: Type.Optional(lines()) }),
        response: { 201: Delivery },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) =>
        receiveDelivery(tx, request.actor, request.params.delivery_id, request.body.lines),
      ),
  )
  for (const [noun, state, summary] of [
    ['closing', 'closed', 'Nothing more will come'],
    ['cancellation', 'cancelled', 'Nothing came and nothing will'],
  ] as const)
    app.post(
      `/v1/inventory/deliveries/:delivery_id/${noun}`,
      {
        config: { audience: keepers },
        schema: { summary, params: path, body: body({}), response: { 200: Delivery } },
      },
      (request, reply) =>
        once(request, reply, 200, (tx) => endDelivery(tx, request.actor, request.params.delivery_id, state)),
    )

  app.post(
    '/v1/inventory/adjustments',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Goods leave without a sale, by reason; `found` puts some in',
        body: body({ place_id: Id, reason: words(...reasons), lines: lines() }),
        response: { 201: Type.Object({ adjustment_id: Id, lines: Type.Integer() }) },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => adjust(tx, request.actor, request.body)),
  )
  app.get(
    '/v1/inventory/shrinkage',
    {
      config: { audience: ['staff:manager', 'staff:merchandiser', 'api:inventory.read'] },
      schema: {
        summary: 'Pieces that left or turned up without a sale, per place and reason; the last 31 days unless said',
        querystring: Type.Object({ place_id: Type.Optional(Id), from: Type.Optional(Time), to: Type.Optional(Time) }),
        response: {
          200: Type.Object({
            from: Time,
            to: Time,
            items: Type.Array(
              Type.Object({
                place_id: Id,
                reason: Type.String(),
                pieces_out: Type.Integer(),
                pieces_in: Type.Integer(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const to = request.query.to ?? new Date(clock.ms() + 1).toISOString()
        const from = request.query.from ?? new Date(Date.parse(to) - month_ms).toISOString()
        const { place_id } = request.query
        if (place_id) needPlace(request.actor, place_id)
        const place_ids = place_id ? [place_id] : request.actor.place_ids
        return { from, to, items: await shrinkage(tx, { place_ids, from, to }) }
      }),
  )
}
