import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clawback, pointsFor } from './points.ts'

const standard = { rate_num: 1, rate_den: 100 }
const money = (total_yen: number) => ({ total_yen, points_paid_yen: 0 })

test('one point per full ¥100, none on the part paid by points', () => {
  const cases = [
    [0, 0, 0],
    [99, 0, 0],
    [100, 0, 1],
    [6980, 0, 69],
    [6980, 1000, 59],
    [6980, 6980, 0],
  ] as const
  for (const [total, paid, points] of cases) assert.equal(pointsFor(total, paid, standard), points)
  assert.equal(pointsFor(1000, 0, { rate_num: 3, rate_den: 200 }), 15)
})

test('returning ¥2,990 of ¥6,980 takes 30 of 69 points, the rest takes 39', () => {
  assert.equal(clawback(money(6980), [money(2990)], 0, standard), 30)
  assert.equal(clawback(money(6980), [money(2990), money(3990)], 30, standard), 39)
  assert.equal(clawback(money(6980), [money(3990)], 0, standard), 40)
})

test('any sequence of partial returns ends as never bought and never takes a negative number', () => {
  const part = fc.record({ total_yen: fc.nat(100_000), share: fc.nat(100) })
  const rule = fc.record({ rate_num: fc.nat(50), rate_den: fc.integer({ min: 1, max: 1000 }) })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), rule, (parts, r) => {
      const paid = parts.map(({ total_yen, share }) => {
        return { total_yen, points_paid_yen: Math.floor((total_yen * share) / 100) }
      })
      const order = paid.reduce((a, b) => {
        return { total_yen: a.total_yen + b.total_yen, points_paid_yen: a.points_paid_yen + b.points_paid_yen }
      })
      let clawed = 0
      for (let n = 1; n <= paid.length; n++) clawed += clawback(order, paid.slice(0, n), clawed, r)
      assert.equal(clawed, pointsFor(order.total_yen, order.points_paid_yen, r))
    }),
  )
})

test('more points than the total, more returned than bought and a negative amount are refused', () => {
  assert.throws(() => pointsFor(100, 101, standard), /^RangeError: points_paid_yen/)
  assert.throws(() => pointsFor(-1, 0, standard), /^RangeError: total_yen/)
  assert.throws(() => clawback(money(100), [money(101)], 0, standard), /^RangeError: returned/)
  assert.throws(
    () => clawback(money(100), [{ total_yen: 1, points_paid_yen: 1 }], 0, standard),
    /^RangeError: returned/,
  )
  assert.throws(() => clawback(money(100), [money(100)], 2, standard), /^RangeError: clawed_points/)
})
