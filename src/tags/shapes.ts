import { type Static, Type } from 'typebox'
import { Rule } from '#tags/rule'

const closed = { additionalProperties: false }
const Id = Type.String({ format: 'uuid' })
const Time = Type.String({ format: 'date-time' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Name = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })

export const byId = Type.Object({ tag_id: Id })
export const State = Type.Union([Type.Literal('live'), Type.Literal('ended')])
export const TagBody = Type.Object(
  {
    external_id: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    name: Name,
    name_en: Type.Optional(orNull(Name)),
    rule: Rule,
  },
  closed,
)
export const Draft = Type.Object({ rule: Rule }, closed)
export type TagBody = Static<typeof TagBody>

const version = {
  name: Type.String(),
  name_en: orNull(Type.String()),
  state: State,
  version: Type.Integer(),
  rule: Rule,
  changed_at: Time,
}
export const TagView = Type.Object({
  tag_id: Id,
  external_id: orNull(Type.String()),
  ...version,
  people: Type.Integer({ description: 'How many bear it.' }),
})
export type TagView = Static<typeof TagView>
export const Tags = Type.Object({ items: Type.Array(TagView), next: Type.Null() })
export const Past = Type.Object({
  items: Type.Array(Type.Object({ ...version, changed_by: Type.String() })),
  next: Type.Null(),
})

const Sign = Type.Object({ is: Type.String(), text: Type.String() })
export const Evidence = Type.Object({
  kind: Type.Union([Type.Literal('bought'), Type.Literal('viewed')]),
  at: Time,
  times: Type.Integer(),
  name: Type.String({ description: 'What it was.' }),
  order_id: Type.Optional(Id),
  sign: Type.Object(
    { is: Type.String(), text: Type.String() },
    { description: 'What it bore: a word, an attribute’s value, a category.' },
  ),
})
export type Evidence = Static<typeof Evidence>
export const Preview = Type.Object({
  products: Type.Object({
    bearing: Type.Integer({ description: 'So many products bear a sign.' }),
    of: Type.Integer(),
    items: Type.Array(Type.Object({ product_id: Id, name: Type.String(), sign: Sign, weight: Type.Number() })),
  }),
  people: Type.Object({
    bearing: Type.Integer({ description: 'So many of those looked at would bear the tag.' }),
    of: Type.Integer({ description: 'The newest customers who let us conclude something, 200 at most.' }),
    items: Type.Array(
      Type.Object({
        customer_id: Id,
        name: orNull(Type.String({ description: 'Hidden but for its first letters.' })),
        strength: Type.Integer(),
        since: Time,
        evidence: Type.Array(Evidence),
      }),
    ),
  }),
})
