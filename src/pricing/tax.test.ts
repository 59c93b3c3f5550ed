import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Rounding } from './integer.ts'
import { rateFor, sameRate, shownYen, type TaxRule, taxOnce, taxWithin } from './tax.ts'

const rule = (category: string, supply_mode: string, percent: number, valid_from: string, valid_to: string | null) => ({
  category,
  supply_mode,
  rate_num: percent,
  rate_den: 100,
  valid_from,
  valid_to,
})

// The change expected on 2027-04-01, with mail order staying behind, as rows.
const rules: TaxRule[] = [
  rule('standard', '*', 8, '2014-04-01', '2019-10-01'),
  rule('standard', '*', 10, '2019-10-01', null),
  rule('food', '*', 8, '2019-10-01', '2027-04-01'),
  rule('food', '*', 1, '2027-04-01', null),
  rule('food', 'eat_in', 10, '2019-10-01', null),
  rule('food', 'delivery', 8, '2027-04-01', null),
]
const eight = { rate_num: 8, rate_den: 100 }
const ten = { rate_num: 10, rate_den: 100 }

test('the rate follows category, supply mode and business date', () => {
  const cases: [string, string, string, number][] = [
    ['standard', 'in_store', '2019-09-30', 8],
    ['standard', 'in_store', '2019-10-01', 10],
    ['food', 'take_away', '2026-11-22', 8],
    ['food', 'eat_in', '2026-11-22', 10],
    ['food', 'delivery', '2026-11-22', 8],
    ['food', 'take_away', '2027-03-31', 8],
    ['food', 'take_away', '2027-04-01', 1],
    ['food', 'eat_in', '2027-04-01', 10],
    ['food', 'delivery', '2027-04-01', 8],
  ]
  for (const [category, mode, date, percent] of cases) {
    assert.deepEqual(rateFor(rules, category, mode, date), { rate_num: percent, rate_den: 100 }, `${category} ${date}`)
    assert.deepEqual(rateFor(rules.toReversed(), category, mode, date), { rate_num: percent, rate_den: 100 })
  }
})

test('a rule holds until the day before valid_to', () => {
  const ending = [rule('tea', '*', 8, '2026-01-01', '2026-03-01')]
  assert.equal(rateFor(ending, 'tea', 'in_store', '2026-02-28').rate_num, 8)
  assert.throws(() => rateFor(ending, 'tea', 'in_store', '2026-03-01'), /^RangeError: category/)
})

test('a missing rule, a bad date and two rates from one day are refused', () => {
  assert.throws(() => rateFor(rules, 'gold', 'in_store', '2026-11-22'), /^RangeError: category: no tax rule for gold/)
  assert.throws(() => rateFor(rules, 'food', 'in_store', '2019-09-30'), /^RangeError: category/)
  assert.throws(() => rateFor(rules, 'food', 'in_store', '22/11/2026'), /^RangeError: date/)
  const twice = [...rules, rule('standard', '*', 11, '2019-10-01', null)]
  assert.throws(() => rateFor(twice, 'standard', 'in_store', '2026-11-22'), /^RangeError: rules: two rates/)
})

test('¥105 without tax × 3 at 10% is taxed once: ¥31, however the pieces are lined up', () => {
  const piece = { ...ten, unit_yen: 105, tax_included: false }
  const taxes = [{ ...ten, taxable_yen: 346, tax_yen: 31 }]
  assert.deepEqual(taxOnce([{ ...piece, quantity: 3 }]), taxes)
  assert.deepEqual(taxOnce([1, 1, 1].map((quantity) => ({ ...piece, quantity }))), taxes)
})

test('beside a tax-inclusive row of the same rate, rows without tax enter at their shown price', () => {
  const supplies = [
    { ...ten, unit_yen: 105, quantity: 3, tax_included: false },
    { ...ten, unit_yen: 110, quantity: 1, tax_included: true },
    { ...eight, unit_yen: 105, quantity: 3, tax_included: false },
  ]
  assert.deepEqual(taxOnce(supplies), [
    { ...ten, taxable_yen: 115 * 3 + 110, tax_yen: 41 },
    { ...eight, taxable_yen: 340, tax_yen: 25 },
  ])
})

test('the body price of a latte, ¥500, shows ¥540 To Go and ¥550 eat-in', () => {
  assert.equal(shownYen(500, false, rateFor(rules, 'food', 'take_away', '2026-11-22')), 540)
  assert.equal(shownYen(500, false, rateFor(rules, 'food', 'eat_in', '2026-11-22')), 550)
  assert.equal(shownYen(540, true, eight), 540)
})

test('the shop chooses how the fraction of a yen rounds', () => {
  const modes: Rounding[] = ['floor', 'half_up', 'ceil']
  assert.deepEqual(
    modes.map((mode) => taxWithin(860, eight, mode)),
    [63, 64, 64],
  )
  assert.deepEqual(
    modes.map((mode) => taxWithin(1080, eight, mode)),
    [80, 80, 80],
  )
  assert.deepEqual(
    modes.map((mode) => shownYen(105, false, ten, mode)),
    [115, 116, 116],
  )
})

test('the tax within net plus tax is the tax upon net, in every rounding mode', () => {
  const rate = fc.record({ rate_num: fc.nat(300), rate_den: fc.constantFrom(100, 200, 1000, 7) })
  const mode = fc.constantFrom<Rounding>('floor', 'half_up', 'ceil')
  fc.assert(
    fc.property(fc.nat(2_000_000_000), rate, mode, (net, r, rounding) => {
      const gross = shownYen(net, false, r, rounding)
      assert.equal(taxWithin(gross, r, rounding), gross - net)
    }),
  )
})

test('equal rates are one group, whatever their denominators', () => {
  assert.ok(sameRate(eight, { rate_num: 2, rate_den: 25 }))
  const supplies = [eight, { rate_num: 2, rate_den: 25 }].map((rate) => {
    return { ...rate, unit_yen: 7, quantity: 1, tax_included: true }
  })
  assert.deepEqual(taxOnce(supplies), [{ ...eight, taxable_yen: 14, tax_yen: 1 }])
})
