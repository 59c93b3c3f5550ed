/** A business day of the house in sums: what was sold until a moment, however many orders that were. */
import { type Db, only, rows, sql } from '#core/database'
import { addDays } from '#core/time'

export type DaySums = {
  sales_yen: number
  orders: number
  carried: number
  collected: number
  /** Sold by then, in quarters of an hour that had a sale. */
  curve: { at: string; yen: number }[]
}

/** Sums of the orders that stand, of these places (of all when none are named), placed on a business day until a moment. */
export async function daySums(
  db: Db,
  place_ids: readonly string[] | undefined,
  business_date: string,
  until: string,
): Promise<DaySums> {
  const mine = place_ids ?? null
  // A business day lies within a day of its date, wherever the shop is: so the index of placing finds it.
  const [from, to] = [addDays(business_date, -1), addDays(business_date, 3)]
  const standing = sql`from orders."order" o where o.placed_at >= ${from}::date and o.placed_at < ${to}::date and o.placed_at <= ${until}
    and o.business_date = ${business_date}::date and o.state not in ('cancelled', 'paying')
    and (${mine}::uuid[] is null or o.place_id = any (${mine}::uuid[]) or exists (select from orders.promise s
      where s.profile_id = o.profile_id and s.order_id = o.order_id and s.sold_place_id = any (${mine}::uuid[])))`
  const sums = await only<Omit<DaySums, 'curve'>>(
    db,
    sql`select coalesce(sum(o.total_yen), 0)::bigint as sales_yen, count(*)::integer as orders,
        (count(*) filter (where o.way = 'carry'))::integer as carried, (count(*) filter (where o.way = 'collect'))::integer as collected ${standing}`,
  )
  const curve = await rows<DaySums['curve'][number]>(
    db,
    sql`select date_bin('15 minutes', o.placed_at, timestamptz '2000-01-01') + interval '15 minutes' as at,
        (sum(sum(o.total_yen)) over (order by date_bin('15 minutes', o.placed_at, timestamptz '2000-01-01')))::bigint as yen
        ${standing} group by date_bin('15 minutes', o.placed_at, timestamptz '2000-01-01') order by 1`,
  )
  return { ...sums, curve }
}

/** Where orders to collect wait past their promised time, whenever they were placed. */
export function lateAt(
  db: Db,
  place_ids: readonly string[] | undefined,
  at: string,
): Promise<{ place_id: string; orders: number }[]> {
  const mine = place_ids ?? null
  return rows(
    db,
    sql`select o.place_id, count(*)::integer as orders from orders."order" o
          join orders.promise m on m.profile_id = o.profile_id and m.order_id = o.order_id
        where o.state = 'placed' and o.way = 'collect' and m.ready_from <= ${at} and (${mine}::uuid[] is null or o.place_id = any (${mine}::uuid[]))
        group by 1 order by 2 desc, 1`,
  )
}
