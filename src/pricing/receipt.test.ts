import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Discount } from './discount.ts'
import { type Quote, type QuoteOptions, quote, type Want } from './receipt.ts'
import type { TaxRule } from './tax.ts'

const percents: Record<string, number> = { standard: 10, food: 8, future_food: 1, gift_card: 0 }
const rules: TaxRule[] = Object.entries(percents).map(([category, rate_num]) => {
  return { category, supply_mode: '*', rate_num, rate_den: 100, valid_from: '2019-10-01', valid_to: null }
})
const date = '2026-11-22'
const points_rule = { rate_num: 1, rate_den: 100 }
const want = (id: string, unit_yen: number, category = 'standard', more: Partial<Want> = {}): Want => {
  return { id, unit_yen, category, quantity: 1, tax_included: true, supply_mode: 'delivery', ...more }
}

/** The same receipt by rate group alone, in BigInt and by long hand. */
function oracle(wants: readonly Want[], options: QuoteOptions) {
  const rates = [...new Set(wants.map(({ category }) => percents[category] as number))]
  let left = rates.map((percent) => {
    const group = wants.filter(({ category }) => percents[category] === percent)
    const exclusive = group.every(({ tax_included }) => !tax_included)
    let gross = 0n
    for (const { unit_yen, quantity, tax_included } of group) {
      const unit = BigInt(unit_yen)
      const priced = exclusive || tax_included ? unit : (unit * BigInt(100 + percent)) / 100n
      gross += priced * BigInt(quantity)
    }
    return exclusive ? gross + (gross * BigInt(percent)) / 100n : gross
  })
  const all = () => left.reduce((a, b) => a + b, 0n)
  const takeOff = (yen: bigint) => {
    const whole = all()
    if (yen === 0n) return
    const parts = left.map((amount) => (amount * yen) / whole)
    while (parts.reduce((a, b) => a + b, 0n) < yen) {
      const lacking = left.map((amount, i) => amount * yen - (parts[i] as bigint) * whole)
      const most = lacking.reduce((a, b) => (a > b ? a : b))
      const lucky = lacking.indexOf(most)
      parts[lucky] = (parts[lucky] as bigint) + 1n
    }
    left = left.map((amount, i) => amount - (parts[i] as bigint))
  }
  for (const discount of options.discounts ?? []) {
    if ('yen' in discount) takeOff(BigInt(discount.yen) < all() ? BigInt(discount.yen) : all())
    else takeOff((all() * BigInt(discount.rate_num)) / BigInt(discount.rate_den))
  }
  const points = BigInt(options.points_yen ?? 0)
  const points_earned = Number((all() - points) / 100n)
  if (options.points_as === 'discount') takeOff(points)
  const taxes = left.map((taxable, i) => {
    const percent = rates[i] as number
    const tax_yen = Number((taxable * BigInt(percent)) / BigInt(100 + percent))
    return { rate_num: percent, rate_den: 100, taxable_yen: Number(taxable), tax_yen }
  })
  return { total_yen: Number(all()), taxes, points_earned }
}

const wants = fc
  .array(
    fc.record({
      unit_yen: fc.oneof(fc.nat(500), fc.nat(500_000)),
      quantity: fc.integer({ min: 1, max: 30 }),
      tax_included: fc.boolean(),
      category: fc.constantFrom(...Object.keys(percents)),
    }),
    { maxLength: 8 },
  )
  .map((list): Want[] => list.map((line, i) => ({ ...line, id: `l${i}`, supply_mode: 'delivery' })))
const off = fc.oneof(
  fc.record({ yen: fc.nat(3000) }),
  fc.record({ rate_num: fc.nat(100), rate_den: fc.constant(100) }),
) as fc.Arbitrary<Discount>
const scene = fc.record({
  wants,
  discounts: fc.array(off, { maxLength: 3 }),
  share: fc.nat(100),
  points_as: fc.constantFrom('payment' as const, 'discount' as const),
})

const priced = (list: readonly Want[], options: Omit<QuoteOptions, 'date'> = {}): Quote => {
  return quote(list, rules, { date, points_rule, ...options })
}
const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)

function assertSound(got: Quote) {
  for (const line of got.lines) {
    const { amount_yen, discount_yen, points_yen, total_yen, paid_yen } = line
    for (const yen of [amount_yen, discount_yen, points_yen, total_yen, paid_yen]) assert.ok(Number.isSafeInteger(yen))
    assert.ok(Math.min(amount_yen, discount_yen, points_yen, total_yen, paid_yen) >= 0)
    assert.equal(amount_yen - discount_yen - points_yen, paid_yen)
    assert.equal(total_yen, got.points_as === 'discount' ? paid_yen : paid_yen + points_yen)
  }
  for (const field of ['amount_yen', 'discount_yen', 'points_yen', 'total_yen', 'paid_yen'] as const) {
    const lines = got.lines.map((line) => line[field])
    assert.equal(total(lines), got[field], field)
  }
  assert.equal(total(got.discounts_yen), got.discount_yen)
  assert.equal(total(got.taxes.map((tax) => tax.taxable_yen)), got.total_yen)
  assert.equal(total(got.taxes.map((tax) => tax.tax_yen)), got.tax_yen)
}

