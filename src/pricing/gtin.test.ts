import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, fromGtin14, inStoreCode, isGtin, isInStore, isJapanese, parseGtin, toGtin14 } from './gtin.ts'

// The goods of the journeys, and published examples of each length.
const journeys = [1, 2, 3, 4, 6, 8, 9, 11, 13, 14, 15, 16].map((n) => {
  const body = `4599990000${String(n).padStart(2, '0')}`
  return `${body}${checkDigit(body)}`
})

test('the journeys’ JANs and well-known numbers have the right check digit', () => {
  const stated = ['4599990000016', '4599990000023', '4599990000153', '4599990000030', '4599990000047', '4599990000061']
  stated.push('4599990000085', '4599990000092', '4599990000115', '4599990000139', '4599990000146', '4599990000160')
  assert.deepEqual(journeys.toSorted(), stated.toSorted())
  for (const code of [...stated, '4006381333931', '036000291452', '96385074', '49123456']) assert.ok(isGtin(code), code)
  for (const code of ['4599990000017', '036000291453', '96385073', '123', '']) assert.ok(!isGtin(code), code)
})

test('every length goes to GTIN-14 and back', () => {
  const body = fc.constantFrom(7, 11, 12, 13).chain((size) => {
    return fc.array(fc.nat(9), { minLength: size, maxLength: size }).map((digits) => digits.join(''))
  })
  fc.assert(
    fc.property(body, (digits) => {
      const code = `${digits}${checkDigit(digits)}`
      const gtin = parseGtin(code)
      assert.equal(gtin.length, code.length)
      assert.equal(fromGtin14(gtin.gtin14, gtin.length), code)
      assert.ok(isGtin(gtin.gtin14))
      assert.equal(toGtin14(fromGtin14(gtin.gtin14)), gtin.gtin14)
    }),
  )
  assert.equal(fromGtin14('04599990000016'), '4599990000016')
  assert.equal(fromGtin14('00000049123456'), '49123456')
  assert.equal(fromGtin14('00036000291452'), '0036000291452')
  assert.throws(() => fromGtin14('04599990000016', 12), /^RangeError: length/)
  assert.throws(() => fromGtin14('4599990000016'), /^RangeError: gtin14/)
})

test('any single wrong digit is noticed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...journeys), fc.nat(12), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = [...code].map((digit, i) => (i === at ? String((Number(digit) + by) % 10) : digit)).join('')
      assert.throws(() => parseGtin(wrong), /^RangeError: gtin: wrong check digit/)
    }),
  )
})

test('a scan in full width, with spaces or hyphens, reads the same', () => {
  const jan = { gtin14: '04599990000016', length: 13, in_store: false, japanese: true }
  for (const scan of [
    '4599990000016',
    '４５９９９９００００016',
    '　4599990000016\r\n',
    '4-599990-000016',
    '4599990 000016',
  ]) {
    assert.deepEqual(parseGtin(scan), jan)
  }
  for (const scan of ['', 'latte', '45999900000', 'v1.a.1.0', '45999900000167']) {
    assert.throws(() => parseGtin(scan), /^RangeError: gtin/)
  }
})

test('20–29, 02 and short codes from 0 or 2 are the shop’s own; 45 and 49 are Japan’s', () => {
  const numbers: [string, boolean, boolean][] = [
    ['4599990000016', false, true],
    ['4912345678904', false, true],
    ['49123456', false, true],
    ['14912345678901', false, true],
    ['4006381333931', false, false],
    [inStoreCode(20, 1), true, false],
    [inStoreCode(29, 9_999_999_999), true, false],
    ['0212345678900', true, false],
    ['212345678900', true, false],
    ['20123451', true, false],
    ['3012345678900', false, false],
    ['036000291452', false, false],
  ]
  for (const [code, shop, japan] of numbers) {
    for (const text of [code, code.padStart(14, '0')]) {
      assert.equal(isInStore(text), shop, text)
      assert.equal(isJapanese(text), japan, text)
    }
  }
})

test('goods without a JAN get a valid in-store code', () => {
  assert.equal(inStoreCode(20, 1), '2000000000015')
  assert.ok(isGtin(inStoreCode(28, 1234567890)))
  assert.throws(() => inStoreCode(19, 1), /^RangeError: prefix/)
  assert.throws(() => inStoreCode(20, 10_000_000_000), /^RangeError: number/)
  assert.throws(() => checkDigit('12345'), /^RangeError: body/)
})
