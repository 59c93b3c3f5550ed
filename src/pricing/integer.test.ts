import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divided, integer, portion, sum } from './integer.ts'

const amount = fc.maxSafeNat()

test('a portion equals exact big-integer arithmetic in every rounding mode, also beyond 2^53 on the way', () => {
  fc.assert(
    fc.property(amount, fc.nat(1000), fc.integer({ min: 1000, max: 100_000 }), (yen, num, den) => {
      const [top, below] = [BigInt(yen) * BigInt(num), BigInt(den)]
      assert.equal(portion(yen, num, den), Number(top / below))
      assert.equal(portion(yen, num, den, 'ceil'), Number((top + below - 1n) / below))
      assert.equal(portion(yen, num, den, 'half_up'), Number((2n * top + below) / (2n * below)))
      const { quotient, remainder } = divided(yen, num, den)
      assert.equal(BigInt(quotient) * below + BigInt(remainder), top)
    }),
  )
})

test('a half yen rounds down, up and up', () => {
  const rounded = (['floor', 'half_up', 'ceil'] as const).map((mode) => portion(5, 1, 10, mode))
  assert.deepEqual(rounded, [0, 1, 1])
})

test('anything but a safe whole number is refused by the name of its field', () => {
  for (const bad of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -1]) {
    assert.throws(() => integer(bad, 'amount_yen'), { name: 'RangeError', message: /^amount_yen: / })
  }
  assert.throws(() => integer('1' as unknown as number, 'amount_yen'), RangeError)
  assert.throws(() => integer(0, 'quantity', 1), /^RangeError: quantity: 0 is less than 1$/)
  assert.throws(() => portion(1, 1, 0), /^RangeError: rate_den/)
  assert.throws(() => portion(1, 1, 2, 'bankers' as 'floor'), /^RangeError: rounding/)
  assert.throws(() => sum([Number.MAX_SAFE_INTEGER, 1], 'total_yen'), /^RangeError: total_yen/)
  assert.throws(() => portion(Number.MAX_SAFE_INTEGER, 3, 1), /^RangeError: quotient/)
  assert.ok(Object.is(integer(-0, 'zero'), 0))
})
