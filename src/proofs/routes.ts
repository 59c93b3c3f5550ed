import { Type } from 'typebox'
import { counted, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { enter, guess } from '#proofs/entering'
import { officeRoutes } from '#proofs/office-routes'
import * as shape from '#proofs/shapes'
import { shelf } from '#proofs/shelf'
import { mine, mineBy } from '#proofs/told'

const { tags } = shape
const buyers = { audience: ['member', 'visitor'] }

/** Purchases made elsewhere: what a shelf's QR code shows, and what its buyers tell. */
export function proofRoutes(app: App): void {
  officeRoutes(app)

  app.get(
    '/v1/proofs/shelves/:code',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'The campaign a shelf’s QR code leads to: goods, what they bring, odds and terms',
        params: Type.Object({ code: Type.String({ minLength: 4, maxLength: 32 }) }),
        response: { 200: shape.ShelfView },
      },
    },
    ({ db, params }) => shelf(db, params.code),
  )
  app.post(
    '/v1/proofs/entries',
    {
      config: buyers,
      schema: {
        tags,
        summary: 'Tell of a purchase by its receipt or a serial; a guest’s is kept for her until she joins',
        body: shape.ProofBody,
        response: { 201: shape.ProofView },
      },
    },
    (request, reply) => {
      const { db, actor, body } = request
      const profile_id = actor.profile_id as string
      return counted(db, guess, { by: [profile_id], from: request }, () =>
        once(request, reply, 201, async (tx) => mineBy(tx, profile_id, await enter(tx, actor, profile_id, body))),
      )
    },
  )
  app.get(
    '/v1/proofs/me/entries',
    {
      config: buyers,
      schema: {
        tags,
        summary: 'What I told and what it brought, the last first',
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(shape.ProofView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const before = after ? (readCursor(after, 1, ['id'])[0] as string) : null
        const items = await mine(tx, request.actor.profile_ids ?? [], before, limit)
        return { items, next: cursorOf(items, limit, ({ proof_id }) => [proof_id]) }
      }),
  )
}
