import Type from 'typebox'
import { listOf } from '#catalog/resources'
import { putTransitions, transitions } from '#catalog/transitions'
import { once } from '#core/answers'
import type { App } from '#core/app'
import { refuse } from '#core/problem'

const day = Type.String({ format: 'date', pattern: '^[12]' })
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const word = Type.String({ pattern: '^([a-z0-9_]{1,60}|\\*)$' })
const transition = Type.Object(
  {
    category: word,
    supply_mode: word,
    changes_on: Type.String({ format: 'date', pattern: '^[12]', description: 'First day of the new rate.' }),
    ordered_from: orNull(day),
    supplied_before: orNull(day),
  },
  { additionalProperties: false },
)
const tags = ['catalog']

/** Transitional rules (経過措置): which contracts keep the old rate although they are supplied after a change. */
export function transitionRoutes(app: App): void {
  app.get(
    '/v1/catalog/tax-transitions',
    {
      config: { audience: ['anyone'] },
      schema: {
        tags,
        summary: 'Contracts that keep the rate of before a change',
        response: { 200: listOf(transition) },
      },
    },
    async (request) => ({ items: await transitions(request.db), next: null }),
  )
  app.post(
    '/v1/catalog/tax-transitions',
    {
      config: { audience: ['staff:admin', 'api:catalog.write'] },
      schema: {
        tags,
        summary: 'Say which contracts keep the old rate; one for the same category, mode and change is replaced',
        body: Type.Object(
          { transitions: Type.Array(transition, { minItems: 1, maxItems: 100 }) },
          { additionalProperties: false },
        ),
        response: { 201: listOf(transition) },
      },
    },
    async (request, reply) =>
      once(request, reply, 201, async (tx) => {
        for (const [at, rule] of request.body.transitions.entries()) {
          const field =
            rule.ordered_from !== null && rule.ordered_from >= rule.changes_on
              ? 'ordered_from'
              : rule.supplied_before !== null && rule.supplied_before <= rule.changes_on
                ? 'supplied_before'
                : undefined
          const twice = ({ category, supply_mode, changes_on }: typeof rule) =>
            category === rule.category && supply_mode === rule.supply_mode && changes_on === rule.changes_on
          if (request.body.transitions.findIndex(twice) < at)
            refuse('catalog.transition_twice', 400, '同じ経過措置が重複しています。', 'A transition is given twice.', {
              field: `transitions.${at}`,
            })
          if (field)
            refuse('catalog.transition_dates', 400, '日付の順序が正しくありません。', 'The dates are out of order.', {
              field: `transitions.${at}.${field}`,
            })
        }
        await putTransitions(tx, request.actor, request.body.transitions)
        return { items: await transitions(tx), next: null }
      }),
  )
}
