-- What the rungs of the maturity ladder are measured by, over the orders of a period. Only sums leave: nobody is named. Security
-- definer: who may call the route may know these sums, not the rows behind them.
create or replace function desk.maturity(
  p_from timestamptz, p_at timestamptz,
  out channels integer, out orders bigint, out second_channel_orders bigint, out known_orders bigint, out across_orders bigint,
  out buyers bigint, out two_channel_buyers bigint, out point_users bigint, out point_users_across bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with sold as materialized (
    select o.channel, o.way, o.points_used, o.points_earned, o.placed_at, f.customer_id
      from orders.history o left join customers.facts f on f.profile_id = o.profile_id
      where o.placed_at > p_from and o.placed_at <= p_at and o.state in ('placed', 'ready', 'done')),
  by_channel as (select s.channel, count(*) as orders from sold s group by 1),
  -- Merged records are one buyer: what counts is the customer, not the profile an order was written under.
  by_buyer as (
    select s.customer_id, count(distinct s.channel) as channels, bool_or(s.points_used > 0) as spent,
        bool_or(s.points_used > 0 and exists (
          select from sold e where e.customer_id = s.customer_id and e.channel <> s.channel and e.points_earned > 0 and e.placed_at < s.placed_at)) as across
      from sold s where s.customer_id is not null group by 1)
  select
    (select count(*)::integer from by_channel), (select count(*) from sold),
    coalesce((select c.orders from by_channel c order by c.orders desc, c.channel offset 1 limit 1), 0),
    (select count(*) from sold s where s.customer_id is not null),
    -- Bought in one place and received in another: collected, ordered ahead, or sent from where the shop had none.
    (select count(*) from sold s where s.way in ('collect', 'order_ahead') or (s.channel = 'till' and s.way = 'ship')),
    (select count(*) from by_buyer), (select count(*) from by_buyer b where b.channels >= 2),
    (select count(*) from by_buyer b where b.spent), (select count(*) from by_buyer b where b.across)
$$;
