/** 掛売: what an order that a company put on its account tells its ledger. */
import * as business from '#business/business'
import type { Actor } from '#core/actor'
import type { Tx } from '#core/database'
import { find } from '#orders/read'
import type { OrderView } from '#orders/view'
import { allot } from '#pricing/allotment'
import type { Rate, Rounding } from '#pricing/integer'
import { byRate, shownYen, type TaxLine, taxWithin } from '#pricing/tax'

export function onAccount(view: OrderView): boolean {
  return view.payments.some(({ method }) => method === 'account')
}

/** The goods have left: from this day they are owed. */
export async function deliver(tx: Tx, actor: Actor, order_id: string, business_date: string): Promise<void> {
  const { view } = await find(tx, order_id)
  if (onAccount(view)) await business.delivered(tx, actor, { ...view, business_date })
}

/** The order was given up: the limit it held is free again. */
export async function letGo(tx: Tx, actor: Actor, view: OrderView, business_date: string): Promise<void> {
  if (onAccount(view)) await business.cancelled(tx, actor, view.order_id, business_date)
}

type Back = {
  return_id: string
  business_date: string
  refund_yen: number
  taxes: readonly TaxLine[]
  lines: readonly { line_no: number; quantity: number; total_yen: number }[]
}

/** Goods came back: credited on the next bill at the order's own rates. */
export async function credit(tx: Tx, actor: Actor, view: OrderView, back: Back): Promise<void> {
  if (!onAccount(view)) return
  const lines = back.lines.flatMap(({ line_no, quantity, total_yen }) => {
    const line = view.lines.find((item) => item.line_no === line_no)
    return line ? [{ ...line, quantity, amount_yen: total_yen }] : []
  })
  const { return_id, business_date, taxes } = back
  await business.returned(tx, actor, return_id, {
    order_id: view.order_id,
    number: view.number,
    total_yen: back.refund_yen,
    taxes,
    lines,
    business_date,
  })
}

/** Amounts whose prices were agreed without tax, at new rates: what was agreed stands, the tax upon it changes. */
export function renewed(
  before: readonly (Rate & { amount_yen: number })[],
  after: readonly Rate[],
  rounding?: Rounding,
): number[] {
  const nets: number[] = []
  for (const places of byRate(before)) {
    const amounts = places.map((place) => (before[place] as { amount_yen: number }).amount_yen)
    const whole = amounts.reduce((sum, amount) => sum + amount, 0)
    const shares = allot(whole - taxWithin(whole, before[places[0] as number] as Rate, rounding), amounts)
    for (const [at, place] of places.entries()) nets[place] = shares[at] as number
  }
  const yens: number[] = []
  for (const places of byRate(after)) {
    const own = places.map((place) => nets[place] as number)
    const whole = own.reduce((sum, net) => sum + net, 0)
    const shares = allot(shownYen(whole, false, after[places[0] as number] as Rate, rounding), own)
    for (const [at, place] of places.entries()) yens[place] = shares[at] as number
  }
  return yens
}
