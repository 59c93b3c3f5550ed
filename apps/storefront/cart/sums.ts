import type { Cart, Quote } from '../../kit/shapes.ts'
import { isReduced, percent } from '../../kit/tax.ts'
import type { Sums } from './Totals.tsx'

/** The sums of a cart as it stands. */
export function cartSums(cart: Cart): Sums {
  return {
    pieces: cart.pieces,
    items_yen: cart.total_yen,
    discount_yen: 0,
    taxes: cart.taxes.map((tax) => ({
      key: `${tax.rate_percent}`,
      name: `${tax.rate_percent}%${tax.reduced ? '※' : ''}`,
      tax_yen: tax.tax_yen,
    })),
  }
}

type Priced = Pick<Quote, 'lines' | 'items_yen' | 'discount_yen' | 'taxes'>

/** The sums of a quote or an order. */
export function pricedSums(priced: Priced): Sums {
  return {
    pieces: priced.lines.reduce((sum, line) => sum + line.quantity, 0),
    items_yen: priced.items_yen,
    discount_yen: priced.discount_yen,
    taxes: priced.taxes.map((tax) => ({
      key: `${tax.rate_num}/${tax.rate_den}`,
      name: `${percent(tax)}%${isReduced(tax, priced.lines) ? '※' : ''}`,
      tax_yen: tax.tax_yen,
    })),
  }
}
