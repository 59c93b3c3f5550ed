import { type Db, rows, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { openAll, type Person } from './person.ts'
import { customerOf, profilesOf } from './profiles.ts'

export type Customer = Person & { profile_ids: string[] }
export type Merge = {
  merge_id: string
  from_customer_id: string
  to_customer_id: string
  reason: string
  profile_ids: string[]
  merged_at: string
  undone_at: string | null
}

const rank = { member: 0, guest: 1, visitor: 2 }

/** A customer by any of her profiles: the eldest member profile speaks for her. Refuses unknown (404), erased (410). */
export async function customer(tx: Tx, profile_id: string): Promise<Customer> {
  const customer_id = await customerOf(tx, profile_id)
  const profile_ids = await profilesOf(tx, customer_id)
  const people = await openAll(tx, profile_ids)
  const speaker = people.sort(
    (a, b) => rank[a.kind] - rank[b.kind] || a.registered_at.localeCompare(b.registered_at),
  )[0]
  if (!speaker)
    return refuse('customers.erased', 410, 'このお客さまの情報は消去されました。', 'This customer was erased.')
  return { ...speaker, profile_ids }
}

/** Merges that made this customer, newest first, undone ones among them. */
export function mergesOf(db: Db, profile_ids: readonly string[]): Promise<Merge[]> {
  return rows<Merge>(
    db,
    sql`select merge_id, from_customer_id, to_customer_id, reason, array_agg(profile_id order by profile_id) as profile_ids, merged_at, undone_at
        from customers.merge where merge_id in (
          select merge_id from customers.merge where profile_id = any(${profile_ids}::uuid[]) or to_customer_id = any(${profile_ids}::uuid[]))
        group by merge_id, from_customer_id, to_customer_id, reason, merged_at, undone_at order by merged_at desc, merge_id`,
  )
}
