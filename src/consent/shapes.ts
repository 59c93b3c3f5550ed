import Type from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
/** A whole list. */
export const pageOf = <T extends Type.TSchema>(item: T) => Type.Object({ items: Type.Array(item), next: Type.Null() })
const closed = { additionalProperties: false }
const Body = Type.String({ minLength: 1, maxLength: 4000 })
const Key = Type.String({ pattern: '^[a-z][a-z_]{1,39}$' })

export const Wording = Type.Object({
  version: Type.Integer(),
  body_ja: Type.String(),
  body_en: Type.String(),
  effective_from: Time,
})
export const Purpose = Type.Object({
  purpose: Type.String(),
  channels: Type.Array(Type.String()),
  name_ja: Type.String(),
  name_en: Type.String(),
  required: Type.Boolean({ description: 'Membership needs it; it cannot be refused.' }),
  position: Type.Integer(),
  wording: orNull(Wording),
})
export const PurposePut = Type.Object(
  {
    channels: Type.Array(Key, { minItems: 1, maxItems: 20 }),
    name_ja: Type.String({ minLength: 1, maxLength: 100 }),
    name_en: Type.String({ minLength: 1, maxLength: 100 }),
    required: Type.Boolean({ default: false }),
    position: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 100 }),
  },
  closed,
)
export const WordingNew = Type.Object({ body_ja: Body, body_en: Body, effective_from: Type.Optional(Time) }, closed)
export const PurposeKey = Type.Object({ purpose: Key })

export const DecisionNew = Type.Object(
  {
    profile_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'For staff and systems; a person decides for herself.' }),
    ),
    place_id: Type.Optional(orNull(Id)),
    source: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'The screen or form: sign_up, my_page, counter_tablet …',
      }),
    ),
    decided_at: Type.Optional(Type.String({ format: 'date-time', description: 'For history; API keys only.' })),
    decisions: Type.Array(
      Type.Object(
        {
          purpose: Key,
          channel: Type.String({
            pattern: '^[a-z][a-z_]{1,39}$',
            description: 'One of the purpose’s channels, or `all`.',
          }),
          granted: Type.Boolean(),
          wording_version: Type.Optional(Type.Integer({ minimum: 1 })),
        },
        closed,
      ),
      { minItems: 1, maxItems: 60 },
    ),
  },
  closed,
)
export const Standing = Type.Object({
  items: Type.Array(
    Type.Object({
      purpose: Type.String(),
      channel: Type.String(),
      granted: Type.Boolean({ description: 'Over all her profiles: one refusal is enough.' }),
      decided_at: Time,
      wording_version: Type.Integer(),
    }),
  ),
  next: Type.Null(),
})
export const History = Type.Object({
  items: Type.Array(
    Type.Object({
      decision_id: Id,
      profile_id: Id,
      purpose: Type.String(),
      channel: Type.String(),
      granted: Type.Boolean(),
      decided_at: Time,
      wording_version: Type.Integer(),
      source: Type.String(),
      place_id: orNull(Id),
      actor_kind: Type.String(),
      actor_id: orNull(Type.String()),
    }),
  ),
  next: orNull(Type.String()),
})
export const WhoseStanding = Type.Object({ profile_id: Type.Optional(Id) })
export const WhoseHistory = Type.Object({
  profile_id: Type.Optional(Id),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
