import { Type } from 'typebox'
import { cursorOf, needFresh, readCursor } from '#access/access'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { seenVersion, tagVersion } from '#core/version'
import { decide, history, settingOf, settings, withdraw } from '#settings/settings'

const tags = ['settings']
const readers = { audience: ['staff:manager', 'api:settings.read'] }
const writers = { audience: ['staff:admin', 'api:settings.write'] }
const ifMatch = Type.Object({ 'if-match': Type.Optional(Type.String()) })
const byKey = Type.Object({ key: Type.String({ pattern: '^[a-z][a-z0-9_.]{0,99}$' }) })
const moment = Type.String({ format: 'date-time' })
const Words = Type.Object({ ja: Type.String(), en: Type.String() })
const Setting = Type.Object({
  key: Type.String(),
  title: Words,
  about: Words,
  schema: Type.Record(Type.String(), Type.Unknown()),
  dated: Type.Boolean(),
  usual: Type.Unknown(),
  value: Type.Unknown(),
  decided: Type.Boolean(),
  version: Type.Integer(),
  planned: Type.Array(Type.Object({ version: Type.Integer(), value: Type.Unknown(), effective_at: moment })),
})
const Change = Type.Object({
  version: Type.Integer(),
  from: Type.Unknown(),
  to: Type.Unknown(),
  effective_at: moment,
  state: Type.Union([Type.Literal('made'), Type.Literal('planned'), Type.Literal('withdrawn')]),
  changed_at: moment,
  actor_kind: Type.String(),
  actor_id: Type.Union([Type.String(), Type.Null()]),
})
const next = Type.Union([Type.String(), Type.Null()])

/** The catalogue of what the retailer decides: read, decide, plan for a day, take a plan back, history. */
export function settingRoutes(app: App): void {
  app.get(
    '/v1/settings',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Every setting: its shape, the usual value, what holds now and what is planned',
        response: { 200: Type.Object({ items: Type.Array(Setting), next }) },
      },
    },
    async (request) => ({ items: await within(request, settings), next: null }),
  )
  app.get(
    '/v1/settings/:key',
    { config: readers, schema: { tags, summary: 'One setting', params: byKey, response: { 200: Setting } } },
    async (request, reply) => tagVersion(reply, await within(request, (tx) => settingOf(tx, request.params.key))),
  )
  app.put(
    '/v1/settings/:key',
    {
      config: writers,
      preHandler: needFresh,
      schema: {
        tags,
        summary: 'Decide a setting, from now or (where `dated`) from a moment to come',
        params: byKey,
        headers: ifMatch,
        body: Type.Object(
          { value: Type.Unknown(), effective_at: Type.Optional(moment) },
          { additionalProperties: false },
        ),
        response: { 200: Setting },
      },
    },
    async (request, reply) => {
      const { value, effective_at } = request.body
      const decided = { effective_at, version: seenVersion(request) }
      return tagVersion(
        reply,
        await within(request, (tx) => decide(tx, request.actor, request.params.key, value, decided)),
      )
    },
  )
  app.get(
    '/v1/settings/:key/changes',
    {
      config: readers,
      schema: {
        tags,
        summary: 'Who decided what, from when, newest first',
        params: byKey,
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
          limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
        }),
        response: { 200: Type.Object({ items: Type.Array(Change), next }) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const before = cursor ? { before: Number(readCursor(cursor, 1)[0]) } : {}
      const items = await within(request, (tx) => history(tx, request.params.key, { ...before, limit }))
      return { items, next: cursorOf(items, limit, (last) => [String(last.version)]) }
    },
  )
  app.delete(
    '/v1/settings/:key/changes/:version',
    {
      config: writers,
      schema: {
        tags,
        summary: 'Take back what was planned, before its day',
        params: Type.Object({ ...byKey.properties, version: Type.Integer({ minimum: 1 }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await within(request, (tx) => withdraw(tx, request.params.key, request.params.version))
      return reply.code(204).send(null)
    },
  )
}
