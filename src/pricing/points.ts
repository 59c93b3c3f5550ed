import { integer, portion, type Rate } from './integer.ts'

/** Points per yen: 1/100 is one point per full ¥100. */
export type PointsRule = Rate

/** An amount after coupons, tax included, and the part of it paid by points. */
export type Paid = { total_yen: number; points_paid_yen: number }

/** Points an order earns: floored once per order, none on the part paid by points. */
export function pointsFor(total_yen: number, points_paid_yen: number, rule: PointsRule): number {
  integer(total_yen, 'total_yen')
  integer(points_paid_yen, 'points_paid_yen')
  if (points_paid_yen > total_yen) throw new RangeError('points_paid_yen: more than the total')
  return portion(total_yen - points_paid_yen, rule.rate_num, rule.rate_den)
}

/**
 * Points to take back now: what the order earned, less what its kept part earns, less what was taken back before.
 * `returned` is everything returned so far, this return included, so any sequence ends exactly as never bought.
 */
export function clawback(order: Paid, returned: readonly Paid[], clawed_points: number, rule: PointsRule): number {
  const back: Paid = { total_yen: 0, points_paid_yen: 0 }
  for (const part of returned) {
    back.total_yen += integer(part.total_yen, 'total_yen')
    back.points_paid_yen += integer(part.points_paid_yen, 'points_paid_yen')
  }
  if (back.total_yen > order.total_yen) throw new RangeError('returned: more than was bought')
  if (back.points_paid_yen > order.points_paid_yen) throw new RangeError('returned: more points than were paid')
  const kept = pointsFor(order.total_yen - back.total_yen, order.points_paid_yen - back.points_paid_yen, rule)
  const due = pointsFor(order.total_yen, order.points_paid_yen, rule) - kept - integer(clawed_points, 'clawed_points')
  if (due < 0) throw new RangeError('clawed_points: more than the returned part had earned')
  return due
}
