/** Article numbers: GTIN-8/12/13/14 (JAN is GTIN-8/13), kept as GTIN-14, and the shop's own in-store codes. */
export type GtinLength = 8 | 12 | 13 | 14
export type Gtin = { gtin14: string; length: GtinLength; in_store: boolean; japanese: boolean }

/** What a scanner or a keyboard with its Japanese input method on gave, in half width without spaces around it. */
export function halfWidth(text: string): string {
  const half = text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
  return half.replace(/\u3000/g, ' ').trim()
}

/** Check digit of a GTIN body of 7, 11, 12 or 13 digits (GS1: weights 3, 1, 3 … from the right, to the next ten). */
export function checkDigit(body: string): number {
  if (!/^(\d{7}|\d{11,13})$/.test(body)) throw new RangeError('body: not 7, 11, 12 or 13 digits')
  let total = 0
  for (let i = 0; i < body.length; i++) total += Number(body[body.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  return (10 - (total % 10)) % 10
}

/** Whether a text of half-width digits is a GTIN of any length with the right check digit. */
export function isGtin(code: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(code) && checkDigit(code.slice(0, -1)) === Number(code.at(-1))
}

/** Read a scanned or typed number; full width, spaces and hyphens are allowed, a wrong check digit is a RangeError. */
export function parseGtin(scanned: string): Gtin {
  const code = halfWidth(scanned).replace(/[\s\-‐‑–−ー]/g, '')
  if (!/^(\d{8}|\d{12,14})$/.test(code)) throw new RangeError('gtin: not 8, 12, 13 or 14 digits')
  if (!isGtin(code)) throw new RangeError('gtin: wrong check digit')
  const gtin14 = code.padStart(14, '0')
  return { gtin14, length: code.length as GtinLength, in_store: isInStore(gtin14), japanese: isJapanese(gtin14) }
}

/** GTIN-14 of a GTIN of any length. */
export function toGtin14(code: string): string {
  return parseGtin(code).gtin14
}

/** Back from GTIN-14 to a length; without one to 8, 13 or 14 digits, since tills in Japan read a UPC as 13. */
export function fromGtin14(gtin14: string, length: GtinLength = printed(gtin14)): string {
  if (gtin14.length !== 14 || !isGtin(gtin14)) throw new RangeError('gtin14: not a GTIN-14')
  if (!/^0*$/.test(gtin14.slice(0, 14 - length))) throw new RangeError(`length: does not fit ${length} digits`)
  return gtin14.slice(14 - length)
}

function printed(gtin14: string): GtinLength {
  if (/^0{6}/.test(gtin14)) return 8
  return gtin14.startsWith('0') ? 13 : 14
}

/** Whether a GTIN is a shop's own number, without meaning elsewhere: 20–29 and 02, or 8 digits from 0 or 2. */
export function isInStore(gtin: string): boolean {
  return /^0{6}[02]|^00?2/.test(gtin.padStart(14, '0'))
}

/** Whether a GTIN has a prefix of GS1 Japan (45 or 49), as 8 digits, as 13, or inside a 14-digit case code. */
export function isJapanese(gtin: string): boolean {
  return /^(0{6}|\d)4[59]/.test(gtin.padStart(14, '0'))
}

/** A 13-digit in-store code for goods without a JAN: prefix 20–29, then the shop's number of up to 10 digits. */
export function inStoreCode(prefix: number, number: number): string {
  if (!Number.isInteger(prefix) || prefix < 20 || prefix > 29) throw new RangeError('prefix: not 20 to 29')
  if (!Number.isInteger(number) || number < 0 || number > 9_999_999_999) {
    throw new RangeError('number: not a whole number of up to 10 digits')
  }
  const body = `${prefix}${String(number).padStart(10, '0')}`
  return `${body}${checkDigit(body)}`
}
