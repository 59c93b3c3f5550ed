/**
 * How the number of a gift card is written: 20 letters and digits in groups of four, the last of which catches a slip of the pen. Faces
 * tell by it what was scanned; nothing here tells whether there is such a card.
 */

// Crockford's: no I, L, O, U, so that what is read aloud or copied by hand stays itself.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 20

/** A number out of randomness: 95 bits of it, and the letter that checks them. */
export function cardNumber(randomness: bigint): string {
  let value = randomness
  let text = ''
  while (text.length < letters - 1) {
    text += alphabet[Number(value % 32n)]
    value /= 32n
  }
  return text + checkOf(text)
}

/** A number as typed or scanned, in its one form; undefined when it cannot be one: the last letter does not fit the others. */
export function readCardNumber(typed: string): string | undefined {
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
  if (text.length !== letters || [...text].some((letter) => !alphabet.includes(letter))) return undefined
  return checkOf(text.slice(0, -1)) === text.at(-1) ? text : undefined
}

/** In groups of four, as it is printed. */
export function shownCardNumber(number: string): string {
  return number.replace(/.{4}(?=.)/g, '$& ')
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
