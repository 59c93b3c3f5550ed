import Type from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const closed = { additionalProperties: false }
const Kind = Type.Union(
  [Type.Literal('web'), Type.Literal('server'), Type.Literal('pos'), Type.Literal('iot'), Type.Literal('shared')],
  {
    description:
      'web: a page or an app, its key can be read by anybody · server: your own system · pos: tills · iot: sensors and beacons · shared: a tablet or kiosk many people use, which identifies nobody',
  },
)
const Path = Type.String({ pattern: '^[A-Za-z0-9_][A-Za-z0-9_ .-]{0,98}$' })
const Mapping = Type.Object(
  {
    events: Type.Optional(
      Type.Record(Type.String({ minLength: 1, maxLength: 200 }), Type.String({ minLength: 1, maxLength: 200 }), {
        maxProperties: 500,
        description: 'Their name of an event → ours.',
      }),
    ),
    fields: Type.Optional(
      Type.Record(Path, Path, {
        maxProperties: 100,
        description:
          'Where an item lacks a value, the path at which it stands: `{"userId": "properties.customer_no"}`.',
      }),
    ),
  },
  closed,
)
const Name = Type.String({ minLength: 1, maxLength: 100 })

export const SourceNew = Type.Object(
  { name: Name, kind: Kind, place_id: Type.Optional(orNull(Id)), mapping: Type.Optional(Mapping) },
  closed,
)
export const SourceChange = Type.Object(
  { name: Type.Optional(Name), place_id: Type.Optional(orNull(Id)), mapping: Type.Optional(Mapping) },
  closed,
)
const source = {
  source_id: Id,
  name: Type.String(),
  kind: Kind,
  place_id: orNull(Id),
  mapping: Mapping,
  former_until: orNull(
    Type.String({ format: 'date-time', description: 'Until then the key before the rotation counts too.' }),
  ),
  created_at: Time,
  revoked_at: orNull(Time),
  version: Type.Integer(),
}
export const SourceMade = Type.Object({ ...source, write_key: Type.String({ description: 'Shown this once.' }) })
export const Source = Type.Object({
  ...source,
  accepted: Type.Integer(),
  repeated: Type.Integer(),
  held: Type.Integer({ description: 'Items in quarantine.' }),
  last_at: orNull(Time),
})
export const Sources = Type.Object({ items: Type.Array(Source), next: Type.Null() })

const held = {
  item_id: Id,
  source_id: Id,
  reason: Type.String(),
  field: orNull(Type.String()),
  event: orNull(Type.String()),
  received_at: Time,
  expires_at: Time,
}
export const HeldItem = Type.Object({ ...held, body: Type.String({ description: 'As it came.' }) })
export const HeldPage = Type.Object({
  items: Type.Array(Type.Object(held)),
  reasons: Type.Array(Type.Object({ reason: Type.String(), field: orNull(Type.String()), items: Type.Integer() })),
  next: orNull(Type.String()),
})
export const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
})
export const Replayed = Type.Object({ replayed: Type.Integer(), held: Type.Integer() })

const Property = Type.Object(
  {
    type: Type.Union([
      Type.Literal('string'),
      Type.Literal('number'),
      Type.Literal('boolean'),
      Type.Literal('object'),
      Type.Literal('array'),
    ]),
    required: Type.Optional(Type.Boolean()),
  },
  closed,
)
const Properties = Type.Record(Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_]{0,59}$' }), Property, {
  maxProperties: 100,
})
export const PlanPut = Type.Object(
  {
    planned: Type.Boolean(),
    name_ja: orNull(Type.String({ maxLength: 100 })),
    name_en: orNull(Type.String({ maxLength: 100 })),
    properties: Properties,
  },
  closed,
)
export const Planned = Type.Object({
  name: Type.String(),
  planned: Type.Boolean(),
  state: Type.Union([Type.Literal('standard'), Type.Literal('own'), Type.Literal('unplanned')]),
  name_ja: orNull(Type.String()),
  name_en: orNull(Type.String()),
  properties: Properties,
  needs: Type.Array(Type.String({ description: 'Properties that must be there; `a|b` is either.' })),
  first_seen_at: orNull(Time),
  version: Type.Integer(),
})
export const Plan = Type.Object({ items: Type.Array(Planned), next: Type.Null() })

export const Traits = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), value: Type.Unknown(), occurred_at: Time, profile_id: Id })),
  next: Type.Null(),
})
export const Original = Type.Object({ event: Type.Record(Type.String(), Type.Unknown()) })
