import { Type } from 'typebox'
import { id, instant, orNull, Rule, State } from '#promotions/shapes'

const Words = Type.Object({ ja: Type.String(), en: Type.String() })
export const FindingView = Type.Object(
  {
    rule: Type.String(),
    level: Type.Union([Type.Literal('stop'), Type.Literal('advice')]),
    field: Type.String(),
    law: Words,
    says: Words,
    limit: Type.Unsafe<number | null>(orNull(Type.Integer())),
    found: Type.Unsafe<number | null>(orNull(Type.Integer())),
  },
  { description: 'What an offer may run into. It names the rule and the figures; the judgement is a person’s.' },
)
export const FoundView = Type.Object({
  ...FindingView.properties,
  override: Type.Union([
    Type.Object({ reason: Type.String(), staff_id: id, overridden_at: Type.String() }),
    Type.Null(),
  ]),
})

export const ReportView = Type.Object({
  uses: Type.Integer(),
  discount_yen: Type.Integer(),
  points: Type.Integer(),
  given_back: Type.Integer(),
  left_uses: Type.Unsafe<number | null>(orNull(Type.Integer())),
  left_yen: Type.Unsafe<number | null>(orNull(Type.Integer())),
  places: Type.Array(
    Type.Object({
      place_id: id,
      channel: Type.String(),
      uses: Type.Integer(),
      discount_yen: Type.Integer(),
      points: Type.Integer(),
    }),
  ),
  days: Type.Array(Type.Object({ date: Type.String(), uses: Type.Integer(), discount_yen: Type.Integer() })),
  coupons: Type.Object({
    issued: Type.Integer(),
    open: Type.Integer(),
    redeemed: Type.Integer(),
    revoked: Type.Integer(),
    expired: Type.Integer(),
    uses: Type.Integer({ description: 'Orders in which one was used, public codes included.' }),
  }),
})

export const ChangeView = Type.Object({
  version: Type.Integer(),
  state: State,
  changed_at: Type.String(),
  actor_kind: Type.String(),
  actor_id: Type.String(),
  offer: Type.Object(
    {
      name: Type.String(),
      rule: Rule,
      starts_at: Type.Optional(instant),
      ends_at: Type.Optional(instant),
      budget_yen: Type.Optional(Type.Unsafe<number | null>(orNull(Type.Integer()))),
    },
    { description: 'As it stood.' },
  ),
})
