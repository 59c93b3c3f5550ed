import { Type } from 'typebox'
import { holds, needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { answerable, body, Id, keepers, limit, lookers, maybe, Note, Time, words } from '#inventory/shapes'
import { type Counted, counted, stocktakeOf, stocktakes } from '#inventory/stocktake'
import { approveCount, dropCount, enter, openCount, recount } from '#inventory/stocktakes'

const Count = Type.Object({
  stocktake_id: Id,
  place_id: Id,
  state: words('open', 'approved', 'cancelled'),
  scope: words('all', 'category', 'list'),
  category_id: maybe(Id),
  note: maybe(Type.String()),
  opened_at: Time,
  opened_by: Type.String(),
  closed_at: maybe(Time),
  version: Type.Integer(),
})
const Line = Type.Object({
  variant_id: Id,
  round: Type.Integer(),
  counted: maybe(Type.Integer()),
  expected: Type.Optional(maybe(Type.Integer({ description: 'What the books said when it was counted last' }))),
  difference: Type.Optional(maybe(Type.Integer())),
  disturbed: Type.Optional(Type.Boolean({ description: 'Stock moved while it was being counted: count it again' })),
  reason: Type.Optional(maybe(Type.String())),
})
const path = Type.Object({ stocktake_id: Id })

/** 棚卸: opened, counted blind from several devices, differences looked at, counted again, accepted or dropped. */
export function stocktakeRoutes(app: App): void {
  app.get(
    '/v1/inventory/stocktakes',
    {
      config: { audience: lookers },
      schema: {
        summary: 'Counts of a place (of all of mine), newest first',
        querystring: Type.Object({ place_id: Type.Optional(Id), limit }),
        response: { 200: Type.Object({ items: Type.Array(Count) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, limit = 50 } = request.query
        if (place_id) needPlace(request.actor, place_id)
        return { items: await stocktakes(tx, place_id ? [place_id] : request.actor.place_ids, limit) }
      }),
  )
  app.get(
    '/v1/inventory/stocktakes/:stocktake_id',
    {
      config: { audience: lookers },
      schema: {
        summary: 'A count and its lines; those who count do not see what the books say',
        params: path,
        response: { 200: Type.Object({ ...Count.properties, lines: Type.Array(Line) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const found = await stocktakeOf(tx, request.params.stocktake_id)
        needPlace(request.actor, found.place_id)
        const lines = await counted(tx, found.stocktake_id)
        return { ...found, lines: mayCompare(request.actor) ? lines : lines.map(blind) }
      }),
  )
  app.post(
    '/v1/inventory/stocktakes',
    {
      config: { audience: answerable },
      schema: {
        summary: 'Open a count of a place: of everything, of a category, or of a list',
        body: body({
          place_id: Id,
          category_id: Type.Optional(Id),
          variant_ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5000 })),
          note: Type.Optional(Note),
        }),
        response: { 201: Count },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        if (request.body.category_id && request.body.variant_ids)
          refuse(
            'inventory.two_scopes',
            400,
            'カテゴリか商品リストのどちらかにしてください。',
            'Give one of the two.',
            {
              field: 'variant_ids',
            },
          )
        return openCount(tx, request.actor, request.body)
      }),
  )
  app.post(
    '/v1/inventory/stocktakes/:stocktake_id/entries',
    {
      config: { audience: keepers },
      schema: {
        summary: 'What one device counted; entries add up, a negative one takes a slip back',
        params: path,
        body: body({
          lines: Type.Array(
            body({ variant_id: Id, quantity: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }) }),
            { minItems: 1, maxItems: 1000 },
          ),
          device: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
          counted_at: Type.Optional(Type.String({ format: 'date-time', description: 'When, if not now (offline)' })),
        }),
        response: { 201: Type.Object({ entries: Type.Integer() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { lines, device, counted_at } = request.body
        const at = counted_at && new Date(counted_at).toISOString()
        return {
          entries: await enter(tx, request.actor, request.params.stocktake_id, lines, { device, counted_at: at }),
        }
      }),
  )
  app.post(
    '/v1/inventory/stocktakes/:stocktake_id/recounts',
    {
      config: { audience: answerable },
      schema: {
        summary: 'Count these again',
        params: path,
        body: body({ variant_ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }) }),
        response: { 201: Count },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) =>
        recount(tx, request.actor, request.params.stocktake_id, request.body.variant_ids),
      ),
  )
  app.post(
    '/v1/inventory/stocktakes/:stocktake_id/approval',
    {
      config: { audience: answerable },
      schema: {
        summary: 'Accept: differences become movements with their reasons',
        params: path,
        body: body({
          reasons: Type.Optional(
            Type.Array(body({ variant_id: Id, reason: Type.String({ pattern: '^[a-z_]{2,40}$' }) }), {
              maxItems: 5000,
            }),
          ),
          uncounted: Type.Optional(
            Type.Unsafe<'leave' | 'zero'>({
              type: 'string',
              enum: ['leave', 'zero'],
              description: 'Goods in scope that nobody counted: left as they are, or taken to be gone',
            }),
          ),
        }),
        response: { 200: Count },
      },
    },
    (request, reply) =>
      once(request, reply, 200, (tx) => approveCount(tx, request.actor, request.params.stocktake_id, request.body)),
  )
  app.post(
    '/v1/inventory/stocktakes/:stocktake_id/cancellation',
    {
      config: { audience: answerable },
      schema: { summary: 'Drop it; stock stays as it is', params: path, body: body({}), response: { 200: Count } },
    },
    (request, reply) => once(request, reply, 200, (tx) => dropCount(tx, request.actor, request.params.stocktake_id)),
  )
}

// Who knows the number counts to it.
function mayCompare(actor: Actor): boolean {
  return actor.kind === 'api' || holds(actor.role, 'manager') || holds(actor.role, 'merchandiser')
}
const blind = ({ variant_id, round, counted: pieces }: Counted) => ({ variant_id, round, counted: pieces })
