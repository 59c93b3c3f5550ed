import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { isGtin, isInStore } from './gtin.ts'
import * as card from './memberCode.ts'

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex').slice(0, 16)
const mac = keyed('a key')
const handle = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/)

test('a code composed in a step is read back, fresh and genuine', () => {
  fc.assert(
    fc.property(handle, fc.nat(4_000_000_000_000), (who, ms) => {
      const shown = card.compose(who, card.stepAt(ms), mac)
      const code = card.parse(` ${shown}\n`)
      assert.equal(code.handle, who)
      assert.ok(card.isFresh(code, ms) && card.isGenuine(code, mac))
      assert.ok(!card.isGenuine(code, keyed('another key')))
      assert.ok(!card.isGenuine({ ...code, step: code.step + 1 }, mac))
      assert.equal(card.withMac(card.signedText(who, code.step), code.mac), shown)
    }),
  )
})

test('a code lives for its 30 seconds and one step on either side, for clocks that differ', () => {
  const code = card.parse(card.compose('m-1', card.stepAt(90_000), mac))
  const fresh = [59_999, 60_000, 90_000, 119_999, 149_999, 150_000].map((ms) => card.isFresh(code, ms))
  assert.deepEqual(fresh, [false, true, true, true, true, false])
  assert.ok(!card.isFresh(code, 120_000, 0))
  assert.equal(card.msToNextStep(90_000), 30_000)
  assert.equal(card.msToNextStep(119_999), 1)
})

test('what is not a member code is refused', () => {
  const good = card.compose('m-1', 3, mac)
  assert.ok(card.isMemberCode(good))
  for (const bad of [
    '',
    '4599990000016',
    good.slice(0, -1),
    good.replace('v1', 'v2'),
    `${good}0`,
    good.replace('.3.', '.03.'),
  ]) {
    assert.ok(!card.isMemberCode(bad))
    assert.throws(() => card.parse(bad), /^RangeError: code/)
  }
  assert.throws(() => card.compose('a.b', 1, mac), /^RangeError: handle/)
  assert.throws(() => card.compose('a', -1, mac), /^RangeError: step/)
  assert.throws(() => card.compose('a', 1, () => 'short'), /^RangeError: mac/)
  assert.throws(() => card.stepAt(Number.NaN), /^RangeError: ms/)
  assert.ok(!card.isGenuine(card.parse(good), () => ''))
})

test('the static bar code is an in-store EAN-13 that carries the member number', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999_999), (number) => {
      const code = card.memberBarcode(number)
      assert.ok(isGtin(code) && isInStore(code) && code.length === 13)
      assert.equal(card.memberNumber(code), number)
    }),
  )
  assert.equal(card.memberNumber('２９００００００００１２４'), 12)
  for (const other of ['4599990000016', '2000000000015', '2900000000121', 'v1.a.1.0']) {
    assert.equal(card.memberNumber(other), undefined)
  }
  assert.throws(() => card.memberBarcode(10_000_000_000), /^RangeError: number/)
})
