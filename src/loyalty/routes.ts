import { type Static, Type } from 'typebox'
import { audit } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import type { Db } from '#core/database'
import { customerOf, profilesOf } from '#customers/customers'
import { Rule } from '#loyalty/bonus-rules'
import { explain } from '#loyalty/bonuses'
import { balance, balanceAt, expiries, openBalance, statement } from '#loyalty/loyalty'
import { officeRoutes } from '#loyalty/office-routes'
import { rankRoutes } from '#loyalty/rank-routes'
import { cardsOf, stampCard, unitOf } from '#loyalty/stamps'

const Id = Type.String({ format: 'uuid' })
const Balance = Type.Object({
  available: Type.Integer(),
  pending: Type.Integer(),
  held: Type.Integer(),
  debt: Type.Integer(),
  next_expiry: Type.Union([Type.Object({ expires_at: Type.String(), amount: Type.Integer() }), Type.Null()]),
})
const Expiries = Type.Object({
  items: Type.Array(Type.Object({ expires_at: Type.String(), amount: Type.Integer() })),
  next: Type.Null(),
})
const Words = Type.Object({ ja: Type.String(), en: Type.String() })
const Statement = Type.Object({
  items: Type.Array(
    Type.Object({
      journal_id: Id,
      kind: Type.String(),
      event_at: Type.String(),
      amount: Type.Integer(),
      source_kind: Type.String(),
      source_id: Id,
      place_id: Type.Union([Id, Type.Null()]),
      name: Type.Union([Words, Type.Null()]),
    }),
  ),
  next: Type.Union([Type.String(), Type.Null()]),
})
const Cards = Type.Object({
  items: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Words,
      stamps: Type.Integer(),
      needs: Type.Integer(),
      next_expiry: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  next: Type.Null(),
})
const Explained = Type.Object({
  items: Type.Array(Type.Object({ key: Type.String(), name: Words, points: Type.Integer(), why: Words })),
})
const Page = Type.Object({
  before: Type.Optional(Type.String({ format: 'date-time' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
})

async function statementPage(db: Db, profile_ids: string[], { before, limit = 50 }: Static<typeof Page>) {
  const items = await statement(db, profile_ids, before ?? null, limit)
  return { items, next: items.length >= limit ? (items.at(-1)?.event_at ?? null) : null }
}

export function loyaltyRoutes(app: App): void {
  rankRoutes(app)
  officeRoutes(app)
  app.get('/v1/loyalty/me', { config: { audience: ['member'] }, schema: { response: { 200: Balance } } }, (request) =>
    within(request, (tx) => balance(tx, request.actor.profile_ids ?? [])),
  )

  app.get(
    '/v1/loyalty/me/expiries',
    {
      config: { audience: ['member'] },
      schema: { summary: 'My points by the day on which they end, soonest first', response: { 200: Expiries } },
    },
    (request) =>
      within(request, async (tx) => ({ items: await expiries(tx, request.actor.profile_ids ?? []), next: null })),
  )

  app.get(
    '/v1/loyalty/me/stamps',
    {
      config: { audience: ['member'] },
      schema: { summary: 'My stamp cards', response: { 200: Cards } },
    },
    (request) =>
      within(request, async (tx) => ({ items: await cardsOf(tx, request.actor.profile_ids ?? []), next: null })),
  )

  app.get(
    '/v1/loyalty/me/statement',
    { config: { audience: ['member'] }, schema: { querystring: Page, response: { 200: Statement } } },
    (request) => within(request, (tx) => statementPage(tx, request.actor.profile_ids ?? [], request.query)),
  )

  app.get(
    '/v1/loyalty/profiles/:profile_id',
    {
      config: { audience: ['staff', 'api:loyalty.read'] },
      schema: {
        summary: 'What a customer holds, or held at a moment gone by',
        params: Type.Object({ profile_id: Id }),
        querystring: Type.Object({ at: Type.Optional(Type.String({ format: 'date-time' })) }),
        response: { 200: Balance },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id } = request.params
        await customerOf(tx, profile_id)
        await audit(tx, request.actor, 'loyalty.read', profile_id)
        const profile_ids = await profilesOf(tx, profile_id)
        return request.query.at ? balanceAt(tx, profile_ids, request.query.at) : balance(tx, profile_ids)
      }),
  )

  app.get(
    '/v1/loyalty/profiles/:profile_id/statement',
    {
      config: { audience: ['staff', 'api:loyalty.read'] },
      schema: {
        summary: 'What moved a customer’s points, newest first; `before` a moment, what had by then',
        params: Type.Object({ profile_id: Id }),
        querystring: Page,
        response: { 200: Statement },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { profile_id } = request.params
        await customerOf(tx, profile_id)
        await audit(tx, request.actor, 'loyalty.read', profile_id)
        return statementPage(tx, await profilesOf(tx, profile_id), request.query)
      }),
  )

  app.post(
    '/v1/loyalty/profiles/:profile_id/opening',
    {
      config: { audience: ['staff:admin', 'api:loyalty.write'] },
      schema: {
        params: Type.Object({ profile_id: Id }),
        body: Type.Object(
          {
            amount: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
            source: Type.String({ minLength: 1, maxLength: 120 }),
            expires_at: Type.Optional(Type.String({ format: 'date-time' })),
            /** Stamps of this card instead of points. */
            stamp_card: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' })),
          },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ opened: Type.Boolean() }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, async (tx) => {
        const { profile_id } = request.params
        const { stamp_card, ...opening } = request.body
        await customerOf(tx, profile_id)
        const unit = stamp_card && unitOf(await stampCard(tx, stamp_card))
        return { opened: await openBalance(tx, request.actor, { profile_id, ...opening }, unit) }
      }),
  )

  app.post(
    '/v1/loyalty/bonuses/previews',
    {
      config: { audience: ['staff:manager', 'staff:marketer', 'staff:admin', 'api:loyalty.read'] },
      schema: {
        summary:
          'What a purchase brings by the bonuses of its day, or would bring by others, and why or why not; writes nothing',
        body: Type.Object(
          { order_id: Id, rules: Type.Optional(Type.Array(Rule, { maxItems: 100 })) },
          { additionalProperties: false },
        ),
        response: { 200: Explained },
      },
    },
    (request, reply) =>
      once(request, reply, 200, async (tx) => {
        const { profile_id, items } = await explain(tx, request.body.order_id, request.body.rules)
        await audit(tx, request.actor, 'loyalty.read', profile_id)
        return { items }
      }),
  )
}
