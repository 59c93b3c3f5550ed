import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, only, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'
import { clock } from '#core/time'
import { allot } from '#pricing/allotment'
import type { TaxLine } from '#pricing/tax'

/** What was billed at one rate, without tax; tax_yen is the slip's own, for reference: the invoice rounds anew. */
export type Net = { rate_num: number; rate_den: number; net_yen: number; tax_yen: number }
export type Item = {
  name: string
  gtin: string | null
  quantity: number
  net_yen: number
  rate_num: number
  rate_den: number
  reduced: boolean
}
/** An order's goods as they went out (or came back) on one day. */
export type Delivery = {
  order_id: string
  number: string
  total_yen: number
  taxes: readonly TaxLine[]
  lines: readonly (Omit<Item, 'net_yen'> & { amount_yen: number })[]
  business_date: string
}

/** The goods of an order on account have left: from now on they are owed. A repeat, or an order of no account, changes nothing. */
export function delivered(tx: Tx, actor: Actor, delivery: Delivery): Promise<void> {
  return close(tx, actor, delivery.order_id, 'delivered', delivery.business_date, delivery)
}

/** An order on account was given up: what it held of the limit is let go. */
export function cancelled(tx: Tx, actor: Actor, order_id: string, business_date: string): Promise<void> {
  return close(tx, actor, order_id, 'cancelled', business_date)
}

async function close(
  tx: Tx,
  actor: Actor,
  order_id: string,
  outcome: 'delivered' | 'cancelled',
  business_date: string,
  delivery?: Delivery,
): Promise<void> {
  const billed = delivery ? JSON.stringify(billedAs(delivery)) : null
  const { account_id } = await only<{ account_id: string | null }>(
    tx,
    sql`select business.close_purchase(${order_id}, ${outcome}, ${hashId('business', outcome, order_id)}, ${delivery?.total_yen ?? 0},
          ${billed}::jsonb, ${business_date}, ${clock.iso()}, ${actor.kind}, ${actor.id}) as account_id`,
  )
  if (account_id) await tell(tx, actor, `business.${outcome}`, account_id, order_id, delivery?.total_yen ?? 0)
}

/** Goods of an order on account came back: credited at the order's own rates, on the next bill. A repeat changes nothing. */
export async function returned(tx: Tx, actor: Actor, return_id: string, back: Delivery): Promise<boolean> {
  const bought = await one<{ profile_id: string }>(
    tx,
    sql`select profile_id from business.purchase where order_id = ${back.order_id} and state = 'delivered'`,
  )
  if (!bought) return false
  const { taxes, items, ...rest } = billedAs(back)
  const minus = {
    ...rest,
    taxes: taxes.map((tax) => ({ ...tax, net_yen: -tax.net_yen, tax_yen: -tax.tax_yen })),
    items: items.map((item) => ({ ...item, net_yen: -item.net_yen })),
  }
  const { first } = await only<{ first: boolean }>(
    tx,
    sql`select business.enter(${bought.profile_id}, ${hashId('business', 'returned', return_id)}, 'returned', 0, ${-back.total_yen}, ${return_id},
          ${back.business_date}, ${JSON.stringify(minus)}::jsonb, null, ${clock.iso()}, ${actor.kind}, ${actor.id}) as first`,
  )
  if (first) await tell(tx, actor, 'business.returned', bought.profile_id, return_id, back.total_yen)
  return first
}

// The slip's tax was taken within tax-inclusive amounts; without it stands what the invoice will be taxed on.
function billedAs({ number, order_id, taxes, lines }: Delivery): {
  number: string
  order_id: string
  taxes: Net[]
  items: Item[]
} {
  const items: Item[] = []
  const nets = taxes.map(({ rate_num, rate_den, taxable_yen, tax_yen }): Net => {
    const own = lines.filter((line) => line.rate_num * rate_den === rate_num * line.rate_den)
    const net_yen = taxable_yen - tax_yen
    const shares = allot(
      net_yen,
      own.map(({ amount_yen }) => amount_yen),
    )
    for (const [at, { name, gtin, quantity, reduced }] of own.entries())
      items.push({ name, gtin, quantity, net_yen: shares[at] as number, rate_num, rate_den, reduced })
    return { rate_num, rate_den, net_yen, tax_yen }
  })
  return { number, order_id, taxes: nets, items }
}

function tell(
  tx: Tx,
  actor: Actor,
  type: string,
  account_id: string,
  subject_id: string,
  yen: number,
): Promise<string> {
  return emit(tx, {
    type,
    profile_id: account_id,
    source: 'business',
    message_id: `${type}:${subject_id}`,
    subject_kind: type === 'business.returned' ? 'return' : 'order',
    subject_id,
    actor,
    payload: { total_yen: yen },
  })
}

/** Hold an account's row: closings and payments of one company come one after another. */
export async function lockAccount(tx: Tx, account_id: string): Promise<void> {
  await run(tx, sql`select from business.account where profile_id = ${account_id} for update`)
}
