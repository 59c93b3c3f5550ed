/**
 * Numbers of gift cards: 20 letters and digits in groups of four, 95 bits nobody can guess and one to catch a slip of the pen. Derived from
 * the card by key, so that whoever bought it can be told it again and nothing that is stored tells it.
 */
import { Type } from 'typebox'
import { blind } from '#core/secret'

// Crockford's: no I, L, O, U, so that what is read aloud or copied by hand stays itself.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 20

export const CardNumber = Type.String({
  minLength: letters,
  maxLength: 40,
  description: 'As printed or scanned: 20 letters and digits; spaces and hyphens do not matter.',
})

/** The number of a card. */
export function numberOf(card_id: string): string {
  let value = BigInt(`0x${blind('gift_card', card_id).toString('hex')}`)
  let text = ''
  while (text.length < letters - 1) {
    text += alphabet[Number(value % 32n)]
    value /= 32n
  }
  return text + checkOf(text)
}

/** A number as typed, in its one form; undefined when it cannot be one: the last letter does not fit the others. */
export function readNumber(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0')
  if (text.length !== letters || [...text].some((letter) => !alphabet.includes(letter))) return undefined
  return checkOf(text.slice(0, -1)) === text.at(-1) ? text : undefined
}

/** What is stored of it. */
export function hashOfNumber(number: string): Buffer {
  return blind('gift_card.number', number)
}

/** How it is shown where it need not be told. */
export function lastFour(number: string): string {
  return number.slice(-4)
}

// Luhn's algorithm over 32 letters: finds every single wrong letter and nearly every swapped pair.
function checkOf(text: string): string {
  let sum = 0
  for (const [at, letter] of [...text].reverse().entries()) {
    const value = alphabet.indexOf(letter) * (at % 2 === 0 ? 2 : 1)
    sum += Math.floor(value / 32) + (value % 32)
  }
  return alphabet[(32 - (sum % 32)) % 32] as string
}
