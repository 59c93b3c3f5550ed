import Type from 'typebox'

export const Id = Type.String({ format: 'uuid' })
export const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const text = (maxLength: number) => Type.String({ maxLength })
const maybe = <T extends Type.TSchema>(schema: T) => Type.Optional(orNull(schema))
const closed = { additionalProperties: false }

const Gender = Type.Union([
  Type.Literal('female'),
  Type.Literal('male'),
  Type.Literal('other'),
  Type.Literal('unknown'),
])
const Locale = Type.Union([Type.Literal('ja'), Type.Literal('en')])

const Route = Type.String({
  pattern: '^[a-z][a-z_]{1,39}$',
  description: 'By which way she joined: storefront, app, line, poster, counter_tablet, call_centre …',
})

const contact = {
  family_name: maybe(Type.String({ minLength: 1, maxLength: 100, description: 'Or the whole of a single name.' })),
  given_name: maybe(text(100)),
  family_name_kana: maybe(text(100)),
  given_name_kana: maybe(text(100)),
  email: maybe(text(254)),
  phone: maybe(text(40)),
  birth_date: maybe(Type.String({ format: 'date' })),
  gender: maybe(Gender),
  postal_code: maybe(text(20)),
  prefecture: maybe(text(20)),
  city: maybe(text(60)),
  address: maybe(text(200)),
  building: maybe(text(200)),
  locale: Type.Optional(Locale),
  home_place_id: maybe(Id),
}
const ours = {
  card_numbers: Type.Optional(Type.Array(text(40), { maxItems: 20 })),
  external_id: maybe(text(200)),
}
export const CustomerNew = Type.Object(
  {
    ...contact,
    ...ours,
    family_name: Type.String({ minLength: 1, maxLength: 100, description: 'Or the whole of a single name.' }),
    route: maybe(Route),
    poster_code: maybe(
      Type.String({ minLength: 4, maxLength: 32, description: 'Off the poster she scanned: gives route and place.' }),
    ),
    sign_up: maybe(
      Type.String({
        minLength: 20,
        maxLength: 100,
        description: 'The ticket of the shop’s tablet (POST /v1/customers/sign-ups): gives route, place and staff.',
      }),
    ),
    place_id: maybe(Id),
    registered_at: Type.Optional(Type.String({ format: 'date-time', description: 'For history; API keys only.' })),
  },
  closed,
)
const { external_id: _, poster_code: __, sign_up: ___, ...put } = CustomerNew.properties
export const CustomerPut = Type.Object(put, closed)
export const MyChange = Type.Object(contact, closed)
export const CustomerChange = Type.Object({ ...contact, ...ours, route: maybe(Route) }, closed)

export const Person = Type.Object({
  profile_id: Id,
  customer_id: Id,
  kind: Type.String(),
  name: orNull(Type.String()),
  family_name: orNull(Type.String()),
  given_name: orNull(Type.String()),
  family_name_kana: orNull(Type.String()),
  given_name_kana: orNull(Type.String()),
  email: orNull(Type.String()),
  phone: orNull(Type.String()),
  birth_date: orNull(Type.String()),
  birth_year: orNull(Type.Integer()),
  birth_month: orNull(Type.Integer()),
  gender: orNull(Type.String()),
  postal_code: orNull(Type.String()),
  prefecture: orNull(Type.String()),
  city: orNull(Type.String()),
  address: orNull(Type.String()),
  building: orNull(Type.String()),
  locale: Type.String(),
  route: orNull(Type.String()),
  home_place_id: orNull(Id),
  member_number: orNull(Type.String()),
  external_id: orNull(Type.String()),
  card_numbers: Type.Array(Type.String()),
  registered_at: Time,
  version: Type.Integer(),
})
/** A customer as staff see her: the profile that speaks for her, and all that are hers. */
export const Customer = Type.Object({ ...Person.properties, profile_ids: Type.Array(Id) })

export const Registered = Type.Object({ profile_id: Id, customer_id: Id, member_number: Type.String() })

const Token = Type.Optional(Type.String({ description: 'Only without the Engawa-Face header; faces get a cookie.' }))
export const SessionOpened = Type.Object({
  profile_id: Id,
  expires_at: orNull(Type.String({ format: 'date-time', description: 'null: the session you came with goes on.' })),
  token: Token,
})

export const Address = Type.Object(
  {
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
    phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
  },
  { ...closed, description: 'One of the two.' },
)
const KeptKey = Type.Optional(
  Type.String({
    description: 'To be sent along with the code. Only without the Engawa-Face header; faces get a cookie.',
  }),
)
const BrowserKey = Type.Optional(Type.String({ minLength: 20, maxLength: 100 }))
export const CodeSent = Type.Object({ expires_in_seconds: Type.Integer(), browser_key: KeptKey })
export const CodeSignIn = Type.Object(
  { ...Address.properties, code: Type.String({ pattern: '^[0-9]{6}$' }), browser_key: BrowserKey },
  closed,
)

