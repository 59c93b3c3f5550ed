import Type from 'typebox'
import { audit } from '#access/access'
import { catalogue, factsOf } from '#activity/catalogue'
import { collect } from '#activity/collect'
import { eventsAfter, lag_ms, readCursor, writeCursor } from '#activity/log'
import { retryStuck, stuck } from '#activity/pending'
import { type Streams, stream } from '#activity/stream'
import { once, within } from '#core/answers'
import { clock } from '#core/time'
import type { App } from '#http'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const Event = Type.Object({
  event_id: Id,
  profile_id: Id,
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

const Told = Type.Object(
  {
    message_id: Type.String({
      minLength: 8,
      maxLength: 200,
      description: 'Yours; a repeat (same message_id, occurred_at) is written once.',
    }),
    type: Type.String({ maxLength: 60 }),
    occurred_at: Time,
    profile_id: Type.Optional(Id),
    channel: Type.Optional(Type.String({ pattern: '^[a-z_]{2,20}$' })),
    place_id: Type.Optional(Id),
    subject_kind: Type.Optional(Type.String({ pattern: '^[a-z_]{2,20}$' })),
    subject_id: Type.Optional(Id),
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
)

const Stuck = Type.Object({
  profile_id: Id,
  event_id: Id,
  reaction: Type.String(),
  occurred_at: Time,
  due_at: Time,
  attempts: Type.Integer(),
  last_error: Maybe(Type.String()),
})

export async function activityRoutes(app: App): Promise<void> {
  const streams: Streams = new Set()
  app.addHook('preClose', async () => {
    for (const open of streams) open.end()
  })

  app.get(
    '/v1/activity/events',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'api:activity.read'] },
      schema: {
        tags: ['activity'],
        summary: 'Follow the log, a few seconds behind. Repeats are possible, ids are stable.',
        querystring: Type.Object({
          after: Type.Optional(
            Type.String({ maxLength: 200, description: 'The `next` of the former page; absent: from the beginning.' }),
          ),
          type: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
          profile_id: Type.Optional(Id),
          subject_id: Type.Optional(Id),
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
        }),
        response: { 200: Type.Object({ items: Type.Array(Event), next: Maybe(Type.String()), more: Type.Boolean() }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, type, profile_id, subject_id, limit } = request.query
        const until = new Date(clock.ms() - lag_ms).toISOString()
        const wanted = { types: type, profile_id, subject_id }
        const found = await eventsAfter(tx, request.actor, after ? readCursor(after) : undefined, until, wanted, limit)
        if (profile_id) await audit(tx, request.actor, 'activity.read', profile_id)
        const last = found.at(-1)
        // At the end `next` stays where it was: ask again with it later.
        return {
          items: found.map(({ payload, ...event }) => ({ ...event, facts: factsOf(event.type, payload) })),
          next: last ? writeCursor(last) : (after ?? null),
          more: found.length === limit,
        }
      }),
  )

  app.post(
    '/v1/activity/events',
    {
      config: { audience: ['visitor', 'member', 'api:activity.write'] },
      schema: {
        tags: ['activity'],
        summary: 'Tell what happened in a face, a device or another system: up to 500 events, each written once.',
        body: Type.Object(
          { events: Type.Array(Told, { minItems: 1, maxItems: 500 }) },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ accepted: Type.Integer(), repeated: Type.Integer() }) },
      },
    },
    (request, reply) => once(request, reply, 201, (tx) => collect(tx, request.actor, request.body.events)),
  )

  app.get(
    '/v1/activity/types',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags: ['activity'],
        summary: 'The catalogue of events: every type, in words, with the facts it carries.',
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                type: Type.String(),
                name: Type.Object({ ja: Type.String(), en: Type.String() }),
                collected: Type.Boolean(),
                facts: Type.Record(Type.String(), Type.Unknown()),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => ({
      items: Object.entries(catalogue).map(([type, { name, collected, facts }]) => ({
        type,
        name,
        collected,
        facts: facts.properties as Record<string, unknown>,
      })),
      next: null,
    }),
  )

  app.get(
    '/v1/activity/stream',
    {
      config: { audience: ['staff'] },
      schema: {
        tags: ['activity'],
        summary: 'Watch the log live (server-sent events). `Last-Event-ID` goes on where a lost connection stopped.',
        querystring: Type.Object({ type: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })) }),
        produces: ['text/event-stream'],
      },
    },
    (request, reply) => stream(streams, request, reply, request.query.type),
  )

  app.get(
    '/v1/activity/stuck',
    {
      config: { audience: ['staff:admin', 'api:activity.write'] },
      schema: {
        tags: ['activity'],
        summary: 'Reactions that failed so often that nobody tries them any more, and why.',
        response: { 200: Type.Object({ items: Type.Array(Stuck), next: Type.Null() }) },
      },
    },
    (request) => within(request, async (tx) => ({ items: await stuck(tx), next: null })),
  )

  app.post(
    '/v1/activity/retries',
    {
      config: { audience: ['staff:admin', 'api:activity.write'] },
      schema: {
        tags: ['activity'],
        summary: 'Try stuck reactions again, all or those of one name.',
        body: Type.Object(
          { reaction: Type.Optional(Type.String({ maxLength: 100 })) },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ retried: Type.Integer() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => ({ retried: await retryStuck(tx, request.body.reaction) })),
  )
}
