import type { Check } from '#core/check'

/** What loyalty makes of orders, recomputed from the orders themselves. */
export const loyaltyChecks: Check[] = [
  {
    // While everyone is looked at by new rules, while a purchase waits for its reaction, and where history was brought in, the next look will tell.
    name: 'orders: what counts for a tier is what was kept of the orders of its period',
    sql: `with people as (
        select s.*, me.customer_id from loyalty.standing s join customers.facts me on me.profile_id = s.profile_id
          where s.by <> 'credit' and s.until <> '9999-12-31' and exists (select from core.setting m where m.key = 'loyalty.tiers_ranked'
            and m.value->>'rules' = s.rules and m.value->>'after' is null)
      ), kept as (
        select f.customer_id, o.imported, ((o.placed_at at time zone w.time_zone) - w.cutover::interval)::date as day,
            o.total_yen - coalesce((select sum(r.total_yen) from orders.return_slip r where r.profile_id = o.profile_id and r.order_id = o.order_id), 0) as yen
          from orders."order" o join customers.facts f on f.profile_id = o.profile_id
          left join orders.promise p on p.profile_id = o.profile_id and p.order_id = o.order_id
          join stores.place_card w on w.place_id = coalesce(p.sold_place_id, o.place_id)
          where o.state = 'done' and (o.points_earned > 0 or o.points_used > 0)
      )
      select s.profile_id as id, s.counted, k.total from people s cross join lateral (
        select coalesce(sum(case s.by when 'yen' then k.yen else (k.yen > 0)::int end), 0) as total, coalesce(bool_or(k.imported), false) as imported
          from kept k where k.customer_id = s.customer_id and k.day between s.period_from and s.period_to) k
      where s.counted <> k.total and not k.imported and not exists (select from activity.pending w join customers.facts f on f.profile_id = w.profile_id
        where f.customer_id = s.customer_id and w.reaction = 'bonuses')`,
    corrupt: `update loyalty.standing set counted = counted + 1 where profile_id = (select profile_id from loyalty.standing where by <> 'credit' limit 1)`,
  },
]
