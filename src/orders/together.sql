-- Many orders at once: each statement writes the rows of all of them. Elements of `p_orders` are write sets as for checkout.

-- The rows of those orders named by `p_ids`, with their addresses, numbers, lines and payments. A number of the caller's own that is
-- taken violates external_pkey; what was imported has claimed its own before.
create or replace function orders.write_many(p_orders jsonb, p_ids uuid[]) returns void
language plpgsql security definer as $$
begin
  with given as materialized (
    select p.profile_id, p.at, p.lines, p.payments, o.*
    from jsonb_to_recordset(p_orders) as p(profile_id uuid, at timestamptz, "order" jsonb, lines jsonb, payments jsonb)
    cross join lateral jsonb_to_record(p."order") as o(order_id uuid, number text, external_id text, channel text, way text, state text, place_id uuid,
      supply_mode text, business_date date, items_yen bigint, discount_yen bigint, total_yen bigint, points_used bigint, points_earned bigint, taxes jsonb, discounts jsonb,
      staff_id uuid, cart_id uuid, cart_profile_id uuid, with_order_id uuid, sealed text, terms jsonb,
      imported boolean)
    where o.order_id = any (p_ids)
  ), heads as (
    insert into orders."order" (profile_id, order_id, number, external_id, channel, way, state, place_id, supply_mode, business_date, placed_at,
        items_yen, discount_yen, total_yen, points_used, points_earned, taxes, discounts, staff_id, cart_id, cart_profile_id, with_order_id, sealed, terms, done_at,
        imported)
      select profile_id, order_id, number, external_id, channel, way, state, place_id, supply_mode, business_date, at,
        items_yen, discount_yen, total_yen, points_used, points_earned, taxes, discounts, staff_id, cart_id, cart_profile_id, with_order_id, decode(sealed, 'base64'),
        terms, case when state = 'done' then at end, coalesce(imported, false) from given
  ), addresses as (
    insert into orders.reference (order_id, profile_id) select order_id, profile_id from given
  ), numbers as (
    insert into orders.number (number, order_id, profile_id) select number, order_id, profile_id from given
  ), names as (
    -- In one order everywhere, as the keys: two calls that bring the same numbers wait for each other in no circle.
    insert into orders.external (source, external_id, order_id, profile_id)
      select channel, external_id, order_id, profile_id from given where external_id is not null and imported is not true order by channel, external_id
  ), goods as (
    insert into orders.line (profile_id, order_id, line_no, variant_id, gtin, name, quantity, unit_yen, tax_included, discount_yen, amount_yen,
        tax_category, rate_num, rate_den, reduced, made)
      select g.profile_id, g.order_id, l.line_no, l.variant_id, l.gtin, l.name, l.quantity, l.unit_yen, l.tax_included, l.discount_yen, l.amount_yen,
        l.tax_category, l.rate_num, l.rate_den, l.reduced, coalesce(l.made, false)
      from given g cross join lateral jsonb_to_recordset(g.lines) as l(line_no smallint, variant_id uuid, gtin text, name text, quantity integer,
        unit_yen bigint, tax_included boolean, discount_yen bigint, amount_yen bigint, tax_category text, rate_num integer, rate_den integer,
        reduced boolean, made boolean)
  )
  insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, tendered_yen, state, provider, reference, created_at, settled_at)
    select g.profile_id, g.order_id, y.payment_id, y.method, y.amount_yen, y.tendered_yen, y.state, y.provider, y.reference, g.at,
      case when y.state = 'captured' then g.at end
    from given g cross join lateral jsonb_to_recordset(g.payments) as y(payment_id uuid, method text, amount_yen bigint, tendered_yen bigint, state text,
      provider text, reference text);
end $$;

