/** 締め: on its closing day a company's month becomes one bill, exactly once. */
import { describe, emit } from '#activity/activity'
import { account, closeNext } from '#business/accounts'
import { type Item, lockAccount, type Net } from '#business/ledger'
import { applyCredits } from '#business/matching'
import { type Actor, system } from '#core/actor'
import { one, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { hashId } from '#core/id'
import { setting } from '#core/settings'
import { addDays, clock } from '#core/time'
import { seal } from '#customers/customers'
import { closingOn, dueOn } from '#pricing/closing'
import { portion } from '#pricing/integer'
import { byRate } from '#pricing/tax'
import { issuer, places } from '#stores/stores'

/** Who bills: shown on the qualified invoice. */
export type Issuer = { name: string; registration_number: string | null; address: string | null; phone: string | null }
export type BilledOrder = {
  kind: 'delivered' | 'returned'
  number: string
  order_id: string
  business_date: string
  items: Item[]
}
export type InvoiceTax = { rate_num: number; rate_den: number; net_yen: number; tax_yen: number; reduced: boolean }

type Entry = {
  entry_id: string
  kind: string
  owed_yen: number
  business_date: string
  taxes: { number: string; order_id: string; taxes: Net[]; items: Item[] } | null
}

/** Close every account whose day has come; part of the tick. One that fails is logged, stays due, and does not keep the others. */
export async function tick(db: Pool, now: string): Promise<number> {
  const due = await transaction(db, system, (tx) =>
    rows<{ profile_id: string }>(
      tx,
      sql`select profile_id from business.closing where due_at <= ${now} order by due_at limit 20`,
    ),
  )
  let done = 0
  for (const { profile_id } of due) {
    try {
      await transaction(db, system, (tx) => closeMonth(tx, system, profile_id, now))
      done++
    } catch (error) {
      console.error(`business: closing of ${profile_id}: ${describe(error)}`)
    }
  }
  return done
}

/** Bill one account's month if it is due by `now`: two who do it at once make one invoice, and nothing is billed twice. */
export async function closeMonth(tx: Tx, actor: Actor, account_id: string, now: string): Promise<string | undefined> {
  await lockAccount(tx, account_id)
  const due = await one<{ closes_on: string }>(
    tx,
    sql`select closes_on from business.closing where profile_id = ${account_id} and due_at <= ${now} for update`,
  )
  if (!due) return undefined
  const { closes_on } = due
  const of = await account(tx, account_id)
  await closeNext(tx, account_id, closingOn(addDays(closes_on, 1), of.closing_day))
  const entries = await rows<Entry>(
    tx,
    sql`select e.entry_id, e.kind, e.owed_yen, e.business_date, e.taxes from business.entry e
        where e.profile_id = ${account_id} and e.owed_yen <> 0 and e.business_date <= ${closes_on}
          and not exists (select from business.invoice_entry i where i.profile_id = e.profile_id and i.entry_id = e.entry_id)
        order by e.business_date, e.entered_at, e.entry_id`,
  )
  const before = await one<{ balance_yen: number; closes_on: string }>(
    tx,
    sql`select balance_yen, closes_on from business.invoice where profile_id = ${account_id} order by closes_on desc limit 1`,
  )
  // Nothing bought, nothing paid, nothing owed: no bill.
  if (entries.length === 0 && !before?.balance_yen) return undefined
  const invoice_id = hashId('business.invoice', account_id, closes_on)
  const billed = entries.filter(({ kind }) => kind !== 'paid')
  const taxes = taxesOf(billed)
  const total_yen = taxes.reduce((sum, { net_yen, tax_yen }) => sum + net_yen + tax_yen, 0)
  const rounding = total_yen - billed.reduce((sum, { owed_yen }) => sum + owed_yen, 0)
  const entry_ids = entries.map(({ entry_id }) => entry_id)
  if (rounding !== 0) {
    // Each slip rounded its own tax; the invoice rounds once. The ledger follows the invoice.
    const entry_id = hashId('business', 'rounding', invoice_id)
    entry_ids.push(entry_id)
    await run(
      tx,
      sql`select business.enter(${account_id}, ${entry_id}, 'rounding', 0, ${rounding}, ${invoice_id}, ${closes_on}, null, null, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
    )
  }
  const paid_yen = -entries.reduce((sum, { kind, owed_yen }) => sum + (kind === 'paid' ? owed_yen : 0), 0)
  const carried_yen = before?.balance_yen ?? 0
  const issuer = await issuerOn(tx, closes_on)
  const lines = billed.flatMap(({ kind, business_date, taxes }) =>
    taxes ? [{ kind, business_date, number: taxes.number, order_id: taxes.order_id, items: taxes.items }] : [],
  )
  const { company_name, department, registration_number, billing } = of
  const { counted } = await only<{ counted: number }>(tx, sql`select core.next_number('business.invoice') as counted`)
  const number = `S${closes_on.replaceAll('-', '')}-${String(counted).padStart(6, '0')}`
  await run(
    tx,
    sql`insert into business.invoice (profile_id, invoice_id, number, period_from, closes_on, due_on, carried_yen, paid_yen, taxes, total_yen, balance_yen,
          issuer, sealed, lines, issued_at)
        values (${account_id}, ${invoice_id}, ${number}, ${before ? addDays(before.closes_on, 1) : null}, ${closes_on},
          ${dueOn(closes_on, of.payment_months, of.payment_day)}, ${carried_yen}, ${paid_yen}, ${JSON.stringify(taxes)}::jsonb, ${total_yen},
          ${carried_yen - paid_yen + total_yen}, ${JSON.stringify(issuer)}::jsonb,
          ${await seal(tx, account_id, { company_name, department, registration_number, ...billing })}, ${JSON.stringify(lines)}::jsonb, ${clock.iso()})`,
  )
  await run(
    tx,
    sql`insert into business.invoice_number (number, invoice_id, profile_id) values (${number}, ${invoice_id}, ${account_id})`,
  )
  await run(
    tx,
    sql`insert into business.invoice_entry (profile_id, entry_id, invoice_id) select ${account_id}, e, ${invoice_id} from unnest(${entry_ids}::uuid[]) e`,
  )
  await applyCredits(tx, account_id)
  await emit(tx, {
    type: 'business.invoice_issued',
    profile_id: account_id,
    source: 'business',
    message_id: invoice_id,
    subject_kind: 'invoice',
    subject_id: invoice_id,
    actor,
    payload: { number, total_yen, balance_yen: carried_yen - paid_yen + total_yen, closes_on },
  })
  return invoice_id
}

// The issuer in force on the day (the setting documents share), at its head office.
async function issuerOn(tx: Tx, date: string): Promise<Issuer> {
  const all = await setting(tx, issuer)
  const known = all
    .filter(({ valid_from }) => valid_from <= date)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0]
  const office = (await places(tx)).find(({ kind, active }) => kind === 'office' && active)
  const address = [office?.prefecture, office?.city, office?.address].filter(Boolean).join('') || null
  const name = known?.name ?? office?.name ?? ''
  return { name, registration_number: known?.registration_number ?? null, address, phone: office?.phone ?? null }
}

/** Tax once per rate over everything billed (消費税法施行令70条の10): the rate's amounts without tax, summed, then rounded down. */
function taxesOf(billed: readonly Entry[]): InvoiceTax[] {
  const nets = billed.flatMap((entry) => entry.taxes?.taxes ?? [])
  const items = billed.flatMap((entry) => entry.taxes?.items ?? [])
  const taxes = byRate(nets).map((places) => {
    const { rate_num, rate_den } = nets[places[0] as number] as Net
    const net_yen = places.reduce((sum, place) => sum + (nets[place] as Net).net_yen, 0)
    // More came back than was bought: its tax goes back, rounded by the same rule.
    const tax_yen = Math.sign(net_yen) * portion(Math.abs(net_yen), rate_num, rate_den)
    const reduced = items.some((item) => item.reduced && item.rate_num * rate_den === rate_num * item.rate_den)
    return { rate_num, rate_den, net_yen, tax_yen, reduced }
  })
  return taxes.sort((a, b) => b.rate_num * a.rate_den - a.rate_num * b.rate_den)
}
