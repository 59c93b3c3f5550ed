import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cardNumber, readCardNumber, shownCardNumber } from './card-number.ts'

const numbers = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map(cardNumber)

test('a number is read however it is written', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      assert.match(number, /^[0-9A-HJKMNP-TV-Z]{20}$/)
      assert.equal(readCardNumber(shownCardNumber(number).toLowerCase()), number)
      assert.equal(readCardNumber(number.replaceAll('0', 'o').replaceAll('1', 'l')), number)
    }),
  )
})

test('one wrong letter is found', () => {
  fc.assert(
    fc.property(numbers, fc.nat(19), fc.integer({ min: 1, max: 31 }), (number, at, by) => {
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const other = letters[(letters.indexOf(number[at] as string) + by) % 32]
      assert.equal(readCardNumber(number.slice(0, at) + other + number.slice(at + 1)), undefined)
    }),
  )
})

test('what is no number is none: too short, too long, a letter that is never used', () => {
  for (const text of ['', '1234', '0'.repeat(21), `U${'0'.repeat(19)}`]) assert.equal(readCardNumber(text), undefined)
})
