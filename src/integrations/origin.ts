/** Names what an import brought, in the transaction that brings it: what is not named here is never taken back. */
import { run, sql, type Tx } from '#core/database'

export type Brought = { profile_id: string; subject_id: string }

/** About people: an order, an opening balance, a member. */
export async function brought(
  tx: Tx,
  import_id: string,
  kind: 'order' | 'opening' | 'customer',
  list: readonly Brought[],
): Promise<void> {
  if (list.length === 0) return
  await run(
    tx,
    sql`insert into integrations.import_person (profile_id, import_id, kind, subject_id)
        select b.profile_id, ${import_id}, ${kind}, b.subject_id
        from unnest(${list.map(({ profile_id }) => profile_id)}::uuid[], ${list.map(({ subject_id }) => subject_id)}::uuid[]) as b(profile_id, subject_id)
        on conflict do nothing`,
  )
}

/** About goods: a new product, a price, a shelf's count. */
export async function broughtThings(
  tx: Tx,
  import_id: string,
  kind: 'product' | 'price' | 'count',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await run(
    tx,
    sql`insert into integrations.import_thing (import_id, kind, subject_id)
        select ${import_id}, ${kind}, t from unnest(${ids}::uuid[]) t on conflict do nothing`,
  )
}
