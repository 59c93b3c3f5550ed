import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Deeds, fanOf } from '#loyalty/fan-rules'
import { fanRules } from '#loyalty/fans'

const rules = fanRules.usual
const nothing: Deeds = { purchases: 0, spend: 0, visits: 0, app: 0, reviews: 0, referrals: 0, days_since: null }

test('who did nothing is at level 1; who did all there is, at level 5 with every point', () => {
  assert.deepEqual([fanOf(rules, nothing).level, fanOf(rules, nothing).score], [1, 0])
  const all: Deeds = { purchases: 12, spend: 60_000, visits: 12, app: 30, reviews: 3, referrals: 3, days_since: 0 }
  assert.deepEqual([fanOf(rules, all).level, fanOf(rules, all).score], [5, 100])
})

test('each signal brings its weight in proportion, rounded down: four purchases of ¥30,000, the last 45 days ago, make level 2', () => {
  const { level, score, parts } = fanOf(rules, { ...nothing, purchases: 4, spend: 30_000, days_since: 45 })
  assert.deepEqual(
    parts.filter(({ points }) => points > 0).map(({ signal, points }) => [signal, points]),
    [
      ['recency', 10],
      ['purchases', 6],
      ['spend', 10],
    ],
  )
  assert.deepEqual([level, score], [2, 26])
})

test('more of anything never lowers a level, days without a purchase never raise it, and no part passes its weight', () => {
  const deeds = fc.record({
    purchases: fc.nat(40),
    spend: fc.nat(200_000),
    visits: fc.nat(40),
    app: fc.nat(100),
    reviews: fc.nat(10),
    referrals: fc.nat(10),
    days_since: fc.nat(400),
  })
  fc.assert(
    fc.property(deeds, deeds, fc.constantFrom(...(Object.keys(nothing) as (keyof Deeds)[])), (one, other, which) => {
      const more = { ...one, [which]: one[which] + other[which] }
      const [before, after] = [fanOf(rules, one), fanOf(rules, more)]
      assert.ok(which === 'days_since' ? after.score <= before.score : after.score >= before.score)
      for (const { points, weight } of after.parts) assert.ok(points >= 0 && points <= weight)
      assert.equal(
        after.score,
        after.parts.reduce((sum, { points }) => sum + points, 0),
      )
    }),
  )
})
