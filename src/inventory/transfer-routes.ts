import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { close, takeIn } from '#inventory/arrivals'
import { needEither } from '#inventory/goods'
import { body, Day, Id, keepers, limit, lines, lookers, maybe, Note, states, Time, words } from '#inventory/shapes'
import { transferOf, transfers } from '#inventory/transfer'
import { approve, askTransfer, callOff, decline, shipOut } from '#inventory/transfers'

const Count = Type.Integer({ minimum: 0 })
export const Transfer = Type.Object({
  transfer_id: Id,
  number: Type.String(),
  from_place_id: Id,
  to_place_id: Id,
  state: words('requested', 'approved', 'declined', 'cancelled', 'shipped', 'closed'),
  purpose: Type.String({ description: '`request`, or `popup_return`: what a POP-UP had left' }),
  note: maybe(Type.String()),
  needed_on: maybe(Day),
  requested_at: Time,
  requested_by: Type.String(),
  decided_at: maybe(Time),
  closed_at: maybe(Time),
  version: Type.Integer(),
  lines: Type.Array(
    Type.Object({
      variant_id: Id,
      requested: Count,
      approved: maybe(Count),
      shipped: Count,
      received: Count,
      returned: Type.Integer({ minimum: 0, description: 'Were never sent: back at the sender' }),
      gone: Type.Integer({ minimum: 0, description: 'Lost or damaged on the way' }),
      in_transit: Count,
    }),
  ),
  differences: Type.Array(
    Type.Object({
      variant_id: Id,
      quantity: Type.Integer({ description: 'Negative: short; positive: over' }),
      reason: Type.String(),
      note: maybe(Type.String()),
      explained_at: Type.String(),
    }),
  ),
})
const path = Type.Object({ transfer_id: Id })

/** Transfers as papers: asked for, agreed, sent (in transit), received with differences explained, closed. */
export function transferRoutes(app: App): void {
  app.get(
    '/v1/inventory/transfers',
    {
      config: { audience: lookers },
      schema: {
        summary: 'Transfers from or to a place (to all of mine), newest first',
        querystring: Type.Object({ place_id: Type.Optional(Id), state: states, before: Type.Optional(Time), limit }),
        response: { 200: Type.Object({ items: Type.Array(Transfer) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, state, before, limit = 50 } = request.query
        if (place_id) needPlace(request.actor, place_id)
        const place_ids = place_id ? [place_id] : request.actor.place_ids
        return { items: await transfers(tx, { place_ids, states: state?.split(','), before, limit }) }
      }),
  )
  app.get(
    '/v1/inventory/transfers/:transfer_id',
    {
      config: { audience: lookers },
      schema: { summary: 'One transfer', params: path, response: { 200: Transfer } },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await transferOf(tx, request.params.transfer_id)
        needEither(request.actor, found.from_place_id, found.to_place_id)
        return found
      }),
  )
  app.post(
    '/v1/inventory/transfers',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Ask another place for goods, or offer one’s own',
        body: body({
          from_place_id: Id,
          to_place_id: Id,
          lines: lines(),
          note: Type.Optional(Note),
          needed_on: Type.Optional(Day),
        }),
        response: { 201: Transfer },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => askTransfer(tx, request.actor, request.body)),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/approval',
    {
      config: { audience: keepers },
      schema: {
        summary: 'The sender agrees, to all or to the quantities given; they are put aside',
        params: path,
        body: body({ lines: Type.Optional(lines(0)) }),
        response: { 200: Transfer },
      },
    },
    (request, reply) =>
      once(request, reply, 200, (tx) => approve(tx, request.actor, request.params.transfer_id, request.body.lines)),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/refusal',
    {
      config: { audience: keepers },
      schema: {
        summary: 'The sender says no',
        params: path,
        body: body({ note: Type.Optional(Note) }),
        response: { 200: Transfer },
      },
    },
    (request, reply) =>
      once(request, reply, 200, (tx) => decline(tx, request.actor, request.params.transfer_id, request.body.note)),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/cancellation',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Call it off before anything was shipped',
        params: path,
        body: body({}),
        response: { 200: Transfer },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => callOff(tx, request.actor, request.params.transfer_id)),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/shipments',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Goods leave: all that was agreed, or the lines given; they are in transit',
        params: path,
        body: body({ lines: Type.Optional(lines()) }),
        response: { 201: Transfer },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => shipOut(tx, request.actor, request.params.transfer_id, request.body.lines)),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/receipts',
    {
      config: { audience: keepers },
      schema: {
        summary: 'Goods arrive: all in transit, or the lines given; differences are said with their reason',
        params: path,
        body: body({
          lines: Type.Optional(lines()),
          differences: Type.Optional(
            Type.Array(
              body({
                variant_id: Id,
                quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
                reason: Type.Unsafe<'lost' | 'damaged' | 'not_sent' | 'over_sent' | 'found'>({
                  type: 'string',
                  enum: ['lost', 'damaged', 'not_sent', 'over_sent', 'found'],
                  description:
                    'lost, damaged: gone on the way · not_sent: still at the sender · over_sent: the sender put in more than its paper says · found: came from nowhere',
                }),
                note: Type.Optional(Note),
              }),
              { maxItems: 1000 },
            ),
          ),
        }),
        response: { 201: Transfer },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) =>
        takeIn(tx, request.actor, request.params.transfer_id, request.body.lines, request.body.differences),
      ),
  )
  app.post(
    '/v1/inventory/transfers/:transfer_id/closing',
    {
      config: { audience: keepers },
      schema: {
        summary: 'End it: what never left is free again; nothing may be in transit',
        params: path,
        body: body({}),
        response: { 200: Transfer },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => close(tx, request.actor, request.params.transfer_id)),
  )
}
