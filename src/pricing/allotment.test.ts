import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { allot } from './allotment.ts'

test('¥100 over three equal parts gives the odd yen to the first', () => {
  assert.deepEqual(allot(100, [1, 1, 1]), [34, 33, 33])
  assert.deepEqual(allot(0, [0, 0]), [0, 0])
  assert.deepEqual(allot(0, []), [])
  assert.deepEqual(allot(500, [5400, 0]), [500, 0])
})

test('the odd yen goes to the largest remainder, not to the first', () => {
  assert.deepEqual(allot(10, [101, 109, 790]), [1, 1, 8])
  assert.deepEqual(allot(10, [140, 170, 690]), [1, 2, 7])
})

test('parts sum to the total, lie within one of their exact share, and stay within their weights', () => {
  const weights = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 12 }).filter((w) => w.some((x) => x > 0))
  fc.assert(
    fc.property(weights, fc.nat(), (parts, seed) => {
      const whole = parts.reduce((a, b) => a + b, 0)
      const total = seed % (whole + 1)
      const got = allot(total, parts)
      assert.equal(
        got.reduce((a, b) => a + b, 0),
        total,
      )
      for (const [i, part] of got.entries()) {
        const exact = BigInt(total) * BigInt(parts[i] as number)
        assert.ok(BigInt(part) * BigInt(whole) >= exact - (exact % BigInt(whole)))
        assert.ok((BigInt(part) - 1n) * BigInt(whole) < exact || part === 0)
        assert.ok(part <= (parts[i] as number))
      }
    }),
  )
})

test('yen with nothing to carry them are refused', () => {
  assert.throws(() => allot(1, [0, 0]), /^RangeError: weights/)
  assert.throws(() => allot(1, []), /^RangeError: weights/)
  assert.throws(() => allot(1, [-1, 2]), /^RangeError: weights/)
})
