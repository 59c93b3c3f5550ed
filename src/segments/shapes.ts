import { type Static, Type } from 'typebox'
import { Rule, Who } from '#segments/rule'

export const tags = ['segments']
const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })

export const byId = Type.Object({ segment_id: Id })
export const Draft = Type.Object({ who: Type.Optional(Who), rule: Rule }, closed)
export const SegmentBody = Type.Object(
  {
    external_id: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    name: Name,
    name_en: Type.Optional(orNull(Name)),
    who: Type.Optional(Who),
    rule: Rule,
  },
  closed,
)
export type SegmentBody = Static<typeof SegmentBody>
export type Draft = Static<typeof Draft>
export const State = Type.Union([Type.Literal('live'), Type.Literal('ended')])

const Words = Type.Object({ ja: Type.String(), en: Type.String() })
export const SegmentView = Type.Object({
  segment_id: Id,
  external_id: orNull(Type.String()),
  name: Type.String(),
  name_en: orNull(Type.String()),
  state: State,
  version: Type.Integer(),
  who: Who,
  rule: Rule,
  conditions: Type.Array(Words, { description: 'Each condition in words, in the order of `why`.' }),
  building: Type.Boolean({ description: 'The newest rule is being built; the one before it counts until then.' }),
  members: Type.Integer(),
  changed_at: Time,
})
export type SegmentView = Static<typeof SegmentView>

export const Why = Type.Array(Type.Union([Type.Number(), Type.Boolean(), Type.String(), Type.Null()]), {
  description: 'What each condition saw when she came in.',
})
export const Member = Type.Object({ customer_id: Id, since: Time, why: Why })
export const Members = Type.Object({ items: Type.Array(Member), next: orNull(Type.String()) })
export const Page = Type.Object({ items: Type.Array(SegmentView), next: Type.Null() })

export const Count = Type.Object({
  members: Type.Integer({ description: 'Whoever meets the whole rule just now.' }),
  everyone: Type.Integer({ description: 'Of so many.' }),
  steps: Type.Array(Type.Object({ clause: Words, left: Type.Integer() }), {
    description: 'How many are left after each clause of `all`, then after each of `except`.',
  }),
})
export const Sample = Type.Object({
  conditions: Type.Array(Words),
  items: Type.Array(
    Type.Object({
      customer_id: Id,
      name: orNull(Type.String({ description: 'Hidden but for its first letters.' })),
      why: Why,
    }),
  ),
})
