/** The terms an order was made under, kept with it: its returns and documents follow them whatever the settings say later. */
import type { Db } from '#core/database'
import { sha256 } from '#core/id'
import { setting } from '#core/settings'
import type { ShownTerms } from '#orders/input'
import { terms } from '#orders/settings'
import type { OrderView } from '#orders/view'
import { spread } from '#pricing/discount'
import type { Rounding } from '#pricing/integer'
import type { GivenOffer } from '#pricing/offers'
import { type Multiplied, type PointsRule, pointsFor, pointsOfLines } from '#pricing/points'
import type { PointsAs, Quote } from '#pricing/receipt'
import type { Bought } from '#pricing/slip'

/** The group's choice: how own points count, and how tax is rounded. One choice for a whole receipt. */
export type Terms = { points_as: PointsAs; rounding: Rounding }
/** As kept on an order, with the rule its points were earned by and, points being a discount, what of them each line took. */
export type OrderTerms = Terms & Partial<PointsRule> & { points?: number[]; multiplied?: Multiplied[]; shown?: Shown }
/** What the final screen said, and the SHA-256 of it: what she agreed to can be shown again, and shown to be unchanged. */
export type Shown = ShownTerms & { sha256: string }

/** The terms for orders made now. Points are a means of payment and tax is floored unless the group chose otherwise. */
export function currentTerms(db: Db): Promise<Terms> {
  return setting(db, terms)
}

/** What an order keeps of its quote, and of what its final screen said. */
export function termsOf(
  { points_as, rounding, points_rule, lines, points_yen, offers = [] }: Quote & { offers?: readonly GivenOffer[] },
  shown?: ShownTerms | undefined,
): OrderTerms {
  const multiplied = offers.flatMap(multipliedBy)
  return {
    points_as,
    rounding,
    ...(shown && { shown: { ...shown, sha256: hashOf(shown) } }),
    ...(points_rule && { rate_num: points_rule.rate_num, rate_den: points_rule.rate_den }),
    ...(multiplied.length > 0 && { multiplied }),
    ...(points_as === 'discount' && points_yen > 0 && { points: lines.map((line) => line.points_yen) }),
  }
}

// Ids of lines are their places while an order is priced, their numbers once it stands.
function multipliedBy({ offer: { effect }, points, lines }: GivenOffer): Multiplied[] {
  if (effect.kind !== 'points' || points === 0) return []
  const { times_num, times_den } = effect
  return [{ times_num, times_den, line_ids: lines.map(({ id }) => String(Number(id) + 1)) }]
}

/** An order as its returns are computed from. */
export function boughtOf(view: OrderView, terms: OrderTerms | null): Bought {
  const points_as = terms?.points_as ?? 'payment'
  const amounts = view.lines.map((line) => line.amount_yen)
  const points = terms?.points ?? spread(points_as === 'payment' ? view.points_used : 0, amounts, view.lines)
  const lines = view.lines.map((line, at) => {
    const points_yen = points[at] ?? 0
    const { quantity, rate_num, rate_den, amount_yen } = line
    const paid_yen = points_as === 'discount' ? amount_yen : amount_yen - points_yen
    return { id: String(line.line_no), quantity, rate_num, rate_den, points_yen, paid_yen }
  })
  return {
    lines,
    taxes: view.taxes,
    points_as,
    rounding: terms?.rounding ?? 'floor',
    ...earnedBy(terms, lines, view.points_earned),
  }
}

// Points that no known rule makes (imported, or of before multipliers were kept) are taken back in the proportion they were earned.
function earnedBy(
  terms: OrderTerms | null,
  lines: Bought['lines'],
  earned: number,
): Pick<Bought, 'points_rule' | 'multiplied'> {
  const paid_yen = lines.reduce((all, line) => all + line.paid_yen, 0)
  if (earned === 0 || paid_yen === 0) return { points_rule: null }
  const rule = { rate_num: terms?.rate_num ?? 1, rate_den: terms?.rate_den ?? 100 }
  const multiplied = terms?.multiplied ?? []
  if (pointsOfLines(lines, rule, multiplied) === earned) return { points_rule: rule, multiplied }
  return { points_rule: pointsFor(paid_yen, 0, rule) === earned ? rule : { rate_num: earned, rate_den: paid_yen } }
}

/** SHA-256 in hex over the language and then each label and text, a line each: anyone can compute it from what was shown. */
export function hashOf({ lang, items }: ShownTerms): string {
  const said = [lang, ...items.flatMap(({ label, text }) => [label, text])].join('\n')
  return sha256(said).toString('hex')
}
