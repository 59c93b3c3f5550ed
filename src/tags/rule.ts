/** What a tag's rule may say: signs a product may bear, how much buying and looking at it counts, how fast that fades. */
import { type Static, Type } from 'typebox'
import { refuse } from '#core/problem'

const closed = { additionalProperties: false }
const optional = Type.Optional
const Word = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
const Words = Type.Array(Word, { minItems: 1, maxItems: 40 })
const weight = Type.Number({ minimum: 0.1, maximum: 10, description: 'How much of a sign it is; 1 is usual.' })

export const Sign = Type.Union([
  Type.Object(
    { is: Type.Literal('word'), among: Words, weight: optional(weight) },
    { ...closed, description: 'In the name, the receipt’s text, the category’s name or the product’s own tags.' },
  ),
  Type.Object(
    { is: Type.Literal('attribute'), name: Word, among: optional(Words), weight: optional(weight) },
    { ...closed, description: 'An attribute of the product, of any value when none is named.' },
  ),
  Type.Object(
    { is: Type.Literal('category'), category_id: Type.String({ format: 'uuid' }), weight: optional(weight) },
    { ...closed, description: 'In this category or one below it.' },
  ),
])
export const Rule = Type.Object(
  {
    signs: Type.Array(Sign, { minItems: 1, maxItems: 20, description: 'The strongest sign a product bears counts.' }),
    but: optional(
      Type.Array(Word, { maxItems: 40, description: 'Phrases within which a word means something else (有機EL).' }),
    ),
    bought: Type.Number({ minimum: 0, maximum: 100, description: 'What a line of a receipt adds.' }),
    viewed: Type.Number({
      minimum: 0,
      maximum: 100,
      description: 'What a look adds, three a product and day at most.',
    }),
    half_life_days: Type.Integer({ minimum: 1, maximum: 1_000 }),
    threshold: Type.Number({ minimum: 0.1, maximum: 1_000 }),
    sensitive: optional(
      Type.Boolean({ description: 'Tells of health: only with her consent to that, seen by nobody but her.' }),
    ),
  },
  closed,
)
export type Sign = Static<typeof Sign>
export type Rule = Static<typeof Rule>

/** Refuse (422) a rule that could never be met. */
export function sensible({ bought, viewed }: Rule): void {
  if (bought + viewed === 0)
    refuse(
      'tags.rule',
      422,
      'お買い物か閲覧のどちらかは数えてください。',
      'Count purchases or views, one of them at least.',
      { field: 'bought' },
    )
}
