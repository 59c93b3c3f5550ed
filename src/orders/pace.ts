import { rows, sql, type Tx } from '#core/database'
import { clock } from '#core/time'

/** How many orders each channel placed in the last so many minutes; `tx` must see everyone's rows. */
export function placedLately(tx: Tx, minutes: number): Promise<{ channel: string; orders: number }[]> {
  const since = new Date(clock.ms() - minutes * 60_000).toISOString()
  return rows(
    tx,
    sql`select channel, count(*)::integer as orders from orders."order"
        where placed_at > ${since} and placed_at <= ${clock.iso()} and state not in ('paying', 'cancelled') group by channel order by channel`,
  )
}
