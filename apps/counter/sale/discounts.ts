import { type HandLimit, withinLimit } from '#pricing/by-hand'
import type { Discount } from '#pricing/discount'
import type { OrderSent, OrderSettings, Staff } from '../../kit/shapes.ts'
import type { Priced } from '../offline/price.ts'
import type { HandDiscount, SaleLine, Yes } from './shapes.ts'

/** As pricing takes them. */
export function asPriced(lines: readonly SaleLine[], discounts: readonly HandDiscount[]): Discount[] {
  const all = lines.map(({ variant_id }) => variant_id)
  return discounts.map(({ variant_id, unit, amount }) => ({
    ...(unit === 'yen' ? { yen: amount } : { rate_num: amount, rate_den: 100 }),
    line_ids: variant_id ? [variant_id] : all,
  }))
}

/** As the house is told. */
export function asSent(
  lines: readonly SaleLine[],
  discounts: readonly HandDiscount[],
): NonNullable<OrderSent['discounts']> {
  return discounts.map(({ variant_id, unit, amount, reason }) => {
    const where = variant_id ? { line_no: lines.findIndex((line) => line.variant_id === variant_id) + 1 } : {}
    return unit === 'yen' ? { ...where, yen: amount, reason } : { ...where, percent: amount, reason }
  })
}

/** Those of lines that are still there. */
export function stillThere(lines: readonly SaleLine[], discounts: readonly HandDiscount[]): HandDiscount[] {
  return discounts.filter(({ variant_id }) => !variant_id || lines.some((line) => line.variant_id === variant_id))
}

/** What is taken off by hand in all. */
export function handYen({ discounts_yen }: Priced): number {
  return discounts_yen.reduce((all, yen) => all + yen, 0)
}

/** How far this colleague goes alone; null: as far as she likes. */
export function limitOf({ role }: Staff, settings: OrderSettings['discounts'] | undefined): HandLimit | null {
  if (role === 'manager' || role === 'admin') return null
  // A device may still keep the settings of an older house.
  const { agent, clerk } = settings?.limits ?? { agent: nothing, clerk: nothing }
  return role === 'agent' ? agent : clerk
}
const nothing: HandLimit = { percent: 0, yen: 0 }

/** Whether a manager has to say yes first: more than she may alone, and more than the yes that was given covers. */
export function needsYes(quote: Priced, limit: HandLimit | null, yes: Yes | null): boolean {
  const by_hand_yen = handYen(quote)
  if (by_hand_yen === 0 || limit === null || (yes !== null && by_hand_yen <= yes.most_yen)) return false
  const lines = quote.lines.map(({ amount_yen }, at) => ({
    amount_yen,
    by_hand_yen: quote.discount_parts.reduce((all, part) => all + (part[at] ?? 0), 0),
  }))
  return !withinLimit(limit, lines)
}
