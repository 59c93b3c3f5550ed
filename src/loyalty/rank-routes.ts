import { Type } from 'typebox'
import { audit } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { customerOf, profilesOf } from '#customers/customers'
import { fanView } from '#loyalty/fans'
import { Tier, TierRules } from '#loyalty/tier-rules'
import { simulate, tierRules, tierView } from '#loyalty/tiers'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const orNull = <Shape extends Parameters<typeof Type.Array>[0]>(shape: Shape) => Type.Union([shape, Type.Null()])
const Missing = orNull(Type.Object({ tier: Tier, missing: Type.Integer() }))
const TierView = Type.Object({
  by: TierRules.properties.by,
  tier: orNull(Tier),
  since: orNull(Day),
  until: orNull(Day),
  period: Type.Object({ from: Day, to: Day }),
  counted: Type.Integer({ description: 'Yen, purchases or credit of this period, returns taken off' }),
  next: Missing,
  keep: Missing,
  tiers: Type.Array(Tier),
})
const FanView = Type.Object({
  level: orNull(Type.Integer({ minimum: 1, maximum: 5 })),
  score: orNull(Type.Integer()),
  counted_at: orNull(Type.String({ format: 'date-time' })),
  next: orNull(Type.Object({ level: Type.Integer(), missing: Type.Integer() })),
  parts: Type.Array(
    Type.Object({
      signal: Type.String(),
      name: Type.Object({ ja: Type.String(), en: Type.String() }),
      value: Type.Integer(),
      full: Type.Integer(),
      weight: Type.Integer(),
      points: Type.Integer(),
      moved: Type.Integer({ description: 'More or fewer points than before it last moved' }),
    }),
  ),
})
const Key = orNull(Type.String())
const Simulated = Type.Object({
  members: Type.Integer(),
  up: Type.Integer(),
  down: Type.Integer(),
  moves: Type.Array(Type.Object({ from: Key, to: Key, members: Type.Integer() })),
})

export function rankRoutes(app: App): void {
  app.get(
    '/v1/loyalty/me/tier',
    {
      config: { audience: ['member'] },
      schema: { summary: 'My tier, and what is missing to the next', response: { 200: TierView } },
    },
    (request) => within(request, (tx) => tierView(tx, request.actor.profile_ids ?? [])),
  )

  app.get(
    '/v1/loyalty/profiles/:profile_id/tier',
    {
      config: { audience: ['staff', 'api:loyalty.read'] },
      schema: {
        summary: 'The tier of a customer, and what is missing to the next',
        params: Type.Object({ profile_id: Id }),
        response: { 200: TierView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id } = request.params
        await customerOf(tx, profile_id)
        await audit(tx, request.actor, 'loyalty.read', profile_id)
        return tierView(tx, await profilesOf(tx, profile_id))
      }),
  )

  app.get(
    '/v1/loyalty/me/fan-level',
    {
      config: { audience: ['member'] },
      schema: {
        summary: 'My fan level, what each thing I did brings to it, and what moved it last',
        response: { 200: FanView },
      },
    },
    (request) => within(request, (tx) => fanView(tx, request.actor.profile_ids ?? [])),
  )

  app.get(
    '/v1/loyalty/profiles/:profile_id/fan-level',
    {
      config: { audience: ['staff', 'api:loyalty.read'] },
      schema: {
        summary: 'The fan level of a customer, with what moved it',
        params: Type.Object({ profile_id: Id }),
        response: { 200: FanView },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id } = request.params
        await customerOf(tx, profile_id)
        await audit(tx, request.actor, 'loyalty.read', profile_id)
        return fanView(tx, await profilesOf(tx, profile_id))
      }),
  )

  app.post(
    '/v1/loyalty/tiers/simulations',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'staff:admin', 'api:loyalty.read'] },
      schema: {
        summary: 'How many members would move by other rules, over what was really bought; writes nothing',
        body: Type.Object(
          { rules: TierRules, at: Type.Optional(Type.Union([Type.Literal('once'), Type.Literal('period_end')])) },
          { additionalProperties: false },
        ),
        response: { 200: Simulated },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { rules, at = 'once' } = request.body
        await tierRules.check?.(tx, rules)
        return simulate(tx, rules, at)
      }),
  )
}
