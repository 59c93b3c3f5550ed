/**
 * How much of a fan a member is, 1 to 5: what she did in a window, each signal up to its own full measure and weight. Pure.
 * A signal brings ⌊weight × value ÷ full⌋ points, its weight at most; for recency value is how many of `full` days are left since
 * she last bought. The level is one more than the number of steps her points reach.
 */
import { type Static, Type } from 'typebox'

const part = Type.Object(
  { weight: Type.Integer({ minimum: 0, maximum: 100 }), full: Type.Integer({ minimum: 1, maximum: 100_000_000 }) },
  { additionalProperties: false },
)
const step = Type.Integer({ minimum: 1, maximum: 1_000 })

export const FanRules = Type.Object(
  {
    on: Type.Boolean(),
    window_days: Type.Integer({ minimum: 7, maximum: 1_100 }),
    signals: Type.Object(
      { recency: part, purchases: part, spend: part, visits: part, app: part, reviews: part, referrals: part },
      { additionalProperties: false },
    ),
    /** Points from which level 2, 3, 4 and 5 begin. */
    steps: Type.Array(step, { minItems: 4, maxItems: 4 }),
  },
  { additionalProperties: false },
)
export type FanRules = Static<typeof FanRules>
export type Signal = keyof FanRules['signals']

/** What she did in the window; days since she last bought, null when she did not. */
export type Deeds = Record<Exclude<Signal, 'recency'>, number> & { days_since: number | null }
export type Part = { signal: Signal; value: number; full: number; weight: number; points: number }
export type Fan = { level: number; score: number; parts: Part[] }

/** Level and points, with what each signal brought. */
export function fanOf({ signals, steps }: FanRules, deeds: Deeds): Fan {
  const parts = (Object.keys(signals) as Signal[]).map((signal): Part => {
    const { weight, full } = signals[signal]
    const value = signal === 'recency' ? recent(deeds.days_since, full) : Math.max(deeds[signal], 0)
    return { signal, value, full, weight, points: Math.floor((weight * Math.min(value, full)) / full) }
  })
  const score = parts.reduce((sum, { points }) => sum + points, 0)
  return { level: 1 + steps.filter((from) => score >= from).length, score, parts }
}

function recent(days_since: number | null, full: number): number {
  return days_since === null ? 0 : Math.max(full - days_since, 0)
}
