import { emit } from '#activity/activity'
import { priceList } from '#business/prices'
import type { Actor } from '#core/actor'
import { brokenConstraint, type Db, one, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { addDays, clock, instant, local } from '#core/time'
import { changedMeanwhile } from '#core/version'
import { customerOf, guest, seal, unseal } from '#customers/customers'
import { closingOn } from '#pricing/closing'

export type Billing = {
  attention: string | null
  postal_code: string
  prefecture: string
  city: string
  address: string
  building: string | null
  email: string | null
  phone: string | null
}
export type AccountInput = {
  external_id: string | null
  company_name: string
  department: string | null
  /** 登録番号: T and thirteen digits; a company that has none gets its invoices all the same. */
  registration_number: string | null
  closing_day: number
  payment_months: number
  payment_day: number
  credit_limit_yen: number
  price_list_id: string
  state: 'active' | 'suspended'
  billing: Billing
}
export type Account = AccountInput & {
  account_id: string
  owed_yen: number
  open_yen: number
  available_yen: number
  contacts: string[]
  opened_at: string
  version: number
}
type Row = Omit<Account, 'billing'> & { sealed: Buffer }

const columns = sql`a.profile_id as account_id, a.external_id, a.company_name, a.department, a.registration_number, a.closing_day, a.payment_months,
  a.payment_day, a.credit_limit_yen, a.price_list_id, a.state, a.sealed, a.owed_yen, a.open_yen,
  greatest(a.credit_limit_yen - a.owed_yen - a.open_yen, 0) as available_yen, a.opened_at, a.version,
  array(select c.contact_profile_id from business.contact c where c.profile_id = a.profile_id order by c.added_at, 1) as contacts`

/** When a closed day's bills are made: the morning after, once the last shop's business day is over. */
export const closed_at = '06:00'

/** One account; refuses 404 `business.no_account`. The caller audits. */
export async function account(tx: Tx, account_id: string): Promise<Account> {
  const row = await one<Row>(tx, sql`select ${columns} from business.account a where a.profile_id = ${account_id}`)
  return row ? shown(tx, row) : unknown()
}

export function unknown(): never {
  return refuse('business.no_account', 404, 'この取引先は見つかりません。', 'There is no such account.', {
    field: 'account_id',
  })
}

export async function accounts(tx: Tx, after: [string, string] | undefined, limit: number): Promise<Account[]> {
  const [name, account_id] = after ?? [null, null]
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from business.account a
        where ${name}::text is null or (a.company_name, a.profile_id) > (${name}, ${account_id}::uuid)
        order by a.company_name, a.profile_id limit ${limit}`,
  )
  return Promise.all(found.map((row) => shown(tx, row)))
}

async function shown(db: Db, { sealed, ...row }: Row): Promise<Account> {
  return { ...row, billing: await unseal<Billing>(db, row.account_id, sealed) }
}

/** Open an account, or write the one with this external_id; its month closes next on its closing day. */
export async function openAccount(tx: Tx, actor: Actor, input: AccountInput): Promise<Account> {
  const known = input.external_id
    ? await one<{ profile_id: string }>(
        tx,
        sql`select profile_id from business.account_external where external_id = ${input.external_id}`,
      )
    : undefined
  if (known) return changeAccount(tx, actor, known.profile_id, input)
  await priceList(tx, input.price_list_id)
  const { billing } = input
  const account_id = await guest(tx, {
    family_name: input.company_name,
    email: billing.email,
    phone: billing.phone,
    prefecture: billing.prefecture,
    city: billing.city,
    route: 'business',
  })
  if (input.external_id)
    await run(
      tx,
      sql`insert into business.account_external (external_id, profile_id) values (${input.external_id}, ${account_id})`,
    ).catch((error: unknown) => {
      if (brokenConstraint(error) !== 'account_external_pkey') throw error
      return refuse('business.external_known', 409, 'この外部IDは使われています。', 'This external_id is taken.', {
        field: 'external_id',
      })
    })
  await run(
    tx,
    sql`insert into business.account (profile_id, external_id, company_name, department, registration_number, closing_day, payment_months, payment_day,
          credit_limit_yen, price_list_id, state, sealed, opened_at)
        values (${account_id}, ${input.external_id}, ${input.company_name}, ${input.department}, ${input.registration_number}, ${input.closing_day},
          ${input.payment_months}, ${input.payment_day}, ${input.credit_limit_yen}, ${input.price_list_id}, ${input.state},
          ${await seal(tx, account_id, billing)}, ${clock.iso()})`,
  )
  await closeNext(tx, account_id, closingOn(local(clock.now(), 'Asia/Tokyo').date, input.closing_day))
  await tell(tx, actor, 'business.account_opened', account_id, input.state, 1)
  return account(tx, account_id)
}

/** Write an account's terms; a new closing day counts from the month that is open. */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  account_id: string,
  input: AccountInput,
  seen?: number,
): Promise<Account> {
  await priceList(tx, input.price_list_id)
  const before = await one<{ closing_day: number; version: number }>(
    tx,
    sql`select closing_day, version from business.account where profile_id = ${account_id} for update`,
  )
  if (!before) return unknown()
  if (seen !== undefined && seen !== before.version) return changedMeanwhile()
  await run(
    tx,
    sql`update business.account set company_name = ${input.company_name}, department = ${input.department},
          registration_number = ${input.registration_number}, closing_day = ${input.closing_day}, payment_months = ${input.payment_months},
          payment_day = ${input.payment_day}, credit_limit_yen = ${input.credit_limit_yen}, price_list_id = ${input.price_list_id}, state = ${input.state},
          sealed = ${await seal(tx, account_id, input.billing)}, version = version + 1
        where profile_id = ${account_id}`,
  )
  if (input.closing_day !== before.closing_day) {
    const last = await one<{ closes_on: string }>(
      tx,
      sql`select max(closes_on) as closes_on from business.invoice where profile_id = ${account_id} having max(closes_on) is not null`,
    )
    const today = local(clock.now(), 'Asia/Tokyo').date
    const from = last && last.closes_on >= today ? addDays(last.closes_on, 1) : today
    await closeNext(tx, account_id, closingOn(from, input.closing_day))
  }
  await tell(tx, actor, 'business.account_changed', account_id, input.state, before.version + 1)
  return account(tx, account_id)
}

/** Say when the open month is closed. */
export async function closeNext(tx: Tx, account_id: string, closes_on: string): Promise<void> {
  const due_at = instant(addDays(closes_on, 1), closed_at).toISOString()
  await run(
    tx,
    sql`insert into business.closing (profile_id, closes_on, due_at) values (${account_id}, ${closes_on}, ${due_at})
        on conflict (profile_id) do update set closes_on = excluded.closes_on, due_at = excluded.due_at`,
  )
}

/** Say who may order for an account: exactly these people. */
export async function setContacts(
  tx: Tx,
  actor: Actor,
  account_id: string,
  contacts: readonly string[],
): Promise<Account> {
  const before = await account(tx, account_id)
  for (const profile_id of contacts) await customerOf(tx, profile_id)
  await run(
    tx,
    sql`delete from business.contact where profile_id = ${account_id} and contact_profile_id <> all (${contacts}::uuid[])`,
  )
  await run(
    tx,
    sql`insert into business.contact (profile_id, contact_profile_id, added_at)
        select ${account_id}, c, ${clock.iso()} from unnest(${contacts}::uuid[]) c on conflict do nothing`,
  )
  await run(tx, sql`update business.account set version = version + 1 where profile_id = ${account_id}`)
  await tell(tx, actor, 'business.account_changed', account_id, before.state, before.version + 1)
  return account(tx, account_id)
}

function tell(tx: Tx, actor: Actor, type: string, account_id: string, state: string, version: number): Promise<string> {
  return emit(tx, {
    type,
    profile_id: account_id,
    source: 'business',
    message_id: `${type}:${account_id}:${version}`,
    subject_kind: 'account',
    subject_id: account_id,
    version,
    actor,
    payload: { state },
  })
}
