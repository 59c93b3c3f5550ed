import Type from 'typebox'
import { cursorOf, needPlace, readCursor } from '#access/access'
import type { Actor } from '#core/actor'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { assign, resolve, type Task, task, tasks } from '#stores/tasks'

const id = Type.String({ format: 'uuid' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const word = Type.String({ pattern: '^[a-z_]{1,60}$' })
const answer = Type.Object({
  task_id: id,
  kind: Type.String(),
  role: Type.String(),
  place_id: orNull(id),
  subject_kind: Type.String(),
  subject_id: id,
  detail: Type.Record(Type.String(), Type.Unknown(), { description: 'Ids and figures of what happened, by kind.' }),
  state: Type.Union([Type.Literal('open'), Type.Literal('resolved')]),
  staff_id: orNull(id),
  opened_at: Type.String(),
  due_at: orNull(Type.String()),
  resolved_at: orNull(Type.String()),
  outcome: orNull(Type.String()),
  reason: orNull(Type.String()),
  version: Type.Integer(),
})
const byId = Type.Object({ task_id: id })
const workers = { audience: ['staff', 'api:stores.write'] }
const tags = ['stores']

/** Tasks: what needs a person, at her places; she takes it, and says how it ended. */
export function taskRoutes(app: App): void {
  app.get(
    '/v1/stores/tasks',
    {
      config: { audience: ['staff', 'api:stores.read'] },
      schema: {
        tags,
        summary: 'What needs a person, oldest first',
        querystring: Type.Object({
          place_id: Type.Optional(id),
          kind: Type.Optional(word),
          subject_id: Type.Optional(id),
          state: Type.Union([Type.Literal('open'), Type.Literal('resolved')], { default: 'open' }),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
          after: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: { 200: Type.Object({ items: Type.Array(answer), next: orNull(Type.String()) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { place_id, after, limit, ...want } = request.query
        const { actor } = request
        if (place_id) needPlace(actor, place_id)
        const place_ids = place_id ? [place_id] : actor.place_ids
        const items = await tasks(tx, {
          ...want,
          limit,
          ...(place_ids ? { place_ids } : {}),
          ...(after ? { after: readCursor(after, 2, ['at', 'id']) as [string, string] } : {}),
        })
        return { items, next: cursorOf(items, limit, (last) => [last.opened_at, last.task_id]) }
      }),
  )
  app.get(
    '/v1/stores/tasks/:task_id',
    {
      config: { audience: ['staff', 'api:stores.read'] },
      schema: { tags, summary: 'One task', params: byId, response: { 200: answer } },
    },
    (request) => within(request, async (tx) => mine(request.actor, await task(tx, request.params.task_id))),
  )
  app.post(
    '/v1/stores/tasks/:task_id/assignment',
    {
      config: workers,
      schema: {
        tags,
        summary: 'Take a task, or give it to a colleague',
        params: byId,
        body: Type.Object({ staff_id: Type.Optional(orNull(id)) }, { additionalProperties: false }),
        response: { 200: answer },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, body, params } = request
        mine(actor, await task(tx, params.task_id))
        const own = actor.kind === 'staff' ? actor.id : null
        return assign(tx, actor, params.task_id, body.staff_id === undefined ? own : body.staff_id)
      }),
  )
  app.post(
    '/v1/stores/tasks/:task_id/resolution',
    {
      config: workers,
      schema: {
        tags,
        summary: 'Say how a task ended',
        params: byId,
        body: Type.Object(
          { outcome: word, reason: Type.String({ minLength: 1, maxLength: 1000 }) },
          { additionalProperties: false },
        ),
        response: { 200: answer },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { actor, body, params } = request
        mine(actor, await task(tx, params.task_id))
        return resolve(tx, actor, params.task_id, body.outcome, body.reason)
      }),
  )
}

// Who works for some shops sees neither other shops' tasks nor head office's.
function mine(actor: Actor, found: Task): Task {
  if (found.place_id) needPlace(actor, found.place_id)
  else if (actor.place_ids)
    refuse('access.place', 403, '本部の作業です。', 'This task is head office’s.', { field: 'task_id' })
  return found
}
