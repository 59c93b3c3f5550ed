import { Type } from 'typebox'
import { cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { findingsFor, override } from '#promotions/findings'
import { ruleNames } from '#promotions/lint'
import { changesOf, reportOf } from '#promotions/report'
import * as shape from '#promotions/review-shapes'
import { id, tags } from '#promotions/shapes'

const readers = { audience: ['staff', 'api:promotions.read'] }
const params = Type.Object({ offer_id: id })
const Findings = Type.Object({ items: Type.Array(shape.FoundView), next: Type.Null() })

/** An offer looked at: what it may run into, who set that aside, its versions, what it gave. */
export function reviewRoutes(app: App): void {
  app.get(
    '/v1/promotions/offers/:offer_id/findings',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What an offer may run into, and who set it aside',
        params,
        response: { 200: Findings },
      },
    },
    (request) => within(request, async (tx) => ({ items: await findingsFor(tx, request.params.offer_id), next: null })),
  )
  app.post(
    '/v1/promotions/offers/:offer_id/overrides',
    {
      // A name stands for it: no key may.
      config: { audience: ['staff:marketer'] },
      schema: {
        tags,
        summary: 'Set a rule aside for the offer as it is written now, with a reason on record',
        params,
        body: Type.Object(
          {
            rule: Type.Union(ruleNames.map((name) => Type.Literal(name))),
            reason: Type.String({ minLength: 1, maxLength: 500 }),
          },
          { additionalProperties: false },
        ),
        response: { 201: Findings },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => ({
        items: await override(tx, request.actor, request.params.offer_id, request.body),
        next: null,
      })),
  )
  app.get(
    '/v1/promotions/offers/:offer_id/changes',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Each version as it stood and who made it so, the newest first',
        params,
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(shape.ChangeView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50 } = request.query
        const before = after ? Number(readCursor(after, 1, ['count'])[0]) : null
        const items = await changesOf(tx, request.params.offer_id, before, limit)
        return { items, next: cursorOf(items, limit, (last) => [String(last.version)]) }
      }),
  )
  app.get(
    '/v1/promotions/offers/:offer_id/report',
    {
      config: readers,
      schema: {
        tags,
        summary: 'What it gave, where and when, what is left, and what became of its coupons',
        params,
        response: { 200: shape.ReportView },
      },
    },
    (request) => within(request, (tx) => reportOf(tx, request.params.offer_id)),
  )
}
