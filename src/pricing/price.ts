/** A price of a variant from valid_from until just before valid_to (ISO instants); channel null is any channel. */
export type PriceRow = {
  yen: number
  tax_included: boolean
  valid_from: string
  valid_to: string | null
  channel: string | null
}

/**
 * The price row in effect at an instant in a channel, or undefined when the variant is not on sale then.
 * A row for the channel beats one for any channel, then the latest begun wins; of equals the lower, for the customer.
 */
export function priceAt<Row extends PriceRow>(rows: readonly Row[], at: string, channel: string): Row | undefined {
  const now = instant(at, 'at')
  let best: { row: Row; from: number } | undefined
  for (const row of rows) {
    if (row.channel !== null && row.channel !== channel) continue
    const from = instant(row.valid_from, 'valid_from')
    if (from > now || (row.valid_to !== null && instant(row.valid_to, 'valid_to') <= now)) continue
    if (!Number.isSafeInteger(row.yen) || row.yen < 0) throw new RangeError(`yen: ${row.yen} is not a price`)
    if (!best || beats({ row, from }, best)) best = { row, from }
  }
  return best?.row
}

function beats(a: { row: PriceRow; from: number }, b: { row: PriceRow; from: number }): boolean {
  if (a.row.channel !== b.row.channel) return a.row.channel !== null
  if (a.from !== b.from) return a.from > b.from
  if (a.row.yen !== b.row.yen) return a.row.yen < b.row.yen
  return a.row.tax_included && !b.row.tax_included
}

// Instants are compared as numbers: as text '…00Z' sorts after '…00.500Z'. Without an offset one would mean local time.
function instant(value: string, field: string): number {
  const ms = /T.*(Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`${field}: not an ISO time with its offset`)
  return ms
}
