import { integer, type Rate, sum } from './integer.ts'
import { type TaxLine, taxWithin } from './tax.ts'

// 印紙税額一覧表 第17号の1文書 (sales receipts): up to this amount, this duty. Below ¥50,000 none.
const free_below_yen = 50_000
const duties: readonly [upto_yen: number, duty_yen: number][] = [
  [1_000_000, 200],
  [2_000_000, 400],
  [3_000_000, 600],
  [5_000_000, 1_000],
  [10_000_000, 2_000],
  [20_000_000, 4_000],
  [30_000_000, 6_000],
  [50_000_000, 10_000],
  [100_000_000, 20_000],
  [200_000_000, 40_000],
  [300_000_000, 60_000],
  [500_000_000, 100_000],
  [1_000_000_000, 150_000],
]

/** Stamp duty of a paper receipt for this much cash (without its tax, where the tax is shown); 0 below ¥50,000. */
export function stampDutyYen(cash_yen: number): number {
  if (integer(cash_yen, 'cash_yen') < free_below_yen) return 0
  return duties.find(([upto_yen]) => cash_yen <= upto_yen)?.[1] ?? 200_000
}

/** The cash a receipt acknowledges, less the tax within it: what stamp duty goes by. Cards and points are no receipt of money. */
export function dutiableYen(cash_yen: number, total_yen: number, taxes: readonly TaxLine[]): number {
  const tax_yen = sum(
    taxes.map((tax) => tax.tax_yen),
    'tax_yen',
  )
  if (cash_yen >= total_yen) return Math.max(total_yen - tax_yen, 0)
  // Paid in part by cash: the tax that belongs to the cash part, rounded up so that duty is never asked for tax.
  const share = total_yen === 0 ? 0 : Math.ceil((cash_yen * tax_yen) / total_yen)
  return cash_yen - share
}

/**
 * The tax figures of a receipt over a part of a sale, when earlier parts were receipted already: amounts by what is left of each
 * rate (largest remainder, given in by the caller), tax floored but for the last part, which takes the remainder.
 */
export function partOfTaxes(part_yen: readonly number[], left: readonly (Rate & TaxLine)[]): TaxLine[] {
  return left.map(({ rate_num, rate_den, taxable_yen, tax_yen }, at) => {
    const taxable = integer(part_yen[at] ?? 0, 'part_yen')
    const own = Math.min(taxWithin(taxable, { rate_num, rate_den }), tax_yen, taxable)
    return { rate_num, rate_den, taxable_yen: taxable, tax_yen: Math.max(own, tax_yen - (taxable_yen - taxable)) }
  })
}
