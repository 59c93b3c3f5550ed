import type { Cart, Order, Quote } from '../../kit/shapes.ts'
import { isReduced, percent } from '../../kit/tax.ts'
import type { Sums } from './Totals.tsx'

/** The sums of a cart as it stands; what is sent costs what the address says later. */
export function cartSums(cart: Cart, shipped: boolean): Sums {
  return {
    pieces: cart.pieces,
    items_yen: cart.total_yen,
    discount_yen: 0,
    delivery_yen: shipped ? null : 0,
    shipped,
    taxes: cart.taxes.map((tax) => ({
      key: `${tax.rate_percent}`,
      name: `${tax.rate_percent}%${tax.reduced ? '※' : ''}`,
      tax_yen: tax.tax_yen,
    })),
  }
}

/** The same with what offers take off, once every part of the cart could be priced: without a fee that follows from the address, and with points. */
export function offeredSums(
  cart: Cart,
  quotes: readonly Quote[],
  shipped: boolean,
): Sums & { total_yen: number; points: number } {
  const goods = quotes.flatMap(({ lines }) => lines.filter(({ variant_id }) => variant_id !== null))
  const sum = (of: (line: (typeof goods)[number]) => number) => goods.reduce((all, line) => all + of(line), 0)
  const [discount_yen, total_yen] = [sum((line) => line.discount_yen), sum((line) => line.amount_yen)]
  const points = quotes.reduce((all, quote) => all + quote.points_earned, 0)
  const plain = cartSums(cart, shipped)
  // Tax is that of a receipt: of one order without a fee to come it is known, of the others on their final screens.
  const [only, ...more] = quotes
  const known = only && more.length === 0 && !shipped ? pricedSums(only, 'collect').taxes : []
  const taxes = discount_yen > 0 ? known : plain.taxes
  return { ...plain, items_yen: total_yen + discount_yen, discount_yen, taxes, total_yen, points }
}

type Priced = Pick<Quote, 'lines' | 'items_yen' | 'discount_yen' | 'taxes'>

/** The sums of an order, or of a quote. What delivery costs is one of the lines: the one that is no product. */
export function pricedSums(priced: Priced, way: Order['way']): Sums {
  const delivery = priced.lines.filter((line) => line.variant_id === null && way === 'ship')
  // Before what an offer takes off it: that is told with the discounts.
  const delivery_yen = delivery.reduce((sum, line) => sum + line.amount_yen + line.discount_yen, 0)
  const goods = priced.lines.filter((line) => !delivery.includes(line))
  return {
    pieces: goods.reduce((sum, line) => sum + line.quantity, 0),
    items_yen: priced.items_yen - delivery_yen,
    discount_yen: priced.discount_yen,
    delivery_yen,
    shipped: way === 'ship' || way === 'gift',
    taxes: priced.taxes.map((tax) => ({
      key: `${tax.rate_num}/${tax.rate_den}`,
      name: `${percent(tax)}%${isReduced(tax, priced.lines) ? '※' : ''}`,
      tax_yen: tax.tax_yen,
    })),
  }
}
