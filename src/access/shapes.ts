import Type from 'typebox'
import { keyPattern } from '#core/external'

export const Id = Type.String({ format: 'uuid' })
export const Key = Type.String({ pattern: keyPattern, description: 'Our id, or `ext:` and the retailer’s own.' })
export const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Role = Type.Union([
  Type.Literal('clerk'),
  Type.Literal('agent'),
  Type.Literal('marketer'),
  Type.Literal('merchandiser'),
  Type.Literal('manager'),
  Type.Literal('admin'),
])

export const Staff = Type.Object({
  staff_id: Id,
  code: Type.String(),
  external_id: orNull(Type.String()),
  display_name: Type.String(),
  display_name_en: orNull(Type.String()),
  role: Role,
  place_ids: Type.Array(Id),
  active: Type.Boolean(),
  has_pin: Type.Boolean(),
  locked_until: orNull(Time),
  initial_until: orNull(Time),
  version: Type.Integer(),
})

const Pin = Type.String({ pattern: '^[0-9]{4,8}$', description: '4 to 8 digits; kept only as a hash.' })
const Code = Type.String({ minLength: 1, maxLength: 32 })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const ExternalId = Type.String({ minLength: 1, maxLength: 200 })

export const StaffPut = Type.Object(
  {
    code: Code,
    display_name: Name,
    display_name_en: Type.Optional(orNull(Name)),
    role: Role,
    place_ids: Type.Optional(Type.Array(Id, { maxItems: 500 })),
    pin: Type.Optional(Pin),
    active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export const StaffNew = Type.Object(
  { ...StaffPut.properties, external_id: Type.Optional(ExternalId) },
  { additionalProperties: false },
)
export const StaffChange = Type.Partial(StaffNew, { additionalProperties: false })
export const StaffSignIn = Type.Object(
  {
    staff_code: Code,
    pin: Pin,
    new_pin: Type.Optional(
      Type.String({
        pattern: '^[0-9]{4,8}$',
        description: 'Her own from now on; needed when a colleague set the one before.',
      }),
    ),
    place_id: Type.Optional(orNull(Id)),
  },
  { additionalProperties: false },
)
export const SignedIn = Type.Object({
  staff: Staff,
  place_id: orNull(Id),
  expires_at: Time,
  token: Type.Optional(Type.String({ description: 'Only without the Engawa-Face header; faces get a cookie.' })),
})

export const OwnSessions = Type.Object({
  items: Type.Array(
    Type.Object({
      session_id: Id,
      current: Type.Boolean(),
      method: orNull(Type.String({ description: 'pin, passkey, email, sms, line, registration, system or visit' })),
      device: orNull(Type.String()),
      place_id: orNull(Id),
      created_at: Time,
      seen_at: orNull(Time),
      expires_at: Time,
    }),
  ),
  next: Type.Null(),
})

export const Me = Type.Object({
  kind: Type.String({ description: 'staff, member, visitor, api or nobody' }),
  profile_id: orNull(Id),
  staff: orNull(Staff),
  place_id: orNull(Id),
  place_ids: orNull(Type.Array(Id, { description: 'null: every place' })),
  scopes: Type.Array(Type.String()),
})

const Scope = Type.String({
  pattern: '^(\\*|[a-z]+\\.[a-z_]+)$',
  description: 'room.read, room.write, or * for everything',
})
const KeyKind = Type.Union([Type.Literal('live'), Type.Literal('sandbox')], {
  description: 'sandbox: may move the clock, outside production only.',
})
export const ApiKeyNew = Type.Object(
  {
    name: Name,
    kind: Type.Optional(KeyKind),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: 50 }),
    place_ids: Type.Optional(Type.Array(Id, { maxItems: 500 })),
  },
  { additionalProperties: false },
)
export const ApiKey = Type.Object({
  key_id: Id,
  name: Type.String(),
  kind: KeyKind,
  scopes: Type.Array(Type.String()),
  place_ids: Type.Array(Id),
  created_at: Time,
  revoked_at: orNull(Time),
})
export const ApiKeyMade = Type.Object({ ...ApiKey.properties, key: Type.String({ description: 'Shown this once.' }) })

export const AuditEntry = Type.Object({
  audit_id: Id,
  at: Time,
  profile_id: Id,
  actor_kind: Type.String(),
  actor_id: Type.String(),
  action: Type.String(),
  place_id: orNull(Id),
  detail: Type.Record(Type.String(), Type.Unknown()),
})

/** A page of a list; `next` is the cursor of the page after it, or null at the end. */
export const pageOf = <T extends Type.TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: orNull(Type.String()) })
export const Page = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
