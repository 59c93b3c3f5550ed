// The yen, taxes and points of the journeys, as a table. Prices are tax-inclusive unless said otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type QuoteOptions, quote, type Want } from './receipt.ts'
import { returnSlip } from './slip.ts'
import { shownYen, type TaxRule } from './tax.ts'

const begin = { valid_from: '2019-10-01', valid_to: null }
const rules: TaxRule[] = [
  { category: 'standard', supply_mode: '*', rate_num: 10, rate_den: 100, ...begin },
  { category: 'food', supply_mode: '*', rate_num: 8, rate_den: 100, ...begin },
  { category: 'food', supply_mode: 'eat_in', rate_num: 10, rate_den: 100, ...begin },
]
const goods = (unit_yen: number, more: Partial<Want> = {}): Omit<Want, 'id'> => {
  return { unit_yen, quantity: 1, tax_included: true, category: 'standard', supply_mode: 'in_store', ...more }
}
const food = (unit_yen: number, more: Partial<Want> = {}) => goods(unit_yen, { category: 'food', ...more })
const price = (wants: Omit<Want, 'id'>[], options: Partial<QuoteOptions> = {}) => {
  const lines = wants.map((want, i) => ({ ...want, id: `line ${i + 1}` }))
  return quote(lines, rules, { date: '2026-11-22', points_rule: { rate_num: 1, rate_den: 100 }, ...options })
}
const tenPercent = { discounts: [{ rate_num: 10, rate_den: 100 }] }

type Row = [
  name: string,
  wants: Omit<Want, 'id'>[],
  total: number,
  taxes: string,
  points: number,
  Partial<QuoteOptions>?,
]
const table: Row[] = [
  ['J1 oats, soy and a washer', [food(594), food(756), goods(330)], 1680, '8%: 1350/100, 10%: 330/30', 16],
  ['J1 two oats with the 10% coupon', [food(594, { quantity: 2 })], 1070, '8%: 1070/79', 10, tenPercent],
  ['J2 shirt and knit', [goods(2990), goods(3990)], 6980, '10%: 6980/634', 69],
  ['J2 the shirt alone', [goods(2990)], 2990, '10%: 2990/271', 29],
  ['J2 added at the hand-over', [goods(1990)], 1990, '10%: 1990/180', 19],
  [
    'J3 latte of body price ¥500 To Go, and a cookie',
    [food(500, { tax_included: false, supply_mode: 'take_away' }), food(320, { supply_mode: 'take_away' })],
    860,
    '8%: 860/63',
    8,
  ],
  ['J3 the latte eaten in', [food(500, { tax_included: false, supply_mode: 'eat_in' })], 550, '10%: 550/50', 5],
  ['J4 tea biscuits', [food(3240)], 3240, '8%: 3240/240', 32],
  ['J5 lunch', [food(4400, { supply_mode: 'eat_in' })], 4400, '10%: 4400/400', 44],
  ['J5 rice set with ¥500 off', [food(5400)], 4900, '8%: 4900/362', 49, { discounts: [{ yen: 500 }] }],
  ['J6 three eGifts', [food(5400, { quantity: 3 })], 16200, '8%: 16200/1200', 162],
  ['J7 futon cover with 10% off', [goods(4990)], 4491, '10%: 4491/408', 44, tenPercent],
  ['J8 serum', [goods(11000)], 11000, '10%: 11000/1000', 110],
  ['J9 coat and cookies', [goods(14300), food(2160)], 16460, '10%: 14300/1300, 8%: 2160/160', 164],
  ['J10 snack from another chain', [food(1296)], 1296, '8%: 1296/96', 12],
  ['J12 dress', [goods(8800)], 8800, '10%: 8800/800', 88],
  ['J15 POP-UP, a guest', [goods(6600), food(1080)], 7680, '10%: 6600/600, 8%: 1080/80', 0, { points_rule: null }],
]

for (const [name, wants, total, taxes, points, options] of table) {
  test(`${name}: ¥${total}, ${taxes}, +${points} pt`, () => {
    const got = price(wants, options)
    const shown = got.taxes.map((tax) => `${tax.rate_num}%: ${tax.taxable_yen}/${tax.tax_yen}`).join(', ')
    assert.deepEqual([got.total_yen, shown, got.points_earned], [total, taxes, points])
    assert.equal(got.paid_yen, total)
  })
}

test('the discounts of J1, J5 and J7 are ¥118, ¥500 and ¥499', () => {
  assert.deepEqual(price([food(594, { quantity: 2 })], tenPercent).discounts_yen, [118])
  assert.equal(price([food(5400)], { discounts: [{ yen: 500 }] }).lines[0]?.discount_yen, 500)
  assert.equal(price([goods(4990)], tenPercent).discount_yen, 499)
})

test('J3: the menu shows ¥540 To Go and ¥550 eat-in', () => {
  const shown = ['take_away', 'eat_in'].map((supply_mode) => {
    return price([food(500, { tax_included: false, supply_mode })]).lines[0]?.shown_unit_yen
  })
  assert.deepEqual(shown, [540, 550])
  assert.equal(shownYen(500, false, { rate_num: 8, rate_den: 100 }), 540)
})

test('J15: J2’s shirt comes back for ¥2,990, tax 271, −30 pt; the knit then carries 363, and all 69 pt are gone', () => {
  const order = price([goods(2990), goods(3990)])
  const shirt = returnSlip(order, [{ id: 'line 1', quantity: 1 }], [])
  assert.deepEqual([shirt.refund_yen, shirt.tax_yen, shirt.points_clawed], [2990, 271, 30])
  assert.equal(order.points_earned - shirt.points_clawed, 39)
  const knit = returnSlip(order, [{ id: 'line 2', quantity: 1 }], [shirt])
  assert.deepEqual([knit.refund_yen, knit.tax_yen, knit.points_clawed], [3990, 363, 39])
  assert.equal(shirt.tax_yen + knit.tax_yen, order.tax_yen)
})

test('J15: with the knit back first its slip floors to 362 and the shirt’s takes the remainder, 272', () => {
  const order = price([goods(2990), goods(3990)])
  const knit = returnSlip(order, [{ id: 'line 2', quantity: 1 }], [])
  const shirt = returnSlip(order, [{ id: 'line 1', quantity: 1 }], [knit])
  assert.deepEqual([knit.tax_yen, shirt.tax_yen], [362, 272])
  assert.deepEqual([knit.points_clawed, shirt.points_clawed], [40, 29])
})

test('J12: the returned dress takes all of its points back', () => {
  const slip = returnSlip(price([goods(8800)]), [{ id: 'line 1', quantity: 1 }], [])
  assert.deepEqual([slip.refund_yen, slip.tax_yen, slip.points_clawed], [8800, 800, 88])
})
