-- Purchases as tiers and levels count them: goods that are hers by now, what she kept of each, on the day on which she bought. One that
-- neither earned nor used a point is no member's. It tells of orders only what the timeline does.
create or replace view loyalty.purchase with (security_invoker = true) as
  select p.profile_id, p.order_id, p.place_id, p.bought_at, p.kept_yen,
      ((p.bought_at at time zone coalesce(s.time_zone, 'Asia/Tokyo')) - coalesce(s.cutover, time '00:00')::interval)::date as business_date
  from (select t.profile_id, t.subject_id as order_id,
          (array_agg(t.place_id) filter (where t.type = 'order.placed'))[1] as place_id,
          min(t.occurred_at) filter (where t.type = 'order.placed') as bought_at,
          coalesce(sum((t.payload->>'total_yen')::bigint * case t.type when 'order.placed' then 1 else -1 end)
            filter (where t.type in ('order.placed', 'order.returned')), 0)::bigint as kept_yen
        from activity.timeline t
        where t.type in ('order.placed', 'order.handed_over', 'order.shipped', 'order.cancelled', 'order.returned')
        group by t.profile_id, t.subject_id
        having bool_or(t.type = 'order.placed' and ((t.payload->>'points_earned')::bigint > 0 or (t.payload->>'points_used')::bigint > 0))
          and bool_or(t.type in ('order.handed_over', 'order.shipped') or (t.type = 'order.placed' and t.payload->>'way' in ('carry', 'gift')))
          and not bool_or(t.type = 'order.cancelled')) p
    left join stores.place_card s on s.place_id = p.place_id;

-- What each of these people counts in the periods between four days, newest first: yen kept, purchases of which anything was kept, or credit.
create or replace function loyalty.counted(p_profiles uuid[], p_by text, p_to date, p_now date, p_before date, p_earlier date)
returns table (profile_id uuid, now bigint, before bigint, earlier bigint)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
  return query
    with facts as (
      select p.profile_id, p.business_date as day, case p_by when 'yen' then p.kept_yen when 'purchases' then (p.kept_yen > 0)::int else 0 end::bigint as amount
        from loyalty.purchase p where p.profile_id = any (p_profiles) and p_by <> 'credit'
      union all
      select l.profile_id, j.business_date, l.remaining from loyalty.lot l join loyalty.journal j on j.profile_id = l.profile_id and j.journal_id = l.lot_id
        where l.profile_id = any (p_profiles) and l.unit = 'tier_credit' and p_by = 'credit'
    )
    select f.profile_id, coalesce(sum(f.amount) filter (where f.day between p_now and p_to), 0)::bigint,
        coalesce(sum(f.amount) filter (where f.day >= p_before and f.day < p_now), 0)::bigint,
        coalesce(sum(f.amount) filter (where f.day >= p_earlier and f.day < p_before), 0)::bigint
      from facts f group by 1;
end $$;

-- The tiers these profiles of one customer stand in; for whoever prices a basket of hers.
create or replace function loyalty.tier_of(p_profiles uuid[]) returns table (tier_key text, since date, until date)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.tier_key, s.since, s.until from loyalty.standing s where s.profile_id = any (p_profiles)
$$;

-- Members whose tier is to be looked at: the day has come to which it held, or it was decided by other rules.
create or replace function loyalty.standing_due(p_day date, p_limit integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.profile_id from loyalty.standing s where s.until < p_day order by s.until, s.profile_id limit p_limit
$$;

-- Who has an account of points, in order; for looking at everyone.
create or replace function loyalty.savers_after(p_profile uuid, p_limit integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.profile_id from loyalty.account a where a.unit = 'points' and a.profile_id > p_profile order by a.profile_id limit p_limit
$$;
