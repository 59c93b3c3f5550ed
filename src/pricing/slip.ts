/**
 * Return slips (適格返還請求書) at the ORIGINAL rates. What must always be true, in any order of partial returns:
 * refunds sum to what was paid, points given back to those used, slip taxes to the receipt's tax per rate,
 * points taken back to those earned; and no slip's tax is negative or more than its amount.
 */
import { integer, portion, type Rate, type Rounding, sum } from './integer.ts'
import { clawback, type Multiplied, type PointsRule } from './points.ts'
import type { PointsAs } from './receipt.ts'
import { sameRate, type TaxLine, taxWithin } from './tax.ts'

export type BoughtLine = Rate & { id: string; quantity: number; points_yen: number; paid_yen: number }

/** What an order must remember for its returns; a Quote is one. */
export type Bought = {
  lines: readonly BoughtLine[]
  taxes: readonly TaxLine[]
  points_as: PointsAs
  points_rule: PointsRule | null
  /** Lines whose points were multiplied. */
  multiplied?: readonly Multiplied[]
  rounding: Rounding
}

export type ReturnedLine = { id: string; quantity: number }

export type Slip = {
  lines: { id: string; quantity: number; total_yen: number; refund_yen: number; points_yen: number }[]
  /** Tax-inclusive amount the slip takes off the receipt. */
  total_yen: number
  refund_yen: number
  /** Points the customer had used, now given back. */
  points_yen: number
  taxes: TaxLine[]
  tax_yen: number
  /** Points the order had earned, now taken back. */
  points_clawed: number
}

/** The slip for lines coming back now; `earlier` are all slips of the order so far. */
export function returnSlip(order: Bought, returned: readonly ReturnedLine[], earlier: readonly Slip[]): Slip {
  if (returned.length === 0) throw new RangeError('returned: nothing')
  if (new Set(returned.map(({ id }) => id)).size < returned.length)
    throw new RangeError('returned: a line appears twice')
  const parts = returned.map((back) => partOf(order, back, earlier))
  const lines = parts.map(({ line: _, ...part }) => part)
  const taxes: TaxLine[] = []
  for (const bought of order.taxes) {
    const yens = parts.filter(({ line }) => sameRate(line, bought)).map(({ total_yen }) => total_yen)
    if (yens.length > 0) taxes.push(taxOf(sum(yens, 'taxable_yen'), bought, earlier, order.rounding))
  }
  const slip = {
    lines,
    total_yen: total(lines, 'total_yen'),
    refund_yen: total(lines, 'refund_yen'),
    points_yen: total(lines, 'points_yen'),
    taxes,
    tax_yen: total(taxes, 'tax_yen'),
  }
  return { ...slip, points_clawed: clawed(order, [...earlier, slip], total(earlier, 'points_clawed')) }
}

// Money and points of a line are each divided by the pieces returned SO FAR, so the last piece takes the odd yen.
function partOf(order: Bought, { id, quantity }: ReturnedLine, earlier: readonly Slip[]) {
  const line = order.lines.find((bought) => bought.id === id)
  if (!line) throw new RangeError(`returned: no line ${id}`)
  const past = earlier.flatMap((slip) => slip.lines).filter((part) => part.id === id)
  const pieces = total(past, 'quantity') + integer(quantity, 'quantity', 1)
  if (pieces > line.quantity) throw new RangeError(`quantity: line ${id} has ${line.quantity}, ${pieces} would be back`)
  const refund_yen = portion(line.paid_yen, pieces, line.quantity) - total(past, 'refund_yen')
  const points_yen = portion(line.points_yen, pieces, line.quantity) - total(past, 'points_yen')
  const total_yen = order.points_as === 'discount' ? refund_yen : refund_yen + points_yen
  return { line, id, quantity, total_yen, refund_yen, points_yen }
}

// A slip floors its own tax, but the tax not yet returned must stay between 0 and the amount not yet returned. With
// nothing left to return that leaves exactly the remainder: the last slip makes the slips sum to the receipt's tax.
function taxOf(taxable_yen: number, bought: TaxLine, earlier: readonly Slip[], rounding: Rounding): TaxLine {
  const past = earlier.flatMap((slip) => slip.taxes).filter((tax) => sameRate(tax, bought))
  const tax_left = bought.tax_yen - total(past, 'tax_yen')
  const kept_yen = bought.taxable_yen - total(past, 'taxable_yen') - taxable_yen
  const own = Math.min(taxWithin(taxable_yen, bought, rounding), tax_left, taxable_yen)
  const tax_yen = Math.max(own, tax_left - kept_yen)
  return { rate_num: bought.rate_num, rate_den: bought.rate_den, taxable_yen, tax_yen }
}

function clawed(order: Bought, slips: readonly Pick<Slip, 'lines'>[], clawed_points: number): number {
  if (!order.points_rule) return 0
  const back = (id: string) =>
    total(
      slips.flatMap(({ lines }) => lines).filter((part) => part.id === id),
      'refund_yen',
    )
  const kept = order.lines.map(({ id, paid_yen }) => ({ id, paid_yen: paid_yen - back(id) }))
  return clawback(order.lines, kept, clawed_points, order.points_rule, order.multiplied)
}

function total<Field extends string>(items: readonly Record<Field, number>[], field: Field): number {
  return items.reduce((all, item) => all + integer(item[field], field), 0)
}