-- What follows of those named by `p_ids` which are sure and whose points may be spent at once: the points, the drawers, the timeline.
create or replace function orders.confirm_many(p_orders jsonb, p_ids uuid[], p_received timestamptz) returns void
language plpgsql security definer as $$
declare grants jsonb; events jsonb; entries jsonb;
begin
  select jsonb_agg(p.points->'earn' || jsonb_build_object('profile_id', p.profile_id, 'source_id', p."order"->'order_id', 'place_id', p."order"->'place_id',
        'business_date', p."order"->'business_date', 'at', p.at, 'recorded_at', p_received, 'actor_kind', p.actor_kind, 'actor_id', p.actor_id))
        filter (where p.points ? 'earn'),
      jsonb_agg(jsonb_build_object('profile_id', p.profile_id, 'occurred_at', p.at, 'event_id', p.event->'event_id', 'type', 'order.placed',
        'source', p.event->'source', 'channel', coalesce(p.event->'channel', p."order"->'channel'), 'place_id', p."order"->'place_id', 'subject_kind', 'order',
        'subject_id', p."order"->'order_id', 'version', 1, 'actor_kind', p.actor_kind, 'actor_id', p.actor_id, 'payload', p.event->'payload',
        'reactions', p.event->'reactions')),
      jsonb_agg(jsonb_build_object('till', p.till, 'place_id', p."order"->'place_id', 'kind', 'sale', 'entry_id', p."order"->'order_id',
        'profile_id', p.profile_id, 'order_id', p."order"->'order_id', 'at', p.at)) filter (where p.till is not null)
    into grants, events, entries
    from jsonb_to_recordset(p_orders) as p(profile_id uuid, at timestamptz, actor_kind text, actor_id text, "order" jsonb, points jsonb, event jsonb, till text)
    where (p."order"->>'order_id')::uuid = any (p_ids);
  if grants is not null then perform loyalty.earn_many('points', grants); end if;
  if entries is not null then perform orders.at_tills(entries); end if;
  perform activity.emit_all(events, p_received);
end $$;

-- Sales that waited at the same moment, in one transaction: goods carried away and paid for, by whoever spends no points and has
-- no cart or hold. All of them or none: false, and nothing is written, when any would be refused; then each goes alone through
-- orders.checkout, which says why. Rows are locked as there: keys, numbers of the callers' own, accounts in profile order, the tills'
-- sessions, then goods in key order, so no two calls wait for each other in a circle.
create or replace function orders.checkout_many(
  p_scopes text[], p_keys text[], p_fingerprints bytea[], p_status integer, p_answers bytea[], p_expires timestamptz, p_ids uuid[], p_at timestamptz,
  p_channel text, p_price_ids uuid[], p_variant_ids uuid[], p_sales jsonb, p_orders jsonb) returns boolean
language plpgsql security definer set plan_cache_mode = force_generic_plan as $$
declare done text; offers jsonb := jsonb_path_query_array(p_orders, '$[*].offers[*]');
begin
  if core.claim_answers(p_scopes, p_keys, p_fingerprints, p_at, p_expires, p_ids, p_status, p_answers)
     and catalog.prices_hold(p_price_ids, p_variant_ids, p_channel, p_at) then
    if offers->0 is not null then done := promotions.redeem(offers); end if;
    done := orders.write_many(p_orders, p_ids);
    done := orders.confirm_many(p_orders, p_ids, p_at);
    if inventory.sell_all(p_sales) then return true; end if;
  end if;
  raise sqlstate 'EGALL';
exception when sqlstate 'EG409' or sqlstate 'EGALL' or unique_violation then
  -- Undone within the call, keys' locks and all: an error that left it would be told a moment before they are let go.
  return false;
end $$;

-- Book orders that happened elsewhere, as they happened: no stock moves, no reactions; the retailer's own number makes a repeat a no-op.
-- `order.external_id` is required. Returns how many were new.
create or replace function orders.book_many(p_orders jsonb) returns integer
language plpgsql security definer as $$
declare fresh uuid[]; received timestamptz;
begin
  with given as (
    select distinct on (p."order"->>'external_id')
      p."order"->>'external_id' as external_id, (p."order"->>'order_id')::uuid as order_id, p.profile_id
    from jsonb_to_recordset(p_orders) as p(profile_id uuid, "order" jsonb) order by 1
  ), claimed as (
    insert into orders.external (source, external_id, order_id, profile_id)
      select 'import', external_id, order_id, profile_id from given on conflict do nothing returning order_id
  )
  select coalesce(array_agg(order_id), '{}') into fresh from claimed;
  if cardinality(fresh) = 0 then return 0; end if;
  select max((o->'event'->>'received_at')::timestamptz) into received from jsonb_array_elements(p_orders) o;
  perform orders.write_many(p_orders, fresh);
  perform orders.confirm_many(p_orders, fresh, received);
  return cardinality(fresh);
end $$;
