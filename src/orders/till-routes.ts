import { Type } from 'typebox'
import { needPlace, needTill } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Db } from '#core/database'
import { approval, receivingPlace } from '#orders/return-routes'
import { CountView, Pieces, TillView } from '#orders/till-view'
import { countTill, moveCash, needsManager, openTill, settleTill, tillOf, tillPlace, tillsAt } from '#orders/tills'

const Id = Type.String({ format: 'uuid' })
const ById = Type.Object({ till_session_id: Id })
const Device = Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$', description: 'As in the header Engawa-Till.' })
const Yen = { maximum: 10_000_000 }
const closed = { additionalProperties: false }
const clerks = ['staff:clerk', 'api:orders.write']

/** The drawer of a till: opening, cash in and out, X, blind count and Z. A till names itself by the header `Engawa-Till`. */
export function tillRoutes(app: App): void {
  app.post(
    '/v1/orders/till-sessions',
    {
      config: { audience: clerks },
      schema: {
        summary: 'Open a till with its float',
        body: Type.Object(
          {
            place_id: Type.Optional(Id),
            device_id: Device,
            float_yen: Type.Integer({ minimum: 0, ...Yen }),
          },
          closed,
        ),
        response: { 201: TillView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { device_id, float_yen } = request.body
        const place_id = receivingPlace(request.actor, request.body.place_id)
        await needTill(tx, request.actor, device_id)
        return openTill(tx, request.actor, { place_id, device_id, float_yen })
      }),
  )

  app.get(
    '/v1/orders/till-sessions',
    {
      config: { audience: ['staff:clerk', 'api:orders.read'] },
      schema: {
        summary: 'The last sessions of the tills of a shop, newest first',
        querystring: Type.Object({
          place_id: Type.Optional(Id),
          device_id: Type.Optional(Device),
          limit: Type.Integer({ minimum: 1, maximum: 50, default: 10 }),
        }),
        response: { 200: Type.Object({ items: Type.Array(TillView), next: Type.Null() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { device_id = null, limit } = request.query
        const place_id = receivingPlace(request.actor, request.query.place_id)
        return { items: await tillsAt(tx, place_id, device_id, limit), next: null }
      }),
  )

  app.get(
    '/v1/orders/till-sessions/:till_session_id',
    {
      config: { audience: ['staff:clerk', 'api:orders.read'] },
      schema: {
        summary: 'X while the till is open, Z once it is settled',
        params: ById,
        response: { 200: TillView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        await mine(tx, request.actor, request.params.till_session_id)
        return tillOf(tx, request.params.till_session_id)
      }),
  )

  app.post(
    '/v1/orders/till-sessions/:till_session_id/cash-movements',
    {
      config: { audience: clerks },
      schema: {
        summary: 'Cash put into the drawer or taken out of it',
        params: ById,
        body: Type.Object(
          {
            kind: Type.Union([Type.Literal('in'), Type.Literal('out')]),
            amount_yen: Type.Integer({ minimum: 1, ...Yen }),
            reason: Type.String({ minLength: 1, maxLength: 120 }),
          },
          closed,
        ),
        response: { 201: TillView },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        await own(tx, request.actor, request.params.till_session_id)
        return moveCash(tx, request.actor, request.params.till_session_id, request.body)
      }),
  )

  app.post(
    '/v1/orders/till-sessions/:till_session_id/counts',
    {
      config: { audience: clerks },
      schema: {
        summary: 'A blind count; what should be there is told in answer',
        params: ById,
        body: Type.Object({ pieces: Pieces }, closed),
        response: { 201: Type.Object({ ...CountView.properties, needs_manager: Type.Boolean() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        await own(tx, request.actor, request.params.till_session_id)
        const count = await countTill(tx, request.actor, request.params.till_session_id, request.body.pieces)
        return { ...count, needs_manager: await needsManager(tx, count.difference_yen) }
      }),
  )

  app.post(
    '/v1/orders/till-sessions/:till_session_id/settlement',
    {
      config: { audience: clerks },
      schema: {
        summary: 'Settle the till by a count: its Z, numbered without gaps',
        params: ById,
        body: Type.Object(
          {
            count_id: Id,
            override: Type.Optional(
              Type.Object(
                {
                  reason: Type.String({ minLength: 1, maxLength: 120 }),
                  approved_by: Type.Optional(
                    Type.Object(
                      {
                        code: Type.String({ minLength: 1, maxLength: 40 }),
                        pin: Type.String({ minLength: 4, maxLength: 12 }),
                      },
                      closed,
                    ),
                  ),
                },
                closed,
              ),
            ),
          },
          closed,
        ),
        response: { 201: TillView },
      },
    },
    async (request, reply) => {
      const { actor, body, db, params } = request
      const place_id = await own(db, actor, params.till_session_id)
      const override = await approval(db, actor, place_id, body.override)
      return once(request, reply, 201, (tx) => settleTill(tx, actor, params.till_session_id, body.count_id, override))
    },
  )
}

// Its drawer is opened, counted and settled at the till itself, or by a manager.
async function own(db: Db, actor: Actor, till_session_id: string): Promise<string> {
  const { place_id, device_id } = await tillPlace(db, till_session_id)
  needPlace(actor, place_id)
  await needTill(db, actor, device_id)
  return place_id
}

async function mine(db: Db, actor: Actor, till_session_id: string): Promise<void> {
  needPlace(actor, (await tillPlace(db, till_session_id)).place_id)
}
