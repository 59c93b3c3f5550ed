-- What these profiles of one customer did in a window: purchases kept, yen, days in a shop, days with the app, reviews, recommendations.
create or replace function loyalty.deeds(p_profiles uuid[], p_since timestamptz, p_until timestamptz)
returns table (purchases bigint, spend bigint, visits bigint, app bigint, reviews bigint, referrals bigint, last_day date)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with bought as (
      select count(*) filter (where p.kept_yen > 0) as purchases, coalesce(sum(p.kept_yen), 0)::bigint as spend,
          max(p.business_date) filter (where p.kept_yen > 0) as last_day
        from loyalty.purchase p where p.profile_id = any (p_profiles) and p.bought_at >= p_since and p.bought_at <= p_until
    ), done as (
      select count(distinct (t.occurred_at at time zone 'Asia/Tokyo')::date) filter (where t.type in ('Store Visited', 'order.handed_over')
            or (t.type = 'order.placed' and t.payload->>'way' = 'carry')) as visits,
          count(distinct (t.occurred_at at time zone 'Asia/Tokyo')::date) filter (where t.type in ('App Opened', 'Application Opened')) as app,
          count(*) filter (where t.type = 'Product Reviewed') as reviews,
          count(*) filter (where t.type in ('Product Shared', 'Cart Shared')) as referrals
        from activity.timeline t where t.profile_id = any (p_profiles) and t.occurred_at >= p_since and t.occurred_at <= p_until
          and t.type in ('Store Visited', 'order.handed_over', 'order.placed', 'App Opened', 'Application Opened', 'Product Reviewed', 'Product Shared', 'Cart Shared')
    )
    select b.purchases, b.spend, d.visits, d.app, d.reviews, d.referrals, b.last_day from bought b, done d;
end $$;

create or replace function loyalty.fan_due(p_at timestamptz, p_limit integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.profile_id from loyalty.fan f where f.recount_at <= p_at order by f.recount_at, f.profile_id limit p_limit
$$;

-- Published for desk and segments: the tier each profile's customer stands in, and her fan level with what brought it.
create or replace view loyalty.ranked with (security_invoker = true) as
  select profile_id, s.tier_key, s.since, s.until, f.level, f.score, f.parts, f.before, f.counted_at
  from loyalty.standing s full join loyalty.fan f using (profile_id);
