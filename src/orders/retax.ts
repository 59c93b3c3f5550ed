/** Ordered before a change of rate and supplied after it: the total she agreed to stands, the tax within it is that of the supply. */
import { emit } from '#activity/activity'
import { reducedAt, taxRules, transitions } from '#catalog/catalog'
import type { Actor } from '#core/actor'
import { only, rows, run, sql, type Tx } from '#core/database'
import { local } from '#core/time'
import { taxesOf } from '#orders/offline-lines'
import { onAccount, renewed } from '#orders/on-account'
import type { Order } from '#orders/read'
import type { OrderTerms } from '#orders/terms'
import { taxDate } from '#pricing/supply'
import { rateFor, sameRate } from '#pricing/tax'
import type { Place } from '#stores/stores'

type Line = {
  line_no: number
  amount_yen: number
  tax_category: string
  rate_num: number
  rate_den: number
  reduced: boolean
}

/** Bring an order's rates to the day it is supplied on. The caller holds the order's row. Returns whether anything changed. */
export async function retax(
  tx: Tx,
  actor: Actor,
  { profile_id, version, view }: Order,
  at: Date,
  where: Place,
): Promise<boolean> {
  const ordered_on = local(new Date(view.placed_at), where.time_zone).date
  const supplied_on = local(at, where.time_zone).date
  const rules = await taxRules(tx)
  // Nearly always no rate begins between the two days, and nothing is read.
  if (!rules.some(({ valid_from }) => valid_from > ordered_on && valid_from <= supplied_on)) return false
  const { supply_mode, terms } = await only<{ supply_mode: string; terms: OrderTerms | null }>(
    tx,
    sql`select supply_mode, terms from orders."order" where profile_id = ${profile_id} and order_id = ${view.order_id}`,
  )
  const before = await rows<Line>(
    tx,
    sql`select line_no, amount_yen, tax_category, rate_num, rate_den, reduced from orders.line
        where profile_id = ${profile_id} and order_id = ${view.order_id} order by line_no`,
  )
  const shields = await transitions(tx)
  const after = before.map((line) => {
    const category = line.tax_category
    const date = taxDate({ category, supply_mode, ordered_on, supplied_on }, shields)
    return {
      ...line,
      ...rateFor(rules, category, supply_mode, date),
      reduced: reducedAt(rules, category, supply_mode, date),
    }
  })
  if (after.every((line, index) => sameRate(line, before[index] as Line))) return false
  // A company agreed to prices without tax, everybody else to a total with it: that is what stands.
  const amounts = onAccount(view) ? renewed(before, after, terms?.rounding) : undefined
  const supplied = after.map((line, index) => ({ ...line, amount_yen: amounts?.[index] ?? line.amount_yen }))
  const taxes = taxesOf(supplied, terms?.rounding)
  const total_yen = supplied.reduce((sum, { amount_yen }) => sum + amount_yen, 0)
  await run(
    tx,
    sql`update orders.line l set rate_num = c.rate_num, rate_den = c.rate_den, reduced = c.reduced, amount_yen = c.amount_yen
        from jsonb_to_recordset(${JSON.stringify(supplied)}::jsonb)
          as c(line_no smallint, rate_num integer, rate_den integer, reduced boolean, amount_yen bigint)
        where l.profile_id = ${profile_id} and l.order_id = ${view.order_id} and l.line_no = c.line_no`,
  )
  await run(
    tx,
    sql`update orders."order" set taxes = ${JSON.stringify(taxes)}::jsonb, total_yen = ${total_yen}, items_yen = discount_yen + ${total_yen} where profile_id = ${profile_id} and order_id = ${view.order_id}`,
  )
  if (amounts)
    await run(
      tx,
      sql`update orders.payment set amount_yen = ${total_yen} where profile_id = ${profile_id} and order_id = ${view.order_id} and method = 'account'`,
    )
  await emit(tx, {
    type: 'order.tax_changed',
    profile_id,
    source: 'orders',
    message_id: `order.tax_changed:${view.order_id}:${supplied_on}`,
    channel: view.channel,
    place_id: view.place_id,
    subject_kind: 'order',
    subject_id: view.order_id,
    version: version + 1,
    actor,
    payload: {
      number: view.number,
      way: view.way,
      total_yen,
      tax_yen: taxes.reduce((sum, tax) => sum + tax.tax_yen, 0),
      was_tax_yen: view.tax_yen,
    },
  })
  return true
}
