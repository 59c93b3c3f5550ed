import { integer, portion, type Rate } from './integer.ts'

/** Points per yen: 1/100 is one point per full ¥100. */
export type PointsRule = Rate

/** A tier's points are a rate of their own (1.5 points per ¥100), rounded down once like any other. */
export function ruleOfTier(rule: PointsRule, tier: { times_num: number; times_den: number } | null): PointsRule {
  return { rate_num: rule.rate_num * (tier?.times_num ?? 1), rate_den: rule.rate_den * (tier?.times_den ?? 1) }
}

/** Points an order earns: floored once per order, none on the part paid by points. */
export function pointsFor(total_yen: number, points_paid_yen: number, rule: PointsRule): number {
  integer(total_yen, 'total_yen')
  integer(points_paid_yen, 'points_paid_yen')
  if (points_paid_yen > total_yen) throw new RangeError('points_paid_yen: more than the total')
  return portion(total_yen - points_paid_yen, rule.rate_num, rule.rate_den)
}

/** A multiplier of points on some lines of an order: theirs so many times. */
export type Multiplied = { times_num: number; times_den: number; line_ids: readonly string[] }

/** What a multiplier adds to the points its lines earn anyway, by what was paid for them. */
export function extraPoints(
  yen: number,
  rule: PointsRule,
  { times_num, times_den }: Pick<Multiplied, 'times_num' | 'times_den'>,
): number {
  return portion(portion(yen, rule.rate_num, rule.rate_den), Math.max(times_num - times_den, 0), times_den)
}

/** Lines of an order with what was paid for each in money, as it stands: nothing for what came back. */
export type PaidLine = { id: string; paid_yen: number }

/** Points of an order by its lines: the usual ones floored once per order, and what each multiplier adds on its own lines. */
export function pointsOfLines(lines: readonly PaidLine[], rule: PointsRule, multiplied: readonly Multiplied[]): number {
  const paid = (of: readonly PaidLine[]) => of.reduce((sum, { paid_yen }) => sum + integer(paid_yen, 'paid_yen'), 0)
  return multiplied.reduce(
    (points, one) => points + extraPoints(paid(lines.filter(({ id }) => one.line_ids.includes(id))), rule, one),
    pointsFor(paid(lines), 0, rule),
  )
}

/**
 * Points to take back now: what the order earned, less what the lines earn as far as they were kept, less what was taken back
 * before. A line that was multiplied takes its own multiplied points with it and no other's; any sequence ends exactly as never bought.
 */
export function clawback(
  bought: readonly PaidLine[],
  kept: readonly PaidLine[],
  clawed_points: number,
  rule: PointsRule,
  multiplied: readonly Multiplied[] = [],
): number {
  for (const { id, paid_yen } of kept)
    if (paid_yen > (bought.find((line) => line.id === id)?.paid_yen ?? 0))
      throw new RangeError('kept: more than was bought')
  const due = pointsOfLines(bought, rule, multiplied) - pointsOfLines(kept, rule, multiplied)
  const left = due - integer(clawed_points, 'clawed_points')
  if (left < 0) throw new RangeError('clawed_points: more than the returned part had earned')
  return left
}
