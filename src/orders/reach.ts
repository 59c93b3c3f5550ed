import { one, sql, type Tx } from '#core/database'
import { unseal } from '#customers/customers'

/** Where an order goes and how its guest is reached, as she said when she ordered. */
export type Reach = {
  ship?: { email?: string; [field: string]: unknown }
  contact?: { email: string; family_name?: string; given_name?: string; phone?: string }
}

/** Open what a buyer said at checkout about reaching her; undefined when she said nothing. For deliveries and notices only. */
export async function reachOf(tx: Tx, profile_id: string, order_id: string): Promise<Reach | undefined> {
  const row = await one<{ sealed: Buffer | null }>(
    tx,
    sql`select sealed from orders."order" where profile_id = ${profile_id} and order_id = ${order_id}`,
  )
  return row?.sealed ? ((await unseal(tx, profile_id, row.sealed)) as Reach) : undefined
}
