/** The last digit of a GTIN-13 whose first twelve are given (GS1: weights 1 and 3 from the left). */
export function checkDigit(twelve: string): string {
  let sum = 0
  for (let i = 0; i < 12; i++) sum += Number(twelve[i]) * (i % 2 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

const complete = (twelve: string) => twelve + checkDigit(twelve)

/** JAN of the invented makers (prefix 45999900): item numbers 1–9999. */
export const jan = (item: number) => complete(`45999900${String(item).padStart(4, '0')}`)

/** In-store code (GS1 prefix 20) for what the shop itself makes or packs. */
export const inStore = (item: number) => complete(`20${String(item).padStart(10, '0')}`)

/** Member card number (in-store prefix 29, so that it never collides with goods). */
export const card = (serial: number) => complete(`29${String(serial).padStart(10, '0')}`)
