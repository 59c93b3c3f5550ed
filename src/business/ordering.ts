import { pricesIn } from '#business/prices'
import { type Actor, system } from '#core/actor'
import { type Db, one, type Pool, sql, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { profilesOf } from '#customers/customers'
import { wholesaleAt } from '#pricing/wholesale'

/** An account that someone orders for, as of now: its list, and the profile the order is written under. */
export type Ordering = {
  account_id: string
  price_list_id: string
  list_version: number
  buyer_profile_id: string
}
type Row = { price_list_id: string; list_version: number; state: string; contacts: string[] }

/** Who may order for an account: its contacts for themselves, staff and machines for a named contact or for the company itself. */
export async function orderingFor(
  db: Pool,
  actor: Actor,
  account_id: string,
  profile_id: string | undefined,
): Promise<Ordering> {
  const own = actor.kind === 'member'
  // A contact's own transaction sees her own rows only; that she is one is decided here.
  const found = await transaction(db, system, (tx) =>
    one<Row>(
      tx,
      sql`select a.price_list_id, l.version as list_version, a.state,
            array(select c.contact_profile_id from business.contact c where c.profile_id = a.profile_id) as contacts
          from business.account a join business.price_list l using (price_list_id) where a.profile_id = ${account_id}`,
    ),
  )
  if (actor.kind === 'visitor' || (own && !found?.contacts.some((contact) => actor.profile_ids?.includes(contact))))
    return refuse(
      'business.not_contact',
      403,
      'この取引先のご担当者ではありません。',
      'You do not order for this account.',
      {
        field: 'account_id',
      },
    )
  if (!found)
    return refuse('business.no_account', 404, 'この取引先は見つかりません。', 'There is no such account.', {
      field: 'account_id',
    })
  if (found.state !== 'active')
    refuse('business.suspended', 409, 'この取引先のお取引は停止中です。', 'This account is suspended.', {
      field: 'account_id',
    })
  const { price_list_id, list_version, contacts } = found
  const buyer_profile_id = own ? (actor.profile_id as string) : (profile_id ?? account_id)
  if (!own && profile_id && !(await profilesOf(db, profile_id)).some((one_of) => contacts.includes(one_of)))
    refuse(
      'business.buyer_not_contact',
      422,
      'この取引先のご担当者ではありません。',
      'She does not order for this account.',
      {
        field: 'profile_id',
      },
    )
  return { account_id, price_list_id, list_version, buyer_profile_id }
}

/** Prices without tax for what is ordered, by quantity; refuses what is not listed, too few, or not in whole lots, naming the line. */
export async function wholesale(
  db: Db,
  { price_list_id }: Ordering,
  lines: readonly { variant_id: string; quantity: number }[],
  at: string,
): Promise<number[]> {
  const rows = await pricesIn(db, price_list_id, [...new Set(lines.map(({ variant_id }) => variant_id))])
  return lines.map(({ variant_id }, index) => {
    const quantity = lines.reduce((sum, line) => sum + (line.variant_id === variant_id ? line.quantity : 0), 0)
    const found = wholesaleAt(
      rows.filter((row) => row.variant_id === variant_id),
      quantity,
      at,
    )
    if ('row' in found) return found.row.yen
    const field = `lines.${index}`
    if (found.refused === 'minimum')
      return refuse(
        'business.minimum',
        422,
        `この商品は${found.quantity}点からご注文いただけます。`,
        `At least ${found.quantity} pieces of this item can be ordered.`,
        { field: `${field}.quantity`, minimum: found.quantity },
      )
    if (found.refused === 'lot')
      return refuse(
        'business.lot',
        422,
        `この商品は${found.quantity}点単位でご注文ください。`,
        `This item comes in lots of ${found.quantity}.`,
        { field: `${field}.quantity`, lot: found.quantity },
      )
    return refuse(
      'business.not_listed',
      422,
      'この商品は契約価格がありません。',
      'This item is not on the price list.',
      {
        field,
      },
    )
  })
}

/** Refuses (403) a member who orders for no such account: its papers are for its contacts. */
export async function contactOf(db: Pool, actor: Actor, account_id: string | undefined): Promise<void> {
  const own = await transaction(db, system, (tx) =>
    one(
      tx,
      sql`select from business.contact where profile_id = ${account_id ?? null} and contact_profile_id = any (${actor.profile_ids ?? []}::uuid[])`,
    ),
  )
  if (own) return
  refuse('business.not_contact', 403, 'この取引先のご担当者ではありません。', 'You do not order for this account.', {
    field: 'account_id',
  })
}
