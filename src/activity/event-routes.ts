import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { audit } from '#access/access'
import { catalogue } from '#activity/catalogue'
import { eventsAfter, knowsPeople, lag_ms, outward, readCursor, writeCursor } from '#activity/log'
import { type Streams, stream } from '#activity/stream'
import { within } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Event = Type.Object({
  event_id: Id,
  profile_id: Type.Union([Id, Type.Null()], {
    description: 'Whom it is about; null for a key without the scope `customers.read`.',
  }),
  type: Type.String(),
  source: Type.String(),
  channel: Maybe(Type.String()),
  place_id: Maybe(Id),
  subject_kind: Maybe(Type.String()),
  subject_id: Maybe(Id),
  version: Maybe(Type.Integer()),
  actor_kind: Type.String(),
  actor_id: Maybe(Type.String()),
  facts: Type.Record(Type.String(), Type.Unknown()),
  occurred_at: Time,
  received_at: Time,
})
const Page = Type.Object({ items: Type.Array(Event), next: Maybe(Type.String()), more: Type.Boolean() })
const Wanted = Type.Object({
  after: Type.Optional(
    Type.String({ maxLength: 200, description: 'The `next` of the former page; absent: from the beginning.' }),
  ),
  type: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
  profile_id: Type.Optional(Id),
  subject_id: Type.Optional(Id),
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
  wait_seconds: Type.Integer({
    minimum: 0,
    maximum: 25,
    default: 0,
    description: 'Wait so long for something to tell before answering with nothing.',
  }),
})
const Types = Type.Object({
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      name: Type.Object({ ja: Type.String(), en: Type.String() }),
      collected: Type.Boolean(),
      since: Type.String({ description: 'The version of Engawa that told it first.' }),
      facts: Type.Record(Type.String(), Type.Unknown()),
      schema: Type.Unknown({ description: 'JSON Schema of `facts`.' }),
    }),
  ),
  next: Type.Null(),
})
const Live = Type.Object({ type: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })) })

const tags = ['activity']
const followers = ['staff:manager', 'staff:marketer', 'api:activity.read']
const leaving = { since: '2026-11-22T00:00:00Z', sunset: '2027-05-22T00:00:00Z' }
const poll_ms = 1_000

/** The log for other systems: pages to follow, a live stream, the catalogue. */
export function eventRoutes(app: App): void {
  const streams: Streams = new Set()
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    for (const open of streams) open.end()
  })

  app.get(
    '/v1/events',
    {
      config: { audience: followers },
      schema: {
        tags,
        summary: 'Follow the log, a few seconds behind. Repeats are possible, ids are stable.',
        querystring: Wanted,
        response: { 200: Page },
      },
    },
    async (request) => {
      const until = performance.now() + request.query.wait_seconds * 1000
      for (;;) {
        const page = await pageOf(request)
        const left_ms = until - performance.now()
        if (page.items.length || left_ms <= 0 || closing || request.raw.destroyed) return page
        await pause(Math.min(poll_ms, left_ms))
      }
    },
  )

  app.get(
    '/v1/events/types',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'The catalogue of events: every type, in words, with the facts it carries.',
        response: { 200: Types },
      },
    },
    async () => typesOf(),
  )

  app.get(
    '/v1/events/stream',
    {
      config: { audience: ['staff', 'api:activity.read'] },
      schema: {
        tags,
        summary: 'Watch the log live (server-sent events). `Last-Event-ID` goes on where a lost connection stopped.',
        querystring: Live,
        produces: ['text/event-stream'],
      },
    },
    (request, reply) => stream(streams, request, reply, request.query.type),
  )

  app.get(
    '/v1/activity/events',
    {
      config: { audience: followers, deprecated: { ...leaving, instead: '/v1/events' } },
      schema: { tags, summary: 'Follow the log: now `/v1/events`.', querystring: Wanted, response: { 200: Page } },
    },
    (request) => pageOf(request),
  )

  app.get(
    '/v1/activity/types',
    {
      config: { audience: ['anyone'], deprecated: { ...leaving, instead: '/v1/events/types' } },
      schema: { tags, summary: 'The catalogue of events: now `/v1/events/types`.', response: { 200: Types } },
    },
    async () => typesOf(),
  )

  app.get(
    '/v1/activity/stream',
    {
      config: { audience: ['staff'], deprecated: { ...leaving, instead: '/v1/events/stream' } },
      schema: { tags, summary: 'Watch the log live: now `/v1/events/stream`.', querystring: Live },
    },
    (request, reply) => stream(streams, request, reply, request.query.type),
  )
}

function pageOf(request: FastifyRequest) {
  const { after, type, profile_id, subject_id, limit } = request.query as Type.Static<typeof Wanted>
  const people = knowsPeople(request.actor)
  if (profile_id && !people)
    refuse(
      'activity.people',
      403,
      '会員で絞り込むには customers.read の権限が必要です。',
      'To ask for one person’s events, a key needs customers.read.',
      { field: 'profile_id' },
    )
  return within(request, async (tx) => {
    const until = new Date(clock.ms() - lag_ms).toISOString()
    const wanted = { types: type, profile_id, subject_id }
    const found = await eventsAfter(tx, request.actor, after ? readCursor(after) : undefined, until, wanted, limit)
    if (profile_id) await audit(tx, request.actor, 'activity.read', profile_id)
    const last = found.at(-1)
    // At the end `next` stays where it was: ask again with it later.
    return {
      items: found.map((event) => outward(event, people)),
      next: last ? writeCursor(last) : (after ?? null),
      more: found.length === limit,
    }
  })
}

function typesOf() {
  return {
    items: Object.entries(catalogue).map(([type, { name, collected, since, facts }]) => ({
      type,
      name,
      collected,
      since,
      facts: facts.properties as Record<string, unknown>,
      schema: facts as unknown,
    })),
    next: null,
  }
}
