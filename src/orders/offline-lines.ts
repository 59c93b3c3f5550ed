import { reducedAt, type Sellable, type TaxRule } from '#catalog/catalog'
import { refuse } from '#core/problem'
import { dateOfTax } from '#orders/decide'
import type { OfflineSale } from '#orders/offline-input'
import { isGtin, toGtin14 } from '#pricing/gtin'
import { type Rounding, sum } from '#pricing/integer'
import { byRate, rateFor, taxWithin } from '#pricing/tax'
import type { Place } from '#stores/stores'

export type OfflineLine = {
  variant_id: string
  gtin: string | null
  name: string
  quantity: number
  unit_yen: number
  tax_included: boolean
  discount_yen: number
  amount_yen: number
  tax_category: string
  rate_num: number
  rate_den: number
  reduced: boolean
}

/** Lines as the device priced them, at the rate of the day they were sold on; goods withdrawn since were sold all the same. */
export function offlineLines(
  goods: ReadonlyMap<string, Sellable>,
  rules: readonly TaxRule[],
  sale: OfflineSale,
  at: Date,
  place: Place,
): OfflineLine[] {
  const byGtin = new Map(
    [...goods.values()].flatMap((item) =>
      item.gtin && isGtin(item.gtin) ? [[toGtin14(item.gtin), item] as const] : [],
    ),
  )
  const mode = sale.supply_mode ?? 'take_away'
  const date = dateOfTax(at, place)
  return sale.lines.map((line, index): OfflineLine => {
    const item = line.variant_id
      ? goods.get(line.variant_id)
      : byGtin.get(line.gtin && isGtin(line.gtin) ? toGtin14(line.gtin) : '')
    if (!item)
      return refuse('orders.not_on_sale', 422, 'この商品は登録されていません。', 'We do not know this item.', {
        field: `lines.${index}`,
      })
    const { amount_yen, discount_yen = 0 } = line
    if (discount_yen > amount_yen)
      refuse('orders.not_priced', 422, '値引きが金額を超えています。', 'The discount is more than the amount.', {
        field: `lines.${index}.discount_yen`,
      })
    return {
      variant_id: item.variant_id,
      gtin: item.gtin,
      name: item.name,
      quantity: line.quantity,
      unit_yen: line.unit_yen,
      tax_included: true,
      discount_yen,
      amount_yen: amount_yen - discount_yen,
      tax_category: item.tax_category,
      ...rateFor(rules, item.tax_category, mode, date),
      reduced: reducedAt(rules, item.tax_category, mode, date),
    }
  })
}

/** Tax once per rate within what was paid. */
export function taxesOf(
  lines: readonly { amount_yen: number; rate_num: number; rate_den: number }[],
  rounding: Rounding = 'floor',
) {
  return byRate(lines).map((places) => {
    const { rate_num, rate_den } = lines[places[0] as number] as OfflineLine
    const taxable_yen = sum(
      places.map((place) => (lines[place] as OfflineLine).amount_yen),
      'taxable_yen',
    )
    return { rate_num, rate_den, taxable_yen, tax_yen: taxWithin(taxable_yen, { rate_num, rate_den }, rounding) }
  })
}
