/** The words of the webhook API. */
import Type from 'typebox'

export const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const State = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('delivered'),
  Type.Literal('failed'),
  Type.Literal('expired'),
])

export const Key = Type.String({
  pattern: '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ext:.{1,190})$',
  description: 'Our id, or `ext:` and the retailer’s own.',
})

export const WebhookNew = Type.Object(
  {
    url: Type.String({ maxLength: 2_000, description: 'https, port 443 or 8443, a public host.' }),
    types: Type.Array(Type.String({ maxLength: 60 }), {
      minItems: 1,
      maxItems: 200,
      description: 'Types of `GET /v1/events/types`, or `*` for all.',
    }),
    description: Type.Optional(Type.String({ maxLength: 200 })),
    enabled: Type.Optional(Type.Boolean()),
    include_profile: Type.Optional(
      Type.Boolean({
        description: 'Tell whom an event is about (`profile_id`); a key needs `customers.read` to ask for it.',
      }),
    ),
  },
  { additionalProperties: false },
)
export const WebhookChange = Type.Partial(WebhookNew, { additionalProperties: false })

export const Webhook = Type.Object({
  webhook_id: Id,
  external_id: orNull(Type.String()),
  url: Type.String(),
  types: Type.Array(Type.String()),
  description: Type.String(),
  enabled: Type.Boolean(),
  disabled_reason: orNull(Type.Union([Type.Literal('asked'), Type.Literal('gone'), Type.Literal('failing')])),
  disabled_at: orNull(Time),
  include_profile: Type.Boolean(),
  place_ids: orNull(Type.Array(Id, { description: 'null: every place' })),
  failing_since: orNull(Time),
  former_secret_until: orNull(Time),
  version: Type.Integer(),
  created_at: Time,
})
const secret = Type.String({ description: '`whsec_…`, shown this once.' })
export const WebhookMade = Type.Object({ ...Webhook.properties, secret })
export const WebhookPut = Type.Object({ ...Webhook.properties, secret: Type.Optional(secret) })

export const Delivery = Type.Object({
  delivery_id: Id,
  webhook_id: Id,
  event_id: Type.String({ format: 'uuid', description: 'The message’s `webhook-id`, the same at every try.' }),
  type: Type.String(),
  state: State,
  attempts: Type.Integer(),
  due_at: orNull(Time),
  last_status: orNull(Type.Integer()),
  last_error: orNull(Type.String()),
  created_at: Time,
  ended_at: orNull(Time),
})
export const DeliveryWhole = Type.Object({
  ...Delivery.properties,
  body: Type.Unknown({ description: 'What is sent; null once it has expired.' }),
  tries: Type.Array(
    Type.Object({
      number: Type.Integer(),
      at: Time,
      took_ms: Type.Integer(),
      status: orNull(Type.Integer()),
      error: orNull(Type.String()),
      answer: orNull(Type.String({ description: 'The first 1,000 bytes of the answer.' })),
    }),
  ),
})

export const DeliveriesWanted = Type.Object({
  webhook_id: Type.Optional(Id),
  event_id: Type.Optional(Id),
  state: Type.Optional(State),
  type: Type.Optional(Type.String({ maxLength: 60 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
export const Recovery = Type.Object(
  {
    since: Time,
    missing: Type.Optional(
      Type.Boolean({ description: 'Also events that were never planned, as while the webhook was off.' }),
    ),
  },
  { additionalProperties: false },
)
export const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) })
