import { Type } from 'typebox'
import { audit, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { customerOf, profilesOf } from '#customers/customers'
import { journals } from '#loyalty/journals'
import { endings, type LotsWanted, liability, openLots } from '#loyalty/liability'
import { reasons, reverse } from '#loyalty/reversals'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const orNull = <Shape extends Parameters<typeof Type.Array>[0]>(shape: Shape) => Type.Union([shape, Type.Null()])
const Unit = Type.String({ pattern: '^[a-z][a-z0-9_:-]{0,59}$', default: 'points' })
const Yen = orNull(Type.Integer({ description: 'By the setting loyalty.point_value; null for what is not points' }))
const worth = { points: Type.Integer(), yen: Yen }
const Owed = Type.Object({
  unit: Type.String(),
  available: Type.Integer(),
  pending: Type.Integer(),
  held: Type.Integer(),
  debt: Type.Integer(),
  outstanding: Type.Integer({ description: 'available + pending + held − debt' }),
  yen: Yen,
  by_funding: Type.Array(Type.Object({ funding: Type.String(), ...worth })),
  by_place: Type.Array(Type.Object({ place_id: orNull(Id), ...worth })),
  by_brand: Type.Array(Type.Object({ brand_ids: Type.Array(Id), ...worth })),
  moved: Type.Array(Type.Object({ kind: Type.String(), journals: Type.Integer(), ...worth })),
})
const Liability = Type.Object({ day: Day, month_from: Day, items: Type.Array(Owed) })
const Endings = Type.Object({
  items: Type.Array(
    Type.Object({ from: Day, amount: Type.Integer(), members: Type.Integer(), lots: Type.Integer(), yen: Yen }),
  ),
  next: Type.Null(),
})
const Lots = Type.Object({
  items: Type.Array(
    Type.Object({
      lot_id: Id,
      profile_id: Id,
      unit: Type.String(),
      funding: Type.String(),
      place_id: orNull(Id),
      state: Type.String(),
      source_id: Id,
      granted_at: Type.String(),
      expires_at: Type.String(),
      original: Type.Integer(),
      remaining: Type.Integer(),
    }),
  ),
  next: orNull(Type.String()),
})
const Journals = Type.Object({
  items: Type.Array(
    Type.Object({
      profile_id: Id,
      journal_id: Id,
      kind: Type.String(),
      source_kind: Type.String(),
      source_id: Id,
      place_id: orNull(Id),
      event_at: Type.String(),
      reverses_id: orNull(Id),
      reversed_by_id: orNull(Id),
      reversal_asked_by: orNull(Type.String()),
      actor_kind: Type.String(),
      actor_id: orNull(Type.String()),
      reason: orNull(Type.String()),
      postings: Type.Array(
        Type.Object({
          seq: Type.Integer(),
          unit: Type.String(),
          side: Type.String(),
          amount: Type.Integer(),
          lot_id: orNull(Id),
        }),
      ),
    }),
  ),
  next: orNull(Type.String()),
})
const days = { from: Type.Optional(Day), to: Type.Optional(Day) }
const page = {
  after: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}
const readers = { audience: ['staff:manager', 'staff:marketer', 'api:loyalty.read'] }

/** The ledger as the office sees it: what is owed, what ends when, and the lots behind both. */
export function officeRoutes(app: App): void {
  app.get(
    '/v1/loyalty/liability',
    {
      config: readers,
      schema: {
        summary:
          'What is owed in each unit, today or at the end of a day gone by, and what moved it since the first of that month',
        querystring: Type.Object({ day: Type.Optional(Day) }),
        response: { 200: Liability },
      },
    },
    (request) => within(request, (tx) => liability(tx, request.query.day)),
  )
  app.get(
    '/v1/loyalty/expiries',
    {
      config: readers,
      schema: {
        summary: 'What ends when: by the last day on which it may be used, or by its month',
        querystring: Type.Object({
          unit: Type.Optional(Unit),
          by: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('month')], { default: 'month' })),
          ...days,
        }),
        response: { 200: Endings },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { unit = 'points', by = 'month', from, to } = request.query
        return { items: await endings(tx, unit, by, from, to), next: null }
      }),
  )
  app.get(
    '/v1/loyalty/lots',
    {
      config: readers,
      schema: {
        summary:
          'Lots with something left in them, by their end; `from` and `to` are the last days on which they may be used',
        querystring: Type.Object({
          unit: Type.Optional(Unit),
          state: Type.Optional(Type.Union([Type.Literal('available'), Type.Literal('pending')])),
          funding: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_:-]{0,59}$' })),
          place_id: Type.Optional(Id),
          ...days,
          ...page,
        }),
        response: { 200: Lots },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50, unit = 'points', ...rest } = request.query
        const from = after ? (readCursor(after, 2, ['at', 'id']) as [string, string]) : null
        const items = await openLots(tx, { unit, ...rest } as LotsWanted, from, limit)
        return { items, next: cursorOf(items, limit, (last) => [last.expires_at, last.lot_id]) }
      }),
  )
  app.get(
    '/v1/loyalty/journals',
    {
      config: readers,
      schema: {
        summary: 'Journals with all their postings, the newest first; each sums to zero per unit',
        querystring: Type.Object({
          kind: Type.Optional(Type.String({ pattern: '^[a-z_]{1,20}$' })),
          unit: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_:-]{0,59}$' })),
          source_id: Type.Optional(Id),
          place_id: Type.Optional(Id),
          actor_id: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
          journal_id: Type.Optional(Id),
          profile_id: Type.Optional(Id),
          lot_id: Type.Optional(Id),
          ...days,
          ...page,
        }),
        response: { 200: Journals },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { after, limit = 50, profile_id, ...rest } = request.query
        const before = after ? (readCursor(after, 2, ['at', 'id']) as [string, string]) : null
        if (profile_id) {
          await customerOf(tx, profile_id)
          await audit(tx, request.actor, 'loyalty.read', profile_id)
        }
        const profile_ids = profile_id ? await profilesOf(tx, profile_id) : undefined
        const items = await journals(tx, { ...rest, profile_ids }, before, limit)
        return { items, next: cursorOf(items, limit, (last) => [last.event_at, last.journal_id]) }
      }),
  )
  app.post(
    '/v1/loyalty/profiles/:profile_id/journals/:journal_id/reversal',
    {
      // A name stands for it: no key may.
      config: { audience: ['staff:manager'] },
      schema: {
        summary:
          'Reverse a grant by a journal against it, for a reason; a large one is asked for first and carried out by a second person',
        params: Type.Object({ profile_id: Id, journal_id: Id }),
        body: Type.Object(
          { reason: Type.Union(reasons.map((reason) => Type.Literal(reason))) },
          { additionalProperties: false },
        ),
        response: { 201: Type.Object({ state: Type.Union([Type.Literal('asked'), Type.Literal('reversed')]) }) },
      },
    },
    (request, reply) =>
      once(request, reply, 201, (tx) => {
        const { profile_id, journal_id } = request.params
        return reverse(tx, request.actor, profile_id, journal_id, request.body.reason)
      }),
  )
}