export const SignUpTicket = Type.Object({
  sign_up: Type.String(),
  join_url: Type.String({ description: 'What the tablet opens, or shows as a QR code for her own phone.' }),
  expires_at: Time,
})

export const LineStart = Type.Object({
  authorization_url: Type.String(),
  browser_key: KeptKey,
})
export const LineBack = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 500 }),
    state: Type.String({ minLength: 20, maxLength: 100 }),
    browser_key: BrowserKey,
  },
  closed,
)
export const LineOutcome = Type.Object({
  outcome: Type.Union([Type.Literal('signed_in'), Type.Literal('linked'), Type.Literal('not_linked')], {
    description: 'not_linked: nobody has this LINE account yet; sign in or register, then POST /v1/customers/me/line.',
  }),
  profile_id: orNull(Id),
  expires_at: orNull(Time),
  name: orNull(Type.String({ description: 'As LINE knows her, to begin a registration with.' })),
  token: Token,
  browser_key: BrowserKey,
})
export const LineLink = Type.Object({ browser_key: BrowserKey }, closed)
export const WaysIn = Type.Object({
  email: orNull(Type.String()),
  phone: orNull(Type.String()),
  line: Type.Boolean(),
  passkeys: Type.Integer(),
})

export const OldCardLink = Type.Object(
  { card_number: Type.String({ minLength: 4, maxLength: 40 }), pin: Type.String({ pattern: '^[0-9]{4,8}$' }) },
  closed,
)

const Count = { joined: Type.Integer(), joined_year_before: Type.Integer(), change_percent: orNull(Type.Integer()) }
export const SignUps = Type.Object({
  from: Type.String(),
  to: Type.String(),
  items: Type.Array(Type.Object({ route: Type.String(), place_id: orNull(Id), poster_id: orNull(Id), ...Count })),
  total: Type.Object(Count),
})
export const SignUpsAsked = Type.Object({
  from: Type.String({ format: 'date' }),
  to: Type.String({ format: 'date' }),
  by_place: Type.Boolean({ default: false }),
  by_poster: Type.Boolean({ default: false }),
})

export const Card = Type.Object({
  member_number: Type.String({ description: 'EAN-13 with prefix 29: identifies and earns, never spends.' }),
  name: orNull(Type.String()),
  handle: Type.String(),
  key: Type.String({
    description:
      'Base64url. Offline: code = "v1.<handle>.<step>" + "." + first 16 hex digits of HMAC-SHA256(key, "v1.<handle>.<step>"), step = floor(ms since 1970 / 30000).',
  }),
  step_seconds: Type.Integer(),
  server_time: Time,
  codes: Type.Array(Type.Object({ code: Type.String(), from: Time, until: Time })),
})

export const ScanNew = Type.Object({ code: Type.String({ minLength: 4, maxLength: 200 }) }, closed)
export const Scan = Type.Object({
  scan_id: Id,
  kind: Type.String({ description: 'qr, member_number, card, or pin: the card and her PIN' }),
  profile_id: Id,
  customer_id: Id,
  may_spend: Type.Boolean({
    description: 'True only for a fresh rotating QR or a PIN; an order that spends points cites scan_id.',
  }),
  name: orNull(Type.String()),
  member_number: orNull(Type.String()),
})

const Pin = Type.String({ pattern: '^[0-9]{4,8}$' })
export const PinNew = Type.Object({ pin: Pin }, closed)
export const PinState = Type.Object({ set_at: orNull(Time) })
export const PinCheck = Type.Object(
  {
    scan_id: Type.String({
      format: 'uuid',
      description: 'The scan of her bar code or card, read here within ten minutes.',
    }),
    pin: Pin,
  },
  closed,
)

export const SearchNew = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 200 }),
    limit: Type.Integer({ minimum: 1, maximum: 50, default: 20 }),
  },
  closed,
)
export const Hits = Type.Object({
  items: Type.Array(
    Type.Object({
      customer_id: Id,
      profile_id: Id,
      kind: Type.String(),
      name: orNull(Type.String()),
      name_kana: orNull(Type.String()),
      phone: orNull(Type.String()),
      email: orNull(Type.String()),
      member_number: orNull(Type.String()),
      prefecture: orNull(Type.String()),
      city: orNull(Type.String()),
      registered_at: Time,
    }),
  ),
  next: Type.Null(),
})

export const MergeNew = Type.Object(
  {
    keep_id: Id,
    join_id: Id,
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  },
  closed,
)
export const Merged = Type.Object({ merge_id: Id, customer_id: Id, profile_ids: Type.Array(Id) })
export const Merge = Type.Object({
  merge_id: Id,
  from_customer_id: Id,
  to_customer_id: Id,
  reason: Type.String(),
  profile_ids: Type.Array(Id),
  merged_at: Time,
  undone_at: orNull(Time),
})
export const CardNew = Type.Object({ card_number: Type.String({ minLength: 4, maxLength: 40 }) }, closed)
