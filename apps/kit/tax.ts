type Rate = { rate_num: number; rate_den: number }
type Taxed = Rate & { taxable_yen: number; tax_yen: number }

/** 8 for 8/100: rates are fractions, people read percent. */
export function percent({ rate_num, rate_den }: Rate): string {
  return String(Number(((rate_num * 100) / rate_den).toFixed(2)))
}

/** Whether a line of this rate carried the ※ mark, told by the lines themselves: no rate is ever assumed to be the reduced one. */
export function isReduced(tax: Taxed, lines: readonly (Rate & { reduced: boolean })[]): boolean {
  return lines.some((line) => line.reduced && line.rate_num * tax.rate_den === tax.rate_num * line.rate_den)
}
