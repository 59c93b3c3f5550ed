import { Type } from 'typebox'
import { needPlace } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { hashId, id } from '#core/id'
import { clock } from '#core/time'
import { channelRoutes } from '#inventory/channel-routes'
import { deliveryRoutes } from '#inventory/delivery-routes'
import { knownGoods, moveAll, stockPlace } from '#inventory/goods'
import { movements } from '#inventory/history'
import { holdRoutes } from '#inventory/hold-routes'
import { available, count, keepBack } from '#inventory/inventory'
import { popupRoutes } from '#inventory/popup-routes'
import { Id, keepers } from '#inventory/shapes'
import { stocktakeRoutes } from '#inventory/stocktake-routes'
import { transferRoutes } from '#inventory/transfer-routes'

const Stock = Type.Object({
  place_id: Id,
  variant_id: Id,
  on_hand: Type.Integer(),
  reserved: Type.Integer(),
  safety: Type.Integer(),
  available: Type.Integer(),
})

export function inventoryRoutes(app: App): void {
  transferRoutes(app)
  deliveryRoutes(app)
  stocktakeRoutes(app)
  holdRoutes(app)
  channelRoutes(app)
  popupRoutes(app)
  app.get(
    '/v1/inventory/variants/:variant_id/places',
    {
      config: { audience: ['staff', 'api:inventory.read'] },
      schema: {
        params: Type.Object({ variant_id: Id }),
        response: { 200: Type.Object({ items: Type.Array(Stock), as_of: Type.String() }) },
      },
    },
    (request) =>
      within(request, async (tx) => ({ items: await available(tx, [request.params.variant_id]), as_of: clock.iso() })),
  )

  app.get(
    '/v1/inventory/levels',
    {
      config: { audience: ['staff', 'api:inventory.read'] },
      schema: {
        summary: 'How much of several variants is at every place: a table of stock in one read',
        querystring: Type.Object({ variant_id: Type.Array(Id, { minItems: 1, maxItems: 200 }) }),
        response: { 200: Type.Object({ items: Type.Array(Stock), as_of: Type.String() }) },
      },
    },
    (request) =>
      within(request, async (tx) => ({ items: await available(tx, request.query.variant_id), as_of: clock.iso() })),
  )

  app.get(
    '/v1/inventory/variants/:variant_id/movements',
    {
      config: { audience: ['staff', 'api:inventory.read'] },
      schema: {
        params: Type.Object({ variant_id: Id }),
        querystring: Type.Object({
          place_id: Type.Optional(Id),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                movement_id: Id,
                place_id: Id,
                quantity: Type.Integer(),
                kind: Type.String(),
                source_kind: Type.String(),
                source_id: Id,
                moved_at: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => ({
        items: await movements(
          tx,
          request.params.variant_id,
          request.query.place_id ?? null,
          request.query.limit ?? 50,
        ),
      })),
  )

  app.post(
    '/v1/inventory/receipts',
    {
      config: { audience: keepers },
      schema: {
        body: Type.Object(
          {
            place_id: Id,
            kind: Type.Optional(
              Type.Union([
                Type.Literal('opening'),
                Type.Literal('receipt'),
                Type.Literal('return'),
                Type.Literal('loss'),
              ]),
            ),
            lines: Type.Array(
              Type.Object(
                { variant_id: Id, quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }) },
                { additionalProperties: false },
              ),
              { minItems: 1, maxItems: 1000 },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ receipt_id: Id, lines: Type.Integer() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { place_id, kind = 'receipt', lines } = request.body
        needPlace(request.actor, place_id)
        await stockPlace(tx, place_id)
        await knownGoods(tx, lines)
        const receipt_id = id()
        await moveAll(
          tx,
          request.actor,
          lines.map(({ variant_id, quantity }) => ({
            movement_id: hashId('movement', kind, receipt_id, place_id, variant_id),
            place_id,
            variant_id,
            quantity: kind === 'loss' ? -quantity : quantity,
            kind,
            source_kind: 'receipt',
            source_id: receipt_id,
          })),
        )
        return { receipt_id, lines: lines.length }
      }),
  )

  app.post(
    '/v1/inventory/counts',
    {
      config: { audience: keepers },
      schema: {
        body: Type.Object(
          { place_id: Id, variant_id: Id, counted: Type.Integer({ minimum: 0, maximum: 1_000_000 }) },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ difference: Type.Integer() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { place_id, variant_id } = request.body
        needPlace(request.actor, place_id)
        await stockPlace(tx, place_id)
        await knownGoods(tx, [{ variant_id }])
        return { difference: await count(tx, request.actor, request.body) }
      }),
  )

  app.put(
    '/v1/inventory/places/:place_id/variants/:variant_id/safety',
    {
      config: { audience: ['staff:merchandiser', 'api:inventory.write'] },
      schema: {
        params: Type.Object({ place_id: Id, variant_id: Id }),
        body: Type.Object(
          { safety: Type.Integer({ minimum: 0, maximum: 1_000_000 }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ safety: Type.Integer() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        needPlace(request.actor, request.params.place_id)
        await stockPlace(tx, request.params.place_id)
        await knownGoods(tx, [request.params])
        await keepBack(tx, request.params.place_id, request.params.variant_id, request.body.safety)
        return { safety: request.body.safety }
      }),
  )
}
