import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { grouped, percent, priceWithTax, yen } from './money.ts'

test('a price says in the reader’s language that it includes tax', () => {
  assert.equal(priceWithTax(1980, 'ja'), '¥1,980（税込）')
  assert.equal(priceWithTax(1980, 'en'), '¥1,980 (tax incl.)')
})

test('yen, numbers and rates are written as on a receipt', () => {
  assert.deepEqual([0, 100, 1000, 16460, 1234567].map(yen), ['¥0', '¥100', '¥1,000', '¥16,460', '¥1,234,567'])
  assert.equal(yen(-118), '−¥118')
  assert.equal(grouped(-1118), '−1,118')
  assert.equal(percent({ rate_num: 8, rate_den: 100 }), '8%')
  assert.equal(percent({ rate_num: 78, rate_den: 1000 }), '7.8%')
  assert.throws(() => yen(1.5), RangeError)
})

test('grouping agrees with Intl for every whole number', () => {
  const intl = new Intl.NumberFormat('en-US')
  fc.assert(fc.property(fc.maxSafeNat(), (n) => assert.equal(grouped(n), intl.format(n))))
})
