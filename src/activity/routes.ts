import Type from 'typebox'
import { collect } from '#activity/collect'
import { eventRoutes } from '#activity/event-routes'
import { retryStuck, stuck } from '#activity/pending'
import { once, within } from '#core/answers'
import type { App } from '#core/app'

const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const Maybe = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

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
  eventRoutes(app)

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