test('a quote agrees with the long-hand receipt, its parts sum to its total, and nothing is negative', () => {
  fc.assert(
    fc.property(scene, ({ wants: list, discounts, share, points_as }) => {
      const before = priced(list, { discounts })
      const options = { date, discounts, points_as, points_yen: Math.floor((before.total_yen * share) / 100) }
      const got = priced(list, options)
      const { total_yen, taxes, points_earned } = got
      assert.deepEqual({ total_yen, taxes, points_earned }, oracle(list, options))
      assertSound(got)
    }),
    { numRuns: 500 },
  )
})

test('discounts on some lines leave the others untouched', () => {
  const ids = fc.subarray(['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6', 'l7'])
  fc.assert(
    fc.property(wants, off, ids, (list, discount, some) => {
      const line_ids = some.filter((id) => list.some((line) => line.id === id))
      const [plain, got] = [priced(list), priced(list, { discounts: [{ ...discount, line_ids }] })]
      assertSound(got)
      for (const [i, line] of got.lines.entries()) {
        if (!line_ids.includes(line.id)) assert.equal(line.total_yen, plain.lines[i]?.total_yen)
      }
    }),
  )
})

test('a discount of several lines rounds down once, and yen off stop at the lines’ amount', () => {
  const list = [want('a', 594, 'food'), want('b', 594, 'food'), want('c', 300)]
  const got = priced(list, {
    discounts: [
      { rate_num: 10, rate_den: 100, line_ids: ['a', 'b'] },
      { yen: 500, line_ids: ['c'] },
    ],
  })
  assert.deepEqual(got.discounts_yen, [118, 300])
  assert.deepEqual(
    got.lines.map((line) => line.discount_yen),
    [59, 59, 300],
  )
  assert.equal(got.total_yen, 1070)
})

test('points as payment leave the taxes alone; as a discount they come off both rates before tax', () => {
  const list = [want('coat', 14300), want('cookies', 2160, 'food')]
  const payment = priced(list, { points_yen: 1000 })
  assert.deepEqual([payment.total_yen, payment.paid_yen, payment.tax_yen], [16460, 15460, 1460])
  const discount = priced(list, { points_yen: 1000, points_as: 'discount' })
  assert.deepEqual([discount.total_yen, discount.paid_yen], [15460, 15460])
  assert.deepEqual(discount.taxes, [
    { rate_num: 10, rate_den: 100, taxable_yen: 14300 - 869, tax_yen: 1221 },
    { rate_num: 8, rate_den: 100, taxable_yen: 2160 - 131, tax_yen: 150 },
  ])
  assert.deepEqual([payment.points_earned, discount.points_earned], [154, 154])
})

test('¥105 without tax × 3 costs ¥346 with ¥31 of tax, and a gift card beside it none', () => {
  const got = priced([
    want('cup', 105, 'standard', { tax_included: false, quantity: 3 }),
    want('card', 3000, 'gift_card'),
  ])
  assert.equal(got.lines[0]?.shown_unit_yen, 115)
  assert.deepEqual([got.lines[0]?.amount_yen, got.total_yen, got.tax_yen], [346, 3346, 31])
})

test('an empty basket costs nothing', () => {
  const { lines, taxes, total_yen, points_earned } = priced([])
  assert.deepEqual({ lines, taxes, total_yen, points_earned }, { lines: [], taxes: [], total_yen: 0, points_earned: 0 })
})

test('bad input is refused by the name of its field', () => {
  const cases: [RegExp, Want[], Omit<QuoteOptions, 'date'>?][] = [
    [/^RangeError: unit_yen/, [want('a', 1.5)]],
    [/^RangeError: unit_yen/, [want('a', -1)]],
    [/^RangeError: quantity/, [want('a', 1, 'food', { quantity: 0 })]],
    [/^RangeError: amount_yen/, [want('a', 2 ** 50, 'food', { quantity: 30 })]],
    [/^RangeError: lines/, [want('a', 1), want('a', 1)]],
    [/^RangeError: category/, [want('a', 1, 'gold')]],
    [/^RangeError: points_yen/, [want('a', 100)], { points_yen: 101 }],
    [/^RangeError: points_yen/, [want('a', 100)], { points_yen: -1 }],
    [/^RangeError: points_as/, [want('a', 100)], { points_as: 'gift' as 'payment' }],
    [/^RangeError: discount.yen/, [want('a', 100)], { discounts: [{ yen: -1 }] }],
    [/^RangeError: discount.rate_num/, [want('a', 100)], { discounts: [{ rate_num: 2, rate_den: 1 }] }],
    [/^RangeError: discount.line_ids/, [want('a', 100)], { discounts: [{ yen: 1, line_ids: ['b'] }] }],
    [/^RangeError: rounding/, [want('a', 100)], { rounding: 'up' as 'ceil' }],
  ]
  for (const [message, list, options] of cases) assert.throws(() => priced(list, options), message)
  assert.throws(() => quote([want('a', 1)], rules, { date: 'today' }), /^RangeError: date/)
})
