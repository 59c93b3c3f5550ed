-- Reads that cross rooms, each as one trip. They read only what the rooms publish (views and functions of their schemas).

-- A customer over all her profiles as JSON text, the facts her three-line brief is made of, and the look itself put on record.
-- card is null when there is no such customer. Security definer: whoever may call the route may see her; row policies guard
-- the rest. Generic plans: a customer is a customer, and planning anew costs three times the reading.
create or replace function desk.card(
  p_customer uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_place uuid,
  out card text, out facts json, out profile_id uuid, out wrapped_key bytea, out sealed bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  v_profiles uuid[]; v_person json; v_home json; v_orders json; v_waiting json; v_order_count integer; v_spend bigint; v_last_order_at timestamptz; v_channels json;
  v_events json; v_visits json; v_visit_count integer; v_points json; v_expiring json; v_consents json;
  v_cart json; v_merges json; v_liked json; v_segments json; v_tags json; v_tier json; v_fan json;
begin
  -- One of her profiles will do: orders and events know no other name of hers.
  p_customer := coalesce((select f.customer_id from customers.facts f where f.profile_id = p_customer), p_customer);
  select array_agg(f.profile_id order by f.registered_at, f.profile_id) into v_profiles from customers.facts f where f.customer_id = p_customer;
  if v_profiles is null then return; end if;
  perform access.record(v_profiles, 'customer.card', p_actor_kind, p_actor_id, p_place, '{}', p_at);

  -- The member profile speaks for the person, the earliest when there are several.
  select f.profile_id, s.wrapped_key, s.sealed into profile_id, wrapped_key, sealed
    from customers.facts f left join customers.sealed_contact s on s.profile_id = f.profile_id
    where f.profile_id = any (v_profiles) order by f.kind = 'member' desc, f.kind = 'guest' desc, f.registered_at limit 1;
  select row_to_json(x) into v_person from (
    select f.kind, f.locale, f.birth_year, f.birth_month, f.gender, f.prefecture, f.city, f.route, f.registered_at, f.home_place_id from customers.facts f
      where f.profile_id = card.profile_id) x;
  select row_to_json(x) into v_home from (
    select p.place_id as id, p.name, p.name_en from stores.place_card p where p.place_id = (v_person->>'home_place_id')::uuid) x;

  select coalesce(sum(x.orders), 0), coalesce(sum(x.spend_yen), 0), max(x.last_at), coalesce(json_agg(x order by x.orders desc, x.channel), '[]')
    into v_order_count, v_spend, v_last_order_at, v_channels from (
      select o.channel, count(*) as orders, max(o.placed_at) as last_at,
          coalesce(sum(o.total_yen) filter (where o.placed_at > p_at - interval '12 months'), 0) as spend_yen
        from orders.history o where o.profile_id = any (v_profiles) and o.state in ('placed', 'ready', 'done') group by o.channel) x;

  -- Each profile's newest by its index, then the newest of all: `= any` alone would sort the whole history.
  select coalesce(json_agg(x), '[]') into v_orders from (
    select o.order_id, o.profile_id, o.number, o.channel, o.way, o.state, o.place_id, p.name as place_name, p.name_en as place_name_en, o.placed_at,
        o.ready_at, o.total_yen, o.points_used, o.points_earned,
        array(select row_to_json(y) from (
          select l.variant_id, l.name, l.quantity, l.amount_yen from orders.history_line l
            where l.profile_id = o.profile_id and l.order_id = o.order_id order by l.line_no) y) as lines
      from unnest(v_profiles) mine
        cross join lateral (select * from orders.history h where h.profile_id = mine order by h.placed_at desc limit 20) o
        left join stores.place_card p on p.place_id = o.place_id
      order by o.placed_at desc limit 20) x;
  select coalesce(json_agg(x), '[]') into v_waiting from (
    select o.order_id, o.profile_id, o.number, o.state, o.way, o.place_id, p.name as place_name, p.name_en as place_name_en, o.placed_at, o.ready_at,
        (select sum(l.quantity) from orders.history_line l where l.profile_id = o.profile_id and l.order_id = o.order_id) as pieces
      from unnest(v_profiles) mine
        cross join lateral (
          select * from orders.history h where h.profile_id = mine and h.placed_at > p_at - interval '60 days'
              and h.way = 'collect' and h.state in ('placed', 'ready') order by h.placed_at desc limit 20) o
        left join stores.place_card p on p.place_id = o.place_id
      order by o.placed_at) x;

  -- What she often chooses: the category with the most pieces in her newest five orders.
  select row_to_json(x) into v_liked from (
    select c.name, c.name_en, sum(l.quantity) as pieces
      from unnest(v_profiles) mine
        cross join lateral (
          select * from orders.history h where h.profile_id = mine and h.state in ('placed', 'ready', 'done') order by h.placed_at desc limit 5) o
        join orders.history_line l on l.profile_id = o.profile_id and l.order_id = o.order_id
        join catalog.item v on v.variant_id = l.variant_id
        join catalog.category_card c on c.category_id = v.category_id
      group by 1, 2 order by 3 desc, 1 limit 1) x;

  select coalesce(json_agg(x), '[]') into v_events from (
    select e.event_id, e.profile_id, e.type, e.occurred_at, e.channel, e.place_id, p.name as place_name, p.name_en as place_name_en,
        e.subject_kind, e.subject_id, e.payload
      from activity.newest(v_profiles, p_at, 50) e left join stores.place_card p on p.place_id = e.place_id
      order by e.occurred_at desc) x;

  -- A visit is a shop and a day on which she bought, checked in or collected there.
  select coalesce(json_agg(x order by x.last_at desc), '[]'), coalesce(sum(x.visits), 0) into v_visits, v_visit_count from (
    select d.place_id, p.name as place_name, p.name_en as place_name_en, count(*) as visits, max(d.last_at) as last_at
      from (
        select e.place_id, (e.occurred_at at time zone 'Asia/Tokyo' - interval '5 hours')::date as day, max(e.occurred_at) as last_at
          from activity.timeline e
          where e.profile_id = any (v_profiles) and e.occurred_at > p_at - interval '30 days' and e.occurred_at <= p_at
            and e.place_id is not null and (e.channel = 'till' or e.type in ('Store Visited', 'order.done'))
          group by 1, 2) d
        join stores.place_card p on p.place_id = d.place_id
      group by 1, 2, 3) x;

  with mine as materialized (
    select l.expires_at, l.remaining from loyalty.live_lot l where l.profile_id = any (v_profiles) and l.unit = 'points')
  select coalesce(json_agg(x), '[]') into v_expiring from (
    select m.expires_at, sum(m.remaining) as points from mine m where m.expires_at > p_at group by 1 order by 1 limit 5) x;
  select row_to_json(x) into v_points from (
    select coalesce(sum(a.available), 0) as available, coalesce(sum(a.pending), 0) as pending, coalesce(sum(a.held), 0) as held,
        coalesce(sum(a.debt), 0) as debt, v_expiring as expiring
      from loyalty.holding a where a.profile_id = any (v_profiles) and a.unit = 'points') x;

  select row_to_json(x) into v_tier from (
    select r.tier_key as key, t->'name' as name, r.until from loyalty.ranked r
      cross join lateral jsonb_array_elements(core.setting_at('loyalty.tiers', p_at)->'tiers') t
      where r.profile_id = any (v_profiles) and r.tier_key = t->>'key' order by (t->>'at_least')::bigint desc limit 1) x;
  select row_to_json(x) into v_fan from (
    select r.level, r.score, array(select row_to_json(y) from (
        select part->>'signal' as signal, (part->>'points')::integer as points,
            (part->>'points')::integer - coalesce((select (b->>'points')::integer from jsonb_array_elements(r.before) b where b->>'signal' = part->>'signal'), 0) as moved
          from jsonb_array_elements(r.parts) part) y) as parts
      from loyalty.ranked r where r.profile_id = any (v_profiles) and r.level is not null and (core.setting_at('loyalty.fan_level', p_at)->>'on')::boolean
      order by r.counted_at desc limit 1) x;

  -- Several profiles: what one of them refused is refused.
  select coalesce(json_agg(x), '[]') into v_consents from (
    select c.purpose, c.name_ja, c.name_en, c.channel, bool_and(c.granted) as granted, max(c.decided_at) as decided_at
      from consent.standing c where c.profile_id = any (v_profiles)
      group by c.position, c.purpose, c.name_ja, c.name_en, c.channel order by c.position, c.purpose, c.channel) x;

  select row_to_json(x) into v_cart from (
    select c.cart_id, c.profile_id, c.version, c.changed_at,
        (select sum(i.quantity) from carts.open_line i where i.profile_id = c.profile_id and i.cart_id = c.cart_id) as pieces,
        array(select row_to_json(y) from (
          select i.variant_id, v.name, v.name_en, i.quantity, case i.added_by_kind when 'staff' then 'staff' else 'customer' end as added_by
            from carts.open_line i join catalog.item v on v.variant_id = i.variant_id
            where i.profile_id = c.profile_id and i.cart_id = c.cart_id order by i.added_at limit 50) y) as lines
      from carts.open_cart c where c.profile_id = any (v_profiles) order by c.changed_at desc limit 1) x
    where x.pieces > 0;

  select coalesce(json_agg(x order by x.merged_at), '[]') into v_merges from (
    select distinct m.merge_id, m.merged_at, m.reason from customers.standing_merge m where m.profile_id = any (v_profiles)) x;

  select coalesce(json_agg(x order by x.since desc, x.segment_id), '[]') into v_segments from (
    select m.segment_id, m.name, m.name_en, m.since, m.why, m.conditions from segments.membership m where m.profile_id = p_customer) x;

  select coalesce(json_agg(x order by x.strength desc, x.name), '[]') into v_tags from (
    select m.tag_id, m.name, m.name_en, m.since, m.evidence,
        floor(100 * (1 - power(2, -m.reach * power(2, -greatest(extract(epoch from p_at - m.reached_at), 0)::double precision / (m.half_life_days * 86400)))) + 1e-9)::integer as strength
      from tags.membership m where m.profile_id = p_customer and m.until_at > p_at) x;

  select row_to_json(x) into facts from (
    select v_person->>'registered_at' as registered_at, v_order_count as orders_count, v_orders->0 as last_order, v_visit_count as visits_30_days,
      v_visits as visits, v_liked as liked, v_waiting as waiting, v_cart as cart, v_points as points, v_consents as consents) x;
  select replace(row_to_json(x)::text, '+00:00"', 'Z"') into card from (
    select p_customer as customer_id, v_profiles as profile_ids, v_person as facts, v_home as home_place, v_points as points, v_tier as tier, v_fan as fan, v_consents as consents,
      v_cart as cart, v_waiting as waiting, v_orders as orders, v_order_count as orders_count, v_spend as spend_12_months_yen,
      v_last_order_at as last_order_at, v_channels as channels, v_visit_count as visits_30_days, v_visits as visits, v_events as events,
      v_merges as merges, v_segments as segments, v_tags as tags, p_at as as_of) x;
end $$;
