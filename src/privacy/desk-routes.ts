import Type from 'typebox'
import { auditAll, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { asFile } from '#privacy/file'
import { complete, copyFor, decline, find, receive, requests } from '#privacy/requests'
import * as shape from '#privacy/shapes'

const tags = ['privacy']
// Who takes the call writes it down; what comes of it is an admin's to decide.
const receivers = { audience: ['staff:agent', 'api:privacy.write'] }
const readers = { audience: ['staff:agent', 'api:privacy.read'] }
const deciders = { audience: ['staff:admin', 'api:privacy.write'] }

/** The privacy desk: requests that came by telephone, letter or at the counter, each answered by its day. */
export function deskRoutes(app: App): void {
  app.post(
    '/v1/privacy/requests',
    {
      config: receivers,
      schema: {
        tags,
        summary: 'Write down what a person asks about her data',
        body: shape.RequestNew,
        response: { 201: shape.Request },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => receive(tx, request.actor, request.body)),
  )

  app.get(
    '/v1/privacy/requests',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Requests in the order in which they fall due (audited)',
        querystring: Type.Object({
          state: Type.Optional(shape.State),
          kind: Type.Optional(shape.Kind),
          profile_id: Type.Optional(shape.Id),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: {
          200: Type.Object({ items: Type.Array(shape.Request), next: Type.Union([Type.String(), Type.Null()]) }),
        },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { cursor, ...want } = request.query
        const after = cursor ? { after: readCursor(cursor, 2, ['day', 'id']) as [string, string] } : {}
        const items = await requests(tx, { ...want, ...after })
        const seen = [...new Set(items.map(({ profile_id }) => profile_id))]
        await auditAll(tx, request.actor, 'privacy.requests_listed', seen)
        return { items, next: cursorOf(items, want.limit, (last) => [last.due_on, last.request_id]) }
      }),
  )

  app.get(
    '/v1/privacy/requests/:request_id',
    {
      config: readers,
      schema: { tags, summary: 'One request', params: shape.RequestId, response: { 200: shape.Request } },
    },
    (request) => within(request, (tx) => find(tx, request.params.request_id)),
  )

  app.get(
    '/v1/privacy/requests/:request_id/copy',
    {
      config: deciders,
      schema: {
        tags,
        summary: 'Everything held about who asked to see it or to take it along, as a file (audited)',
        params: shape.RequestId,
        response: { 200: shape.Copy },
      },
    },
    async (request, reply) => {
      asFile(reply)
      return within(request, (tx) => copyFor(tx, request.actor, request.params.request_id))
    },
  )

  app.post(
    '/v1/privacy/requests/:request_id/completion',
    {
      config: deciders,
      schema: {
        tags,
        summary: 'It is done: to stop and to erase are carried out with this; to erase, her id is said in `confirm`',
        params: shape.RequestId,
        body: shape.Completion,
        response: { 200: shape.Request },
      },
    },
    (request, reply) =>
      once(request, reply, 200, (tx) => complete(tx, request.actor, request.params.request_id, request.body.confirm)),
  )

  app.post(
    '/v1/privacy/requests/:request_id/refusal',
    {
      config: deciders,
      schema: {
        tags,
        summary: 'It is not done, and why',
        params: shape.RequestId,
        body: shape.Refusal,
        response: { 200: shape.Request },
      },
    },
    (request, reply) =>
      once(request, reply, 200, (tx) => decline(tx, request.actor, request.params.request_id, request.body.because)),
  )
}
