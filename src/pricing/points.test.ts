import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clawback, extraPoints, pointsFor } from './points.ts'

const standard = { rate_num: 1, rate_den: 100 }
const paid = (a: number, b = 0) => [
  { id: 'a', paid_yen: a },
  { id: 'b', paid_yen: b },
]

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
  const bought = paid(2990, 3990)
  assert.equal(clawback(bought, paid(0, 3990), 0, standard), 30)
  assert.equal(clawback(bought, paid(0, 0), 30, standard), 39)
  assert.equal(clawback(bought, paid(2990, 0), 0, standard), 40)
})

test('a line whose points were multiplied takes its own with it, and one whose were not takes none of them', () => {
  const five = [{ times_num: 5, times_den: 1, line_ids: ['a'] }]
  const bought = paid(1000, 2000)
  assert.equal(extraPoints(1000, standard, { times_num: 5, times_den: 1 }), 40)
  assert.equal(clawback(bought, paid(1000, 0), 0, standard, five), 20)
  assert.equal(clawback(bought, paid(0, 2000), 0, standard, five), 50)
  assert.equal(clawback(bought, paid(0, 0), 20, standard, five), 50)
})

test('after each of any partial returns, multiplied or not, she has the points of what she kept, and never gives a negative number', () => {
  const rule = fc.record({ rate_num: fc.nat(50), rate_den: fc.integer({ min: 1, max: 1000 }) })
  const step = fc.record({ line: fc.nat(3), yen: fc.nat(100_000) })
  const times = fc.record({
    times_num: fc.integer({ min: 2, max: 20 }),
    times_den: fc.integer({ min: 1, max: 3 }),
    line_ids: fc.uniqueArray(fc.constantFrom<string[]>('0', '1', '2', '3'), { minLength: 1 }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), rule, fc.array(times, { maxLength: 3 }), (steps, r, multiplied) => {
      const bought = [0, 1, 2, 3].map((line) => ({
        id: String(line),
        paid_yen: steps.reduce((sum, one) => sum + (one.line === line ? one.yen : 0), 0),
      }))
      const kept = bought.map((line) => ({ ...line }))
      let clawed = 0
      for (const { line, yen } of steps) {
        ;(kept[line] as (typeof kept)[0]).paid_yen -= yen
        clawed += clawback(bought, kept, clawed, r, multiplied)
        // Asked again for nothing more, it takes nothing more.
        assert.equal(clawback(bought, kept, clawed, r, multiplied), 0)
        // As if what was kept were all she ever bought.
        const total = (lines: typeof kept) => lines.reduce((sum, { paid_yen }) => sum + paid_yen, 0)
        const of = (lines: typeof kept) =>
          pointsFor(total(lines), 0, r) +
          multiplied.reduce(
            (sum, one) => sum + extraPoints(total(lines.filter(({ id }) => one.line_ids.includes(id))), r, one),
            0,
          )
        assert.equal(of(bought) - clawed, of(kept))
      }
    }),
  )
})

test('more points than the total, more returned than bought and a negative amount are refused', () => {
  assert.throws(() => pointsFor(100, 101, standard), /^RangeError: points_paid_yen/)
  assert.throws(() => pointsFor(-1, 0, standard), /^RangeError: total_yen/)
  assert.throws(() => clawback(paid(100), paid(101), 0, standard), /^RangeError: kept/)
  assert.throws(() => clawback(paid(100), paid(-1), 0, standard), /^RangeError: paid_yen/)
  assert.throws(() => clawback(paid(100), paid(0), 2, standard), /^RangeError: clawed_points/)
})
