/** What is printed and written on paper, as it is compared. */
import { randomInt } from 'node:crypto'
import { blind } from '#core/secret'

// Read off paper and typed by thumb: no 0/O, 1/I/L.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const random = (length: number) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')

/** The code of a campaign's shelves: known to everybody. */
export function newCode(): string {
  return random(8)
}
/** A serial that nobody can guess: 17 letters, 84 bits. */
export function newSerial(): string {
  return random(17)
}

export function serialHash(serial: string): Buffer {
  return blind('proof.serial', serial.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
}

/** The name of a shop as it is compared: width, spaces, marks and the last 店 make no difference. */
export function plainShop(shop: string): string {
  const plain = shop
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}ー]/gu, '')
  return plain.replace(/(?<=.)店$/u, '')
}
function plainNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^0+(?=.)/, '')
}

type Receipt = { shop: string; bought_on: string; number: string; price_yen: number }
/** What tells a receipt from every other of a campaign. */
export function receiptHash(campaign_id: string, { shop, bought_on, number }: Receipt): Buffer {
  return blind('proof.receipt', [campaign_id, plainShop(shop), bought_on, plainNumber(number)].join('\n'))
}
/** What two receipts share that may be one, told twice under two names of its shop. */
export function likenessOf(campaign_id: string, { bought_on, number, price_yen }: Receipt): Buffer {
  return blind('proof.likeness', [campaign_id, bought_on, plainNumber(number), price_yen].join('\n'))
}
