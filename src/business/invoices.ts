import type { Billing } from '#business/accounts'
import type { BilledOrder, InvoiceTax, Issuer } from '#business/closing'
import type { Actor } from '#core/actor'
import { one, only, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock, local } from '#core/time'
import { unseal } from '#customers/customers'

export type Recipient = Billing & {
  company_name: string
  department: string | null
  registration_number: string | null
}
export type Invoice = {
  invoice_id: string
  account_id: string
  number: string
  period_from: string | null
  closes_on: string
  due_on: string
  carried_yen: number
  paid_yen: number
  taxes: InvoiceTax[]
  net_yen: number
  tax_yen: number
  total_yen: number
  balance_yen: number
  open_yen: number
  issuer: Issuer
  recipient: Recipient
  orders: BilledOrder[]
  copies: number
  issued_at: string
}
export type Due = Pick<
  Invoice,
  'invoice_id' | 'account_id' | 'number' | 'closes_on' | 'due_on' | 'total_yen' | 'open_yen'
> & {
  company_name: string
  overdue_days: number
}
type Row = Omit<Invoice, 'recipient' | 'net_yen' | 'tax_yen'> & { sealed: Buffer }

/** An invoice's document as data; refuses 404 `business.no_invoice`. */
export async function invoice(tx: Tx, invoice_id: string): Promise<Invoice> {
  const row = await one<Row>(
    tx,
    sql`select i.invoice_id, i.profile_id as account_id, i.number, i.period_from, i.closes_on, i.due_on, i.carried_yen, i.paid_yen, i.taxes, i.total_yen,
          i.balance_yen, i.issuer, i.sealed, i.lines as orders, i.issued_at,
          (greatest(i.total_yen, 0) - coalesce((select sum(m.amount_yen) from business.match m where m.profile_id = i.profile_id and m.invoice_id = i.invoice_id), 0))::bigint as open_yen,
          (select count(*) from business.invoice_copy c where c.profile_id = i.profile_id and c.invoice_id = i.invoice_id) as copies
        from business.invoice_number n join business.invoice i on i.profile_id = n.profile_id and i.invoice_id = n.invoice_id
        where n.invoice_id = ${invoice_id}`,
  )
  if (!row)
    return refuse('business.no_invoice', 404, 'この請求書は見つかりません。', 'There is no such invoice.', {
      field: 'invoice_id',
    })
  const { sealed, ...rest } = row
  const net_yen = row.taxes.reduce((sum, tax) => sum + tax.net_yen, 0)
  const recipient = await unseal<Recipient>(tx, row.account_id, sealed)
  return { ...rest, net_yen, tax_yen: row.total_yen - net_yen, recipient }
}

/** Note that a copy (再発行) was given out; returns which one it is. */
export async function copyOf(tx: Tx, actor: Actor, { account_id, invoice_id }: Invoice): Promise<number> {
  const { copy_number } = await only<{ copy_number: number }>(
    tx,
    sql`select (coalesce(max(copy_number), 0) + 1)::integer as copy_number from business.invoice_copy
        where profile_id = ${account_id} and invoice_id = ${invoice_id}`,
  )
  await run(
    tx,
    sql`insert into business.invoice_copy (profile_id, invoice_id, copy_number, issued_at, actor_kind, actor_id)
        values (${account_id}, ${invoice_id}, ${copy_number}, ${clock.iso()}, ${actor.kind}, ${actor.id})`,
  )
  return copy_number
}

export type Wanted = { account_id?: string; open?: boolean; overdue?: boolean; after?: [string, string]; limit: number }

/** Invoices, the longest due first. */
export async function invoices(tx: Tx, want: Wanted): Promise<Due[]> {
  const { account_id = null, open = false, overdue = false, after = [null, null], limit } = want
  const today = local(clock.now(), 'Asia/Tokyo').date
  return rows<Due>(
    tx,
    sql`select i.invoice_id, i.profile_id as account_id, a.company_name, i.number, i.closes_on, i.due_on, i.total_yen,
          (greatest(i.total_yen, 0) - m.matched)::bigint as open_yen, greatest(${today}::date - i.due_on, 0) as overdue_days
        from business.invoice i join business.account a on a.profile_id = i.profile_id
          cross join lateral (select coalesce(sum(x.amount_yen), 0) as matched from business.match x
            where x.profile_id = i.profile_id and x.invoice_id = i.invoice_id) m
        where (${account_id}::uuid is null or i.profile_id = ${account_id})
          and (not (${open}::boolean or ${overdue}::boolean) or i.total_yen > m.matched)
          and (not ${overdue}::boolean or i.due_on < ${today})
          and (${after[0]}::date is null or (i.due_on, i.invoice_id) > (${after[0]}::date, ${after[1]}::uuid))
        order by i.due_on, i.invoice_id limit ${limit}`,
  )
}

export type Ageing = {
  account_id: string
  company_name: string
  owed_yen: number
  unbilled_yen: number
  unapplied_yen: number
  current_yen: number
  days_30_yen: number
  days_60_yen: number
  days_90_yen: number
  older_yen: number
}

/** 年齢表: what each company owes by how long it has been due. The columns of a row sum to what it owes. */
export async function ageing(tx: Tx, account_id?: string): Promise<Ageing[]> {
  const today = local(clock.now(), 'Asia/Tokyo').date
  return rows<Ageing>(
    tx,
    sql`with open as (
          select i.profile_id, ${today}::date - i.due_on as late, i.total_yen - coalesce((select sum(m.amount_yen) from business.match m
            where m.profile_id = i.profile_id and m.invoice_id = i.invoice_id), 0) as yen
          from business.invoice i where i.total_yen > 0),
        credit as (
          select c.profile_id, sum(c.yen) - coalesce((select sum(m.amount_yen) from business.match m where m.profile_id = c.profile_id), 0) as yen from (
            select profile_id, -owed_yen as yen from business.entry where kind = 'paid'
            union all select profile_id, -total_yen from business.invoice where total_yen < 0) c group by c.profile_id),
        unbilled as (
          select e.profile_id, sum(e.owed_yen) as yen from business.entry e where e.kind <> 'paid'
            and not exists (select from business.invoice_entry x where x.profile_id = e.profile_id and x.entry_id = e.entry_id) group by 1)
        select a.profile_id as account_id, a.company_name, a.owed_yen,
          coalesce((select yen from unbilled u where u.profile_id = a.profile_id), 0)::bigint as unbilled_yen,
          -coalesce((select yen from credit c where c.profile_id = a.profile_id), 0)::bigint as unapplied_yen,
          coalesce(sum(o.yen) filter (where o.late <= 0), 0)::bigint as current_yen,
          coalesce(sum(o.yen) filter (where o.late between 1 and 30), 0)::bigint as days_30_yen,
          coalesce(sum(o.yen) filter (where o.late between 31 and 60), 0)::bigint as days_60_yen,
          coalesce(sum(o.yen) filter (where o.late between 61 and 90), 0)::bigint as days_90_yen,
          coalesce(sum(o.yen) filter (where o.late > 90), 0)::bigint as older_yen
        from business.account a left join open o on o.profile_id = a.profile_id
        where ${account_id ?? null}::uuid is null or a.profile_id = ${account_id ?? null}
        group by a.profile_id order by a.company_name, a.profile_id`,
  )
}
