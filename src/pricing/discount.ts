import { allot } from './allotment.ts'
import { integer, portion, type Rate, sum } from './integer.ts'
import { byRate } from './tax.ts'

/** Yen off, or a rate off (10% is 10/100), of the named lines together; of the whole order when none are named. */
export type Discount = ({ yen: number } | Rate) & { line_ids?: readonly string[] }

/** Discount on an amount: a rate rounds DOWN the discount; yen off stop at the amount. */
export function discountYen(amount_yen: number, discount: Discount): number {
  integer(amount_yen, 'amount_yen')
  if ('yen' in discount) return Math.min(integer(discount.yen, 'discount.yen'), amount_yen)
  if (discount.rate_num > discount.rate_den) throw new RangeError('discount.rate_num: more than the whole')
  return portion(amount_yen, discount.rate_num, discount.rate_den)
}

/** Take discounts one after another, each from what those before have left of its lines: what is left, and what each took of every line. */
export function discounted(
  ids: readonly string[],
  amounts: readonly number[],
  rates: readonly Rate[],
  discounts: readonly Discount[],
): { left: number[]; parts: number[][] } {
  const left = [...amounts]
  const parts = discounts.map((discount) => {
    const { line_ids = ids } = discount
    const stranger = line_ids.find((id) => !ids.includes(id))
    if (stranger !== undefined) throw new RangeError(`discount.line_ids: no line ${stranger}`)
    const open = left.map((yen, place) => (line_ids.includes(ids[place] as string) ? yen : 0))
    const taken = discountYen(sum(open, 'amount_yen'), discount)
    const part = spread(taken, open, rates)
    for (const [place, yen] of part.entries()) left[place] = (left[place] as number) - yen
    return part
  })
  return { left, parts }
}

/** Spread yen over lines in proportion to their amounts: first over the rates, as the invoice demands, then within each. */
export function spread(yen: number, amounts: readonly number[], rates: readonly Rate[]): number[] {
  const amountsAt = (places: readonly number[]) => places.map((place) => amounts[place] as number)
  const groups = byRate(rates).map((places) => ({ places, weights: amountsAt(places) }))
  const totals = groups.map(({ weights }) => sum(weights, 'amount_yen'))
  const parts = amounts.map(() => 0)
  for (const [index, share] of allot(yen, totals).entries()) {
    const { places, weights } = groups[index] as { places: number[]; weights: number[] }
    const within = allot(share, weights)
    for (const [at, place] of places.entries()) parts[place] = within[at] as number
  }
  return parts
}
