import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type QuoteOptions, quote, type Want } from './receipt.ts'
import { type ReturnedLine, returnSlip, type Slip } from './slip.ts'
import type { TaxRule } from './tax.ts'

const rules: TaxRule[] = [['standard', 10] as const, ['food', 8] as const, ['gift_card', 0] as const].map(
  ([category, rate_num]) => {
    return { category, supply_mode: '*', rate_num, rate_den: 100, valid_from: '2019-10-01', valid_to: null }
  },
)
const want = (id: string, unit_yen: number, quantity = 1, category = 'standard'): Want => {
  return { id, unit_yen, quantity, category, tax_included: true, supply_mode: 'in_store' }
}
const bought = (wants: Want[], options: Partial<QuoteOptions> = {}) => {
  return quote(wants, rules, { date: '2026-11-22', points_rule: { rate_num: 1, rate_den: 100 }, ...options })
}

const wants = fc
  .array(
    fc.record({
      unit_yen: fc.oneof(fc.nat(20), fc.nat(20_000)),
      quantity: fc.integer({ min: 1, max: 5 }),
      tax_included: fc.boolean(),
      category: fc.constantFrom('standard', 'food', 'gift_card'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list): Want[] => list.map((line, i) => ({ ...line, id: `l${i}`, supply_mode: 'in_store' })))
const scene = fc.record({
  wants,
  off_yen: fc.nat(2000),
  share: fc.nat(100),
  points_as: fc.constantFrom('payment' as const, 'discount' as const),
  rounding: fc.constantFrom('floor' as const, 'half_up' as const, 'ceil' as const),
  order: fc.infiniteStream(fc.nat()),
})

/** Every piece of the order, shuffled and cut into slips as the stream of numbers says. */
function sequence(list: Want[], numbers: Iterator<number>): ReturnedLine[][] {
  const next = () => numbers.next().value as number
  const pieces = list.flatMap(({ id, quantity }) => Array<string>(quantity).fill(id))
  const slips: Map<string, number>[] = []
  while (pieces.length > 0) {
    const [id] = pieces.splice(next() % pieces.length, 1) as [string]
    if (slips.length === 0 || next() % 2 === 0) slips.push(new Map())
    const slip = slips.at(-1) as Map<string, number>
    slip.set(id, (slip.get(id) ?? 0) + 1)
  }
  return slips.map((slip) => [...slip].map(([id, quantity]) => ({ id, quantity })))
}

test('any order of partial returns ends exactly as never bought, and no slip is ever negative', () => {
  fc.assert(
    fc.property(scene, ({ wants: list, off_yen, share, points_as, rounding, order: stream }) => {
      const discounts = [{ yen: off_yen }]
      const options = { discounts, points_as, rounding }
      const points_yen = Math.floor((bought(list, options).total_yen * share) / 100)
      const order = bought(list, { ...options, points_yen })
      const slips: Slip[] = []
      for (const returned of sequence(list, stream)) slips.push(returnSlip(order, returned, slips))

      const sum = (field: 'total_yen' | 'refund_yen' | 'points_yen' | 'tax_yen' | 'points_clawed') => {
        return slips.reduce((all, slip) => all + slip[field], 0)
      }
      assert.equal(sum('total_yen'), order.total_yen)
      assert.equal(sum('refund_yen'), order.paid_yen)
      assert.equal(sum('points_yen'), order.points_yen)
      assert.equal(sum('tax_yen'), order.tax_yen)
      assert.equal(sum('points_clawed'), order.points_earned)
      for (const tax of order.taxes) {
        const parts = slips.flatMap((slip) => slip.taxes).filter(({ rate_num }) => rate_num === tax.rate_num)
        assert.equal(
          parts.reduce((all, part) => all + part.tax_yen, 0),
          tax.tax_yen,
        )
        for (const part of parts) assert.ok(part.tax_yen >= 0 && part.tax_yen <= part.taxable_yen)
      }
      for (const slip of slips) {
        assert.ok(slip.points_clawed >= 0)
        for (const line of slip.lines) assert.ok(Math.min(line.refund_yen, line.points_yen, line.total_yen) >= 0)
      }
    }),
    { numRuns: 400 },
  )
})

test('after each return the customer keeps exactly the points the kept part would have earned', () => {
  fc.assert(
    fc.property(wants, fc.infiniteStream(fc.nat()), (list, stream) => {
      const order = bought(list)
      const slips: Slip[] = []
      for (const returned of sequence(list, stream)) {
        slips.push(returnSlip(order, returned, slips))
        const back = slips.reduce((all, slip) => all + slip.refund_yen, 0)
        const clawed = slips.reduce((all, slip) => all + slip.points_clawed, 0)
        const kept = (BigInt(order.total_yen) - BigInt(back)) / 100n
        assert.equal(BigInt(order.points_earned - clawed), kept)
      }
    }),
  )
})

test('a slip before the last floors its own tax', () => {
  const order = bought([want('a', 105, 3), want('b', 105, 1, 'food')])
  assert.deepEqual(
    order.taxes.map((tax) => tax.tax_yen),
    [28, 7],
  )
  const slips: Slip[] = []
  for (const quantity of [1, 1, 1]) slips.push(returnSlip(order, [{ id: 'a', quantity }], slips))
  assert.deepEqual(
    slips.map((slip) => slip.tax_yen),
    [9, 9, 10],
  )
  assert.equal(returnSlip(order, [{ id: 'b', quantity: 1 }], slips).tax_yen, 7)
})

test('pieces too cheap to carry tax of their own never leave the last slip with more tax than its amount', () => {
  const order = bought([want('sweet', 10, 50)])
  const slips: Slip[] = []
  for (let i = 0; i < 50; i++) slips.push(returnSlip(order, [{ id: 'sweet', quantity: 1 }], slips))
  assert.equal(order.tax_yen, 45)
  assert.equal(
    slips.reduce((all, slip) => all + slip.tax_yen, 0),
    45,
  )
  assert.ok(slips.every((slip) => slip.tax_yen <= slip.total_yen))
})

test('the part paid by points comes back as points, the rest as money', () => {
  const order = bought([want('shirt', 2990), want('knit', 3990)], { points_yen: 1000 })
  assert.equal(order.points_earned, 59)
  const slip = returnSlip(order, [{ id: 'shirt', quantity: 1 }], [])
  assert.deepEqual([slip.total_yen, slip.refund_yen, slip.points_yen, slip.tax_yen], [2990, 2562, 428, 271])
  assert.equal(slip.points_clawed, 25)
})

test('a guest’s return takes no points', () => {
  assert.equal(
    returnSlip(bought([want('a', 5000)], { points_rule: null }), [{ id: 'a', quantity: 1 }], []).points_clawed,
    0,
  )
})

test('more pieces than bought, strange lines and empty slips are refused', () => {
  const order = bought([want('a', 100, 2)])
  const first = returnSlip(order, [{ id: 'a', quantity: 1 }], [])
  assert.throws(() => returnSlip(order, [{ id: 'a', quantity: 2 }], [first]), /^RangeError: quantity/)
  assert.throws(() => returnSlip(order, [{ id: 'a', quantity: 0 }], []), /^RangeError: quantity/)
  assert.throws(() => returnSlip(order, [{ id: 'b', quantity: 1 }], []), /^RangeError: returned: no line b/)
  assert.throws(() => returnSlip(order, [], []), /^RangeError: returned: nothing/)
  const twice = [first.lines[0] as ReturnedLine, first.lines[0] as ReturnedLine]
  assert.throws(() => returnSlip(order, twice, []), /^RangeError: returned: a line appears twice/)
})
