import { fromGtin14, toGtin14 } from '#pricing/gtin'

/** A GTIN as it is kept and printed in Japan (8, 13 or 14 digits); a text which is none stays as it is and finds nothing. */
export function printedGtin(scanned: string): string {
  try {
    return fromGtin14(toGtin14(scanned))
  } catch (error) {
    if (error instanceof RangeError) return scanned
    throw error
  }
}
