/** What may come back, until when and why: the group's rules, and who may set them aside. */
import { categories, sellables } from '#catalog/catalog'
import type { Db } from '#core/database'
import { setting } from '#core/settings'
import { addDays, businessDate, clock } from '#core/time'
import type { Order } from '#orders/read'
import { returns } from '#orders/settings'
import { place } from '#stores/stores'

/** Why goods come back. The first four are the seller's fault: no category is barred, and the longer window holds. */
export const reasons = [
  'defective',
  'wrong_item',
  'damaged_in_transit',
  'not_as_described',
  'size',
  'changed_mind',
  'gift',
  'exchange',
  'other',
] as const
export type Reason = (typeof reasons)[number]
const sellers_fault: readonly Reason[] = ['defective', 'wrong_item', 'damaged_in_transit', 'not_as_described']

export type ReturnRules = {
  window_days: number
  fault_window_days: number
  /** Categories (with all below them) and tax categories that do not come back, but for the seller's fault. */
  not_returnable: { category_ids: string[]; tax_categories: string[] }
}
/** What stands against a return; a manager may allow it all the same. */
export type Hindrance = { code: 'too_late' | 'not_returnable'; line_no: number | null }

/** The group's rules. Gift cards are never turned into money (資金決済法) unless the group says otherwise. */
export function returnRules(db: Db): Promise<ReturnRules> {
  return setting(db, returns)
}

/** Whether goods returned for this reason can be sold again, unless whoever receives them says otherwise. */
export function conditionFor(reason: Reason): 'sellable' | 'damaged' {
  return reason === 'defective' || reason === 'damaged_in_transit' ? 'damaged' : 'sellable'
}

/** The last business date on which goods of this order may come back for this reason; null before they have left. */
export async function returnBy(db: Db, { view }: Order, reason: Reason): Promise<string | null> {
  if (!view.done_at) return null
  const rules = await returnRules(db)
  const shop = await place(db, view.place_id)
  const left_on = businessDate(new Date(view.done_at), shop.time_zone, shop.cutover)
  return addDays(left_on, sellers_fault.includes(reason) ? rules.fault_window_days : rules.window_days)
}

/** Everything that stands against returning these lines for this reason today. */
export async function hindrances(
  db: Db,
  order: Order,
  line_nos: readonly number[],
  reason: Reason,
): Promise<Hindrance[]> {
  const found: Hindrance[] = []
  const by = await returnBy(db, order, reason)
  const shop = await place(db, order.view.place_id)
  if (by !== null && businessDate(clock.now(), shop.time_zone, shop.cutover) > by)
    found.push({ code: 'too_late', line_no: null })
  if (sellers_fault.includes(reason)) return found
  const barred = await notReturnable(db, order, line_nos)
  return [...found, ...barred.map((line_no) => ({ code: 'not_returnable' as const, line_no }))]
}

async function notReturnable(db: Db, order: Order, line_nos: readonly number[]): Promise<number[]> {
  const fees = order.view.lines.filter((line) => isFee(order, line) && line_nos.includes(line.line_no))
  return [...fees.map(({ line_no }) => line_no), ...(await barredGoods(db, order, line_nos))]
}

// What delivery cost stays paid, unless the seller was at fault.
function isFee(
  { imported, view }: Order,
  { variant_id, gtin }: { variant_id: string | null; gtin: string | null },
): boolean {
  return variant_id === null && gtin === null && !imported && view.way !== 'gift_card'
}

async function barredGoods(db: Db, { view }: Order, line_nos: readonly number[]): Promise<number[]> {
  const { category_ids, tax_categories } = (await returnRules(db)).not_returnable
  if (category_ids.length + tax_categories.length === 0) return []
  const lines = view.lines.filter(({ line_no }) => line_nos.includes(line_no))
  const goods = await sellables(db, { variant_ids: lines.flatMap(({ variant_id }) => variant_id ?? []) })
  const parent_of = new Map(
    category_ids.length ? (await categories(db)).map(({ category_id, parent_id }) => [category_id, parent_id]) : [],
  )
  const within = (category_id: string | null): boolean => {
    for (let at = category_id; at; at = parent_of.get(at) ?? null) if (category_ids.includes(at)) return true
    return false
  }
  return lines.flatMap(({ line_no, variant_id }) => {
    const item = variant_id ? goods.get(variant_id) : undefined
    return item && (tax_categories.includes(item.tax_category) || within(item.category_id)) ? [line_no] : []
  })
}
