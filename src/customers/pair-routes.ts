import Type from 'typebox'
import { auditAll, cursorOf, readCursor } from '#access/access'
import { once, within } from '#core/answers'
import type { App } from '#core/app'
import { accept, acceptAll, type Beside as Both, pair, pairs, reject, reopen } from './pairs.ts'
import * as shape from './shapes.ts'

const tags = ['customers']
const config = { audience: ['staff:agent', 'staff:manager', 'api:customers.write'] }
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Words = Type.Object({ ja: Type.String(), en: Type.String() })
const State = Type.Union([Type.Literal('open'), Type.Literal('accepted'), Type.Literal('rejected')])
const Pair = Type.Object({
  pair_id: shape.Id,
  found_by: Type.Union([Type.Literal('alike'), Type.Literal('met')]),
  probability: orNull(Type.Number()),
  reasons: Type.Array(Type.Object({ field: Words, level: Words, bits: Type.Number() })),
  state: State,
  found_at: shape.Time,
  decided_at: orNull(shape.Time),
  decided_by: orNull(Type.String()),
  merge_id: orNull(shape.Id),
})
const Beside = Type.Object({ ...Pair.properties, people: Type.Array(shape.Person) })
const params = Type.Object({ pair_id: shape.Id })
const Nothing = Type.Object({}, { additionalProperties: false })

/** The review queue of identity: two records side by side, with what speaks for and against their being one person. */
export function pairRoutes(app: App): void {
  app.get(
    '/v1/customers/pairs',
    {
      config,
      schema: {
        tags,
        summary: 'Records that may be one person, the likeliest first (audited)',
        querystring: Type.Object({
          state: Type.Union([Type.Literal('open'), Type.Literal('accepted'), Type.Literal('rejected')], {
            default: 'open',
          }),
          at_least: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: { 200: Type.Object({ items: Type.Array(Beside), next: orNull(Type.String()) }) },
      },
    },
    (request) =>
      within(request, async (tx) => {
        const { cursor, ...want } = request.query
        const after = cursor ? { after: readCursor(cursor, 2, ['weight', 'id']) as [string, string] } : {}
        const items = await pairs(tx, { ...want, ...after })
        await auditAll(tx, request.actor, 'customers.pair_viewed', idsOf(items))
        return { items, next: cursorOf(items, want.limit, (last) => [String(last.probability ?? 2), last.pair_id]) }
      }),
  )

  app.get(
    '/v1/customers/pairs/:pair_id',
    { config, schema: { tags, summary: 'One pair side by side (audited)', params, response: { 200: Beside } } },
    (request) =>
      within(request, async (tx) => {
        const found = await pair(tx, request.params.pair_id)
        await auditAll(tx, request.actor, 'customers.pair_viewed', idsOf([found]))
        return found
      }),
  )

  app.post(
    '/v1/customers/pairs/acceptances',
    {
      config,
      schema: {
        tags,
        summary: 'Several pairs are one person each; what was decided meanwhile is told and left alone',
        body: Type.Object(
          { pair_ids: Type.Array(shape.Id, { minItems: 1, maxItems: 100, uniqueItems: true }) },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            accepted: Type.Array(Pair),
            skipped: Type.Array(Type.Object({ pair_id: shape.Id, code: Type.String() })),
          }),
        },
      },
    },
    (request, reply) => once(request, reply, 200, (tx) => acceptAll(tx, request.actor, request.body.pair_ids)),
  )

  for (const [noun, summary, act] of [
    ['acceptance', 'They are one person: merge them', accept],
    ['rejection', 'They are two: never propose them again', reject],
    ['undoing', 'Take the decision back: they part again and wait anew', reopen],
  ] as const)
    app.post(
      `/v1/customers/pairs/:pair_id/${noun}`,
      { config, schema: { tags, summary, params, body: Nothing, response: { 200: Pair } } },
      (request, reply) => once(request, reply, 200, (tx) => act(tx, request.actor, request.params.pair_id)),
    )
}

function idsOf(items: readonly Both[]): string[] {
  return [...new Set(items.flatMap(({ people }) => people.map(({ profile_id }) => profile_id)))]
}
