import { Type } from 'typebox'
import { counted, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { visitor } from '#customers/customers'
import { guess } from '#gifts/guess'
import { GiftToken } from '#gifts/link'
import { OpenedGift, opened } from '#gifts/opened'
import { GiftView, giftsFor } from '#gifts/sent'

export function giftRoutes(app: App): void {
  app.get(
    '/v1/gifts',
    {
      config: { audience: ['member', 'visitor'] },
      schema: {
        summary: 'The gifts I gave, the last bought first',
        querystring: Type.Object({
          after: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(GiftView), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { actor, query } = request
        const { after, limit = 50 } = query
        const before = after ? (readCursor(after, 1, ['id'])[0] as string) : null
        const items = await giftsFor(tx, actor, actor.profile_ids ?? [], before, limit)
        return { items, next: cursorOf(items, limit, ({ gift_id }) => [gift_id]) }
      }),
  )

  app.post(
    '/v1/gifts/givers',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        summary: 'Somebody who gives at the counter and need not say who she is',
        body: Type.Object({}, { additionalProperties: false }),
        response: { 201: Type.Object({ profile_id: Type.String({ format: 'uuid' }) }) },
      },
    },
    (request, reply) => once(request, reply, 201, async (tx) => ({ profile_id: await visitor(tx) })),
  )

  app.post(
    '/v1/gifts/openings',
    {
      config: { audience: ['member', 'visitor'] },
      schema: {
        summary: 'Open a gift by its link',
        body: Type.Object({ token: GiftToken }, { additionalProperties: false }),
        response: { 200: OpenedGift },
      },
    },
    (request, reply) =>
      counted(request.db, guess, { from: request }, () =>
        once(request, reply, 200, (tx) => opened(tx, request.actor, request.body.token)),
      ),
  )
}
