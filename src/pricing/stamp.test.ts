import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allot } from './allotment.ts'
import { registrationFault } from './registration.ts'
import { dutiableYen, partOfTaxes, stampDutyYen } from './stamp.ts'
import { type TaxLine, taxWithin } from './tax.ts'

const ten = (taxable_yen: number) => {
  return { rate_num: 10, rate_den: 100, taxable_yen, tax_yen: taxWithin(taxable_yen, { rate_num: 10, rate_den: 100 }) }
}

test('a stamp is due from ¥50,000 of cash, the tax not counted where it is shown', () => {
  assert.deepEqual([49_999, 50_000, 1_000_000, 1_000_001, 5_000_000].map(stampDutyYen), [0, 200, 200, 400, 1_000])
  assert.equal(dutiableYen(54_999, 54_999, [ten(54_999)]), 50_000)
  assert.equal(dutiableYen(54_998, 54_998, [ten(54_998)]), 49_999)
  assert.equal(dutiableYen(0, 110_000, [ten(110_000)]), 0, 'a card’s slip is no receipt of money')
  assert.equal(stampDutyYen(dutiableYen(50_000, 110_000, [ten(110_000)])), 0)
})

test('receipts over parts of a sale sum to its amounts and taxes, however it is cut', () => {
  const sale = fc.tuple(
    fc.nat(500_000),
    fc.nat(500_000),
    fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 6 }),
  )
  fc.assert(
    fc.property(sale, ([a, b, cuts]) => {
      const whole = [
        ten(a),
        { rate_num: 8, rate_den: 100, taxable_yen: b, tax_yen: taxWithin(b, { rate_num: 8, rate_den: 100 }) },
      ]
      let left = whole
      const parts: TaxLine[] = []
      for (const cut of [...cuts, Number.MAX_SAFE_INTEGER]) {
        const open = left.map(({ taxable_yen }) => taxable_yen)
        const amount = Math.min(cut, (open[0] as number) + (open[1] as number))
        const part = partOfTaxes(allot(amount, open), left)
        parts.push(...part)
        left = left.map((tax, at) => ({
          ...tax,
          taxable_yen: tax.taxable_yen - (part[at]?.taxable_yen ?? 0),
          tax_yen: tax.tax_yen - (part[at]?.tax_yen ?? 0),
        }))
      }
      for (const { taxable_yen, tax_yen } of parts) assert.ok(tax_yen >= 0 && tax_yen <= taxable_yen)
      for (const tax of whole) {
        const mine = parts.filter(({ rate_num }) => rate_num === tax.rate_num)
        assert.equal(
          mine.reduce((all, part) => all + part.taxable_yen, 0),
          tax.taxable_yen,
        )
        assert.equal(
          mine.reduce((all, part) => all + part.tax_yen, 0),
          tax.tax_yen,
        )
      }
    }),
  )
})

test('a registration number is checked by form and, for companies, by its check digit', () => {
  assert.equal(registrationFault('T1180301018771'), undefined)
  assert.equal(registrationFault('T2180301018771'), 'check_digit')
  for (const wrong of ['1180301018771', 'T118030101877', 'T11803010187711', 'T118030101877a'])
    assert.equal(registrationFault(wrong), 'form')
})
