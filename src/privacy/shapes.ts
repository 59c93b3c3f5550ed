import Type from 'typebox'
import { becauses, kinds, vias } from '#privacy/requests'
import { Evidence } from '#tags/tags'

export const Id = Type.String({ format: 'uuid' })
export const Time = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const oneOf = <const Value extends string>(values: readonly Value[]) =>
  Type.Unsafe<Value>(Type.Union(values.map((value) => Type.Literal(value))))
const closed = { additionalProperties: false }

export const Kind = oneOf(kinds)
export const State = oneOf(['open', 'done', 'refused'])
const Because = oneOf(becauses)
const Words = Type.Object({ ja: Type.String(), en: Type.String() })
const Stopped = Type.Array(Type.String({ pattern: '^[a-z][a-z_]{0,39}$' }), {
  maxItems: 20,
  uniqueItems: true,
  description: 'To stop: these uses; none names every use that can be stopped.',
})

export const Erased = Type.Object({ erasure_id: Id, profile_ids: Type.Array(Id), erased_at: Time })
export const MyErasure = Type.Object({ confirm: Id }, closed)
export const Erasure = Type.Object(
  { profile_id: Id, confirm: Id, reason: Type.String({ minLength: 1, maxLength: 200 }) },
  closed,
)

const Segment = Type.Object({
  segment_id: Id,
  name: Type.String(),
  name_en: orNull(Type.String()),
  since: Time,
  why: Type.Array(Type.Object({ condition: Words, saw: Type.Unknown() })),
})
export const Held = Type.Object({
  identifiers: Type.Array(Type.Object({ kind: Type.String(), value: Type.String() })),
  segments: Type.Array(Segment),
  kept: Type.Array(Type.Object({ table: Type.String(), count: Type.Integer() })),
})
const FactKind = oneOf(['tag', 'segment'])
export const Fact = Type.Object({ kind: FactKind, fact: Id }, closed)
const called = { kind: FactKind, fact: Id, name: Type.String(), name_en: orNull(Type.String()) }
export const Facts = Type.Object({
  items: Type.Array(
    Type.Object({
      ...called,
      since: Time,
      strength: orNull(Type.Integer({ description: 'Of a tag: 50 is just enough, 100 never quite reached.' })),
      evidence: Type.Array(Evidence, { description: 'Of a tag: what she bought and looked at, the newest first.' }),
      why: Type.Array(Type.Object({ condition: Words, saw: Type.Unknown() }), {
        description: 'Of a segment: its conditions and what each saw.',
      }),
    }),
  ),
  forgotten: Type.Array(Type.Object({ ...called, forgotten_at: Time })),
})
const Row = Type.Record(Type.String(), Type.Unknown())
export const Copy = Type.Object({
  made_at: Time,
  person: Row,
  consents: Type.Array(
    Type.Object({
      purpose: Type.String(),
      channel: Type.String(),
      granted: Type.Boolean(),
      decided_at: Time,
      source: Type.String(),
      wording: Type.Object({ version: Type.Integer(), ja: orNull(Type.String()), en: orNull(Type.String()) }),
    }),
  ),
  segments: Type.Array(Segment),
  facts: Facts,
  records: Type.Record(Type.String(), Type.Array(Row), {
    description: 'Every row that stands under her, by table, with what is sealed opened.',
  }),
})

export const RequestNew = Type.Object(
  {
    profile_id: Id,
    kind: Kind,
    via: oneOf(vias),
    received_on: Type.Optional(Day),
    purposes: Type.Optional(Stopped),
  },
  closed,
)
export const Request = Type.Object({
  request_id: Id,
  profile_id: Id,
  kind: Kind,
  via: oneOf(vias),
  purposes: Type.Array(Type.String()),
  received_on: Day,
  due_on: Day,
  state: State,
  because: orNull(Because),
  received_at: Time,
  received_by: orNull(Type.String()),
  closed_at: orNull(Time),
  closed_by: orNull(Type.String()),
})
export const RequestId = Type.Object({ request_id: Id })
export const Completion = Type.Object({ confirm: Type.Optional(Id) }, closed)
export const Refusal = Type.Object({ because: Because }, closed)
