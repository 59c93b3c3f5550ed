import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withinLimit } from './by-hand.ts'
import { discounted } from './discount.ts'

const rates = [
  { rate_num: 8, rate_den: 100 },
  { rate_num: 10, rate_den: 100 },
]
const basket = fc.array(fc.record({ amount_yen: fc.integer({ min: 1, max: 300_000 }), rate: fc.nat(1) }), {
  minLength: 1,
  maxLength: 12,
})
const linesOf = (
  lines: readonly { amount_yen: number; rate: number }[],
  discounts: Parameters<typeof discounted>[3],
) => {
  const ids = lines.map((_, at) => String(at))
  const amounts = lines.map(({ amount_yen }) => amount_yen)
  const { parts } = discounted(
    ids,
    amounts,
    lines.map(({ rate }) => rates[rate] as (typeof rates)[0]),
    discounts,
  )
  return amounts.map((amount_yen, at) => ({
    amount_yen,
    by_hand_yen: parts.reduce((all, part) => all + (part[at] as number), 0),
  }))
}
const far = 1_000_000_000

test('who may take a rate off may take it off the whole sale, however its yen fall on the lines', () => {
  fc.assert(
    fc.property(basket, fc.integer({ min: 1, max: 100 }), (lines, percent) =>
      withinLimit({ percent, yen: far }, linesOf(lines, [{ rate_num: percent, rate_den: 100 }])),
    ),
  )
})

test('several small discounts are no way around: of a line and of the sale all of them count', () => {
  const lines = [
    { amount_yen: 2990, rate: 1 },
    { amount_yen: 2160, rate: 0 },
  ]
  const ten = { rate_num: 10, rate_den: 100, line_ids: ['0'] }
  assert.ok(withinLimit({ percent: 10, yen: 299 }, linesOf(lines, [ten])))
  assert.ok(!withinLimit({ percent: 10, yen: far }, linesOf(lines, [ten, ten])))
  assert.ok(!withinLimit({ percent: 10, yen: 298 }, linesOf(lines, [ten])))
  assert.ok(!withinLimit({ percent: 0, yen: 0 }, linesOf(lines, [{ yen: 3 }])))
})

test('nothing off is within every limit', () => {
  assert.ok(withinLimit({ percent: 0, yen: 0 }, linesOf([{ amount_yen: 1, rate: 0 }], [])))
})
