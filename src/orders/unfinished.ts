import { type Db, only, sql } from '#core/database'
import { unclaimed } from '#gifts/gifts'

/** How many orders, holds and gifts of these profiles still await something: goods, money or a hand-over. */
export async function unfinished(db: Db, profile_ids: readonly string[]): Promise<number> {
  const found = await only<{ waiting: number }>(
    db,
    sql`select ((select count(*) from orders."order" where profile_id = any (${profile_ids}::uuid[]) and state in ('paying', 'placed', 'ready'))
             + (select count(*) from orders.hold where profile_id = any (${profile_ids}::uuid[]) and state = 'held'))::integer as waiting`,
  )
  return found.waiting + (await unclaimed(db, profile_ids))
}
