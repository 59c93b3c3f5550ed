/**
 * Tiers: what a period's purchases reach. A tier is hers at once, holds through the period after the one that earned it, and
 * ends with a period and never within one, whatever is returned meanwhile. Pure.
 */
import { type Static, Type } from 'typebox'
import { addDays } from '#core/time'

const count = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
const exact = { additionalProperties: false }

export const Tier = Type.Object(
  {
    /** What offers and the ledger call it, for ever. */
    key: Type.String({ pattern: '^[a-z][a-z0-9_-]{0,39}$' }),
    name: Type.Object(
      { ja: Type.String({ minLength: 1, maxLength: 40 }), en: Type.String({ minLength: 1, maxLength: 60 }) },
      exact,
    ),
    /** Yen, purchases or credit of one period; 0 for whoever joins. */
    at_least: count(0, 1_000_000_000_000),
    /** Points so many times the usual. */
    times_num: count(1, 1_000),
    times_den: count(1, 1_000),
  },
  exact,
)
export const TierRules = Type.Object(
  {
    by: Type.Union([Type.Literal('yen'), Type.Literal('purchases'), Type.Literal('credit')]),
    /** Credit for every full `rate_den` yen kept; used when tiers go by credit. */
    credit_num: count(0, 10_000),
    credit_den: count(1, 1_000_000),
    /** How long a period is, and the month in which one begins. */
    months: count(1, 36),
    first_month: count(1, 12),
    /** So many days of a new period a tier of the one before stays as it was. */
    grace_days: count(0, 366),
    time_zone: Type.String({ pattern: '^[A-Za-z_]+(/[A-Za-z0-9_+-]+){0,2}$', maxLength: 60 }),
    tiers: Type.Array(Tier, { maxItems: 20 }),
  },
  exact,
)
export type Tier = Static<typeof Tier>
export type TierRules = Static<typeof TierRules>

/** First and last day. */
export type Period = { from: string; to: string }
/** What was counted in the period that runs, in the one before, and in the one before that. */
export type Counted = readonly [number, number, number]
/** What she has: until the day named, whatever is returned. */
export type Had = { tier_key: string | null; until: string }
export type Standing = { tier: Tier | null; until: string }

/** The period a day lies in, or one so many before it. */
export function periodOf(
  { months, first_month }: Pick<TierRules, 'months' | 'first_month'>,
  day: string,
  before = 0,
): Period {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - first_month
  const first = (Math.floor(month / months) - before) * months + first_month - 1
  return { from: firstOf(first), to: addDays(firstOf(first + months), -1) }
}

function firstOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** The highest tier so much reaches; -1 is none. Tiers are in ascending order. */
export function reached({ tiers }: TierRules, counted: number): number {
  return tiers.findLastIndex(({ at_least }) => counted >= at_least)
}

/** Where she stands on a day, and until when that holds by itself. */
export function standingOn(rules: TierRules, day: string, [now, before, earlier]: Counted, had: Had | null): Standing {
  const period = periodOf(rules, day)
  const earned = Math.max(reached(rules, now), reached(rules, before))
  const grace_ends = addDays(period.from, rules.grace_days - 1)
  const spared = day <= grace_ends ? reached(rules, earlier) : -1
  const held = had && had.until >= day ? rules.tiers.findIndex(({ key }) => key === had.tier_key) : -1
  const best = Math.max(earned, spared, held)
  const until = best === earned ? period.to : best === spared ? grace_ends : (had as Had).until
  return { tier: rules.tiers[best] ?? null, until }
}

/** What is missing in this period to the next tier, and to keep hers through the next period; null when nothing is. */
export function missing(rules: TierRules, now: number, tier: Tier | null) {
  const at = tier ? rules.tiers.findIndex(({ key }) => key === tier.key) : -1
  const next = rules.tiers[at + 1]
  return {
    next: next ? { tier: next, missing: Math.max(next.at_least - now, 0) } : null,
    keep: tier && now < tier.at_least ? { tier, missing: tier.at_least - now } : null,
  }
}
