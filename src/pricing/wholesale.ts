/** Wholesale prices: without tax, by quantity, from a minimum, in lots. */
export type WholesaleRow = {
  /** This price holds from so many pieces on; the smallest of a list is its minimum order. */
  from_quantity: number
  /** Pieces come in multiples of this. */
  lot_quantity: number
  yen: number
  valid_from: string
  valid_to: string | null
}
export type Refusal = { refused: 'not_listed' } | { refused: 'minimum' | 'lot'; quantity: number }

/** The row a quantity is priced by at an instant, or why it cannot be ordered so. */
export function wholesaleAt<Row extends WholesaleRow>(
  rows: readonly Row[],
  quantity: number,
  at: string,
): { row: Row } | Refusal {
  const now = Date.parse(at)
  const inForce = new Map<number, Row>()
  for (const row of rows) {
    const from = Date.parse(row.valid_from)
    if (from > now || (row.valid_to !== null && Date.parse(row.valid_to) <= now)) continue
    const known = inForce.get(row.from_quantity)
    if (!known || from > Date.parse(known.valid_from)) inForce.set(row.from_quantity, row)
  }
  const steps = [...inForce.values()].sort((a, b) => a.from_quantity - b.from_quantity)
  const [first] = steps
  if (!first) return { refused: 'not_listed' }
  if (quantity < first.from_quantity) return { refused: 'minimum', quantity: first.from_quantity }
  const row = steps.findLast(({ from_quantity }) => from_quantity <= quantity) as Row
  if (quantity % row.lot_quantity !== 0) return { refused: 'lot', quantity: row.lot_quantity }
  return { row }
}
