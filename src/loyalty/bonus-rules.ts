/** Which bonuses there are, and what each makes of one purchase: pure, with a reason either way. */
import { type Static, Type } from 'typebox'
import type { Message } from '#core/problem'
import { addDays } from '#core/time'

const Id = Type.String({ format: 'uuid' })
const Key = Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' })
const Points = Type.Integer({ minimum: 1, maximum: 1_000_000 })

const common = {
  /** What the ledger calls it, for ever: another key is another bonus. */
  key: Key,
  name: Type.Object(
    { ja: Type.String({ minLength: 1, maxLength: 40 }), en: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false },
  ),
  points: Points,
  /** How many days they can be used; as long as other points when not said. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
  /** How often one customer gets it at most. */
  most: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  /** Points for all customers together. */
  budget_points: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 })),
}
const where = {
  places: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
  channels: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z_]{1,30}$' }), { minItems: 1, maxItems: 20 })),
}
const exact = { additionalProperties: false }

export const Rule = Type.Union([
  Type.Object(
    { kind: Type.Literal('join'), ...common, routes: Type.Optional(Type.Array(Key, { minItems: 1 })) },
    exact,
  ),
  Type.Object(
    { kind: Type.Literal('same_shop'), ...common, ...where, window_days: Type.Integer({ minimum: 1, maximum: 366 }) },
    exact,
  ),
  Type.Object(
    {
      kind: Type.Literal('spend'),
      ...common,
      ...where,
      at_least_yen: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
    },
    exact,
  ),
  Type.Object({ kind: Type.Literal('birth_month'), ...common, ...where }, exact),
])
export type Rule = Static<typeof Rule>
export type OrderRule = Exclude<Rule, { kind: 'join' }>

/** A purchase that is the customer's by now, as the timeline tells of it. */
export type Purchase = {
  business_date: string
  place_id: string | null
  channel: string | null
  /** What she paid for and kept: after discounts, less what was given back; 0 when it was cancelled. */
  kept_yen: number
  /** Whether goods changed hands in a shop. */
  in_shop: boolean
  /** Business days on which she bought or collected in this shop before. */
  visits: readonly string[]
  birth_month: number | null
  /** What other purchases have brought her: by which rule, on which day, in which shop. */
  bonuses: readonly { rule_key: string; business_date: string; place_id: string | null }[]
}
/** What a rule makes of it. */
export type Outcome = { points: number; why: Message }

const says = {
  given: { ja: '条件を満たしています。', en: 'The conditions are met.' },
  given_back: { ja: 'お買い上げが残っていません。', en: 'Nothing of the purchase is left.' },
  other_place: { ja: '対象の店舗ではありません。', en: 'Not at one of its shops.' },
  other_channel: { ja: '対象の買い方ではありません。', en: 'Not in one of its channels.' },
  too_little: { ja: 'お買い上げ金額が足りません。', en: 'The purchase is too small.' },
  not_in_shop: { ja: '店舗でのお買い物ではありません。', en: 'Not bought or collected in a shop.' },
  first_day: {
    ja: '期間中、この店舗では初めての来店日です。',
    en: 'It is her first day at this shop within the window.',
  },
  not_birth_month: { ja: 'お誕生月ではありません。', en: 'It is not her month of birth.' },
  this_year: { ja: '今年はすでに付いています。', en: 'She has had it this year.' },
} satisfies Record<string, Message>

/** How many points a purchase deserves by a rule, and why or why not. */
export function deserved(rule: OrderRule, purchase: Purchase): Outcome {
  const missing = lacks(rule, purchase)
  return missing ? { points: 0, why: says[missing] } : { points: rule.points, why: says.given }
}

function lacks(rule: OrderRule, purchase: Purchase): keyof typeof says | undefined {
  const { place_id, channel } = purchase
  if (purchase.kept_yen <= 0) return 'given_back'
  if (rule.places && !(place_id && rule.places.includes(place_id))) return 'other_place'
  if (rule.channels && !(channel && rule.channels.includes(channel))) return 'other_channel'
  const before = purchase.bonuses.filter(({ rule_key }) => rule_key === rule.key)
  switch (rule.kind) {
    case 'spend':
      return purchase.kept_yen < rule.at_least_yen ? 'too_little' : undefined
    case 'birth_month':
      if (purchase.birth_month !== Number(purchase.business_date.slice(5, 7))) return 'not_birth_month'
      return before.some(({ business_date }) => business_date.slice(0, 4) === purchase.business_date.slice(0, 4))
        ? 'this_year'
        : undefined
    case 'same_shop': {
      if (!purchase.in_shop) return 'not_in_shop'
      // A bonus ends its window: the next begins with the next visit.
      const rewarded = before.filter((bonus) => bonus.place_id === place_id).map(({ business_date }) => business_date)
      const from = [addDays(purchase.business_date, -rule.window_days), ...rewarded.map((day) => addDays(day, 1))]
      const since = from.reduce((latest, day) => (day > latest ? day : latest))
      return purchase.visits.some((day) => day >= since && day < purchase.business_date) ? undefined : 'first_day'
    }
  }
}
