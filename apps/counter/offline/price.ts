import type { Discount } from '#pricing/discount'
import { priceAt } from '#pricing/price'
import { type Quote, type QuotedLine, quote } from '#pricing/receipt'
import { rateFor, ruleFor, shownYen } from '#pricing/tax'
import { calendarDay } from '../../kit/format.ts'
import type { OrderSettings, TaxRule } from '../../kit/shapes.ts'
import type { SaleLine } from '../sale/shapes.ts'
import type { Good } from './shapes.ts'

/** By what a sale is priced: the same data the house prices by, as this device last knew it. */
export type Terms = {
  rules: readonly TaxRule[]
  settings: OrderSettings
  zone: string
  supply_mode: string
}
export type Priced = Omit<Quote, 'lines'> & { lines: (QuotedLine & { reduced: boolean })[] }

/** The sale's money by the house's own arithmetic, here in the browser: the same to the yen as the server will say. */
export function priced(
  lines: readonly SaleLine[],
  { rules, settings, zone, supply_mode }: Terms,
  at: string,
  paying: { points_yen: number; member: boolean },
  discounts: readonly Discount[] = [],
): Priced {
  const date = calendarDay(at, zone)
  const wants = lines.map(({ variant_id, quantity, good }) => {
    const price = priceAt(good.prices, at, 'till')
    if (!price) throw new RangeError(`lines: ${variant_id} is not on sale`)
    const { yen, tax_included } = price
    return { id: variant_id, unit_yen: yen, tax_included, quantity, category: good.tax_category, supply_mode }
  })
  const { points_as, rounding } = settings.terms
  const result = quote(wants, rules, {
    date,
    rounding,
    discounts,
    points_as,
    points_yen: paying.points_yen,
    points_rule: paying.member ? settings.points : null,
  })
  return {
    ...result,
    lines: result.lines.map((line, at_line) => ({
      ...line,
      reduced: ruleFor(rules, wants[at_line]?.category ?? '', supply_mode, date)?.reduced ?? false,
    })),
  }
}

/** What one piece costs on the shelf now; null while it is not on sale. */
export function shelfYen(good: Good, { rules, settings, zone, supply_mode }: Terms, at: string): number | null {
  const price = priceAt(good.prices, at, 'till')
  if (!price) return null
  const rate = rateFor(rules, good.tax_category, supply_mode, calendarDay(at, zone))
  return shownYen(price.yen, price.tax_included, rate, settings.terms.rounding)
}
