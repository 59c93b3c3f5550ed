/** 消込: which money paid which invoice. */
import { emit } from '#activity/activity'
import { unknown } from '#business/accounts'
import { lockAccount } from '#business/ledger'
import type { Actor } from '#core/actor'
import { one, only, rows, run, sql, type Tx } from '#core/database'
import { hashId, id } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type PaymentInput = {
  amount_yen: number
  received_on: string
  /** The bank's own id of the transfer; the same again is the same payment. */
  reference?: string
  matches?: readonly { invoice_id: string; amount_yen: number }[]
}
export type Payment = {
  payment_id: string
  amount_yen: number
  received_on: string
  reference: string | null
  unmatched_yen: number
}
type Open = { invoice_id: string; open_yen: number }
type Credit = { credit_id: string; left_yen: number }

/** Money came from a company: its debt shrinks, invoices named are paid, then the oldest; what is left over waits for the next bill. */
export async function receivePayment(tx: Tx, actor: Actor, account_id: string, input: PaymentInput): Promise<Payment> {
  if (!(await one(tx, sql`select from business.account where profile_id = ${account_id}`))) unknown()
  await lockAccount(tx, account_id)
  const entry_id = input.reference ? hashId('business.payment', account_id, input.reference) : id()
  const { first } = await only<{ first: boolean }>(
    tx,
    sql`select business.enter(${account_id}, ${entry_id}, 'paid', 0, ${-input.amount_yen}, ${entry_id}, ${input.received_on}, null, ${input.reference ?? null},
          ${clock.iso()}, ${actor.kind}, ${actor.id}) as first`,
  )
  if (first) {
    const open = new Map((await openInvoices(tx, account_id)).map((invoice) => [invoice.invoice_id, invoice.open_yen]))
    let left = input.amount_yen
    for (const [at, { invoice_id, amount_yen }] of (input.matches ?? []).entries()) {
      const may = Math.min(open.get(invoice_id) ?? 0, left)
      if (amount_yen > may)
        refuse(
          'business.match_too_much',
          422,
          '消込額が請求残高または入金額を超えています。',
          'More is matched than is open, or than came.',
          {
            field: `matches.${at}.amount_yen`,
            open_yen: open.get(invoice_id) ?? 0,
          },
        )
      left -= amount_yen
      open.set(invoice_id, (open.get(invoice_id) ?? 0) - amount_yen)
      await match(tx, account_id, entry_id, invoice_id, amount_yen)
    }
    await applyCredits(tx, account_id)
    await emit(tx, {
      type: 'business.payment_received',
      profile_id: account_id,
      source: 'business',
      message_id: entry_id,
      subject_kind: 'payment',
      subject_id: entry_id,
      actor,
      payload: { total_yen: input.amount_yen },
    })
  }
  return payment(tx, account_id, entry_id)
}

async function payment(tx: Tx, account_id: string, entry_id: string): Promise<Payment> {
  return only<Payment>(
    tx,
    sql`select e.entry_id as payment_id, -e.owed_yen as amount_yen, e.business_date as received_on, e.note as reference,
          (-e.owed_yen - coalesce((select sum(m.amount_yen) from business.match m where m.profile_id = e.profile_id and m.credit_id = e.entry_id), 0))::bigint as unmatched_yen
        from business.entry e where e.profile_id = ${account_id} and e.entry_id = ${entry_id}`,
  )
}

/** Let what is left of payments (and of invoices below zero) pay the invoices still open, oldest with oldest. */
export async function applyCredits(tx: Tx, account_id: string): Promise<void> {
  const open = await openInvoices(tx, account_id)
  for (const credit of await credits(tx, account_id)) {
    for (const invoice of open) {
      const amount = Math.min(credit.left_yen, invoice.open_yen)
      if (amount <= 0) continue
      credit.left_yen -= amount
      invoice.open_yen -= amount
      await match(tx, account_id, credit.credit_id, invoice.invoice_id, amount)
    }
  }
}

/** What of each invoice is not paid yet, oldest due first. */
export function openInvoices(tx: Tx, account_id: string): Promise<Open[]> {
  return rows<Open>(
    tx,
    sql`select i.invoice_id, (i.total_yen - coalesce(sum(m.amount_yen), 0))::bigint as open_yen from business.invoice i
          left join business.match m on m.profile_id = i.profile_id and m.invoice_id = i.invoice_id
        where i.profile_id = ${account_id} group by i.profile_id, i.invoice_id having i.total_yen > coalesce(sum(m.amount_yen), 0)
        order by i.due_on, i.closes_on`,
  )
}

function credits(tx: Tx, account_id: string): Promise<Credit[]> {
  return rows<Credit>(
    tx,
    sql`select c.credit_id, (c.amount_yen - coalesce((select sum(m.amount_yen) from business.match m
          where m.profile_id = ${account_id} and m.credit_id = c.credit_id), 0))::bigint as left_yen
        from (select entry_id as credit_id, -owed_yen as amount_yen, business_date as on_day from business.entry where profile_id = ${account_id} and kind = 'paid'
              union all select invoice_id, -total_yen, closes_on from business.invoice where profile_id = ${account_id} and total_yen < 0) c
        order by c.on_day, c.credit_id`,
  )
}

async function match(
  tx: Tx,
  account_id: string,
  credit_id: string,
  invoice_id: string,
  amount_yen: number,
): Promise<void> {
  await run(
    tx,
    sql`insert into business.match (profile_id, match_id, credit_id, invoice_id, amount_yen, matched_at)
        values (${account_id}, ${id()}, ${credit_id}, ${invoice_id}, ${amount_yen}, ${clock.iso()})`,
  )
}
