-- The write set of an order, whole or not at all, in one round trip: claim the answer, guard prices, write, take the goods.

-- p: {profile_id, order, lines, payments, due, takes: {mode, lines}, points: {draw, earn}, event, prices, cart, at, actor_kind, actor_id};
-- lists of ids and names come as array literals ('{a,b}'). Every statement here is of one shape, whoever buys: planned once per
-- connection. Functions are called by assignment, which PL/pgSQL does without a query of its own.
create or replace function orders.checkout(
  p_scope text, p_key text, p_fingerprint bytea, p_status integer, p_answer bytea, p_expires timestamptz, p_locked_until timestamptz, p jsonb,
  out outcome text, out status integer, out answer bytea, out subject_id uuid)
language plpgsql security definer set plan_cache_mode = force_generic_plan as $$
declare
  o jsonb := p->'order'; at timestamptz := p->>'at'; profile uuid := p->>'profile_id'; this uuid := o->>'order_id'; place uuid := o->>'place_id';
  actor_kind text := p->>'actor_kind'; actor_id text := p->>'actor_id'; draw jsonb := p->'points'->'draw'; takes jsonb := p->'takes'; claimed record; done text;
begin
  claimed := core.claim_answer(p_scope, p_key, p_fingerprint, at, p_expires, p_locked_until, this,
    case when p_answer is not null then p_status end, p_answer);
  outcome := claimed.outcome; status := claimed.status; answer := claimed.answer; subject_id := claimed.subject_id;
  if outcome <> 'new' then return; end if;

  if not catalog.prices_hold((p->'prices'->>'price_ids')::uuid[], (p->'prices'->>'variant_ids')::uuid[], p->'prices'->>'channel', at) then
    raise exception using errcode = 'EG409', message = 'orders.price_stale', detail = '{"field": "lines"}';
  end if;

  if takes->>'mode' = 'reserve' and takes->'parts' is null then done := inventory.expect(place, takes->'lines'); end if;
  done := orders.write(p);
  if draw is not null then
    done := loyalty.draw(profile, (draw->>'profile_ids')::uuid[], 'points', (draw->>'amount')::bigint, draw->>'mode', (draw->>'hold_id')::uuid, this, place,
      (o->>'business_date')::date, at, (draw->>'expires_at')::timestamptz, actor_kind, actor_id);
  end if;
  if o->>'cart_version' is not null then
    done := carts.order_once((o->>'cart_profile_id')::uuid, (o->>'cart_id')::uuid, (o->>'cart_version')::bigint);
    done := orders.cart_is_free((o->>'cart_profile_id')::uuid, (o->>'cart_id')::uuid, this);
  end if;
  if o->>'state' <> 'paying' then done := orders.confirm(p); end if;
  if p->'hold' is not null then
    done := orders.use_hold((p->'hold'->>'profile_id')::uuid, (p->'hold'->>'hold_id')::uuid, this, place, at, actor_kind, actor_id);
  end if;
  if takes->'parts' is not null then
    done := orders.take_parts(profile, this, takes, at, actor_kind, actor_id);
  elsif takes is not null then
    done := inventory.take(place, takes->'lines', takes->>'mode', 'order', this, at, null, actor_kind, actor_id);
  end if;
  -- A company's account comes after the goods, as when they leave: so the two never wait for each other.
  if p->'account' is not null then
    done := business.order(p->'account', this, profile, (o->>'business_date')::date, at, actor_kind, actor_id);
  end if;
end $$;

create or replace function orders.write(p jsonb) returns void
language plpgsql security definer as $$
declare o jsonb := p->'order'; profile uuid := p->>'profile_id'; this uuid := o->>'order_id'; at timestamptz := p->>'at';
begin
  insert into orders."order" (profile_id, order_id, number, external_id, channel, way, state, place_id, supply_mode, business_date, placed_at,
      items_yen, discount_yen, total_yen, points_used, points_earned, taxes, staff_id,
      cart_id, cart_profile_id, with_order_id, sealed, terms, done_at)
    values (profile, this, o->>'number', o->>'external_id', o->>'channel', o->>'way', o->>'state', (o->>'place_id')::uuid, o->>'supply_mode',
      (o->>'business_date')::date, at, (o->>'items_yen')::bigint, (o->>'discount_yen')::bigint, (o->>'total_yen')::bigint,
      (o->>'points_used')::bigint, (o->>'points_earned')::bigint, o->'taxes', (o->>'staff_id')::uuid, (o->>'cart_id')::uuid,
      (o->>'cart_profile_id')::uuid, (o->>'with_order_id')::uuid, decode(o->>'sealed', 'base64'), o->'terms', case when o->>'state' = 'done' then at end);
  with addressed as (
    insert into orders.reference (order_id, profile_id) values (this, profile)
  ), numbered as (
    insert into orders.number (number, order_id, profile_id) values (o->>'number', this, profile)
  ), paid as (
    insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, tendered_yen, state, provider, reference, created_at, settled_at)
      select profile, this, y.payment_id, y.method, y.amount_yen, y.tendered_yen, y.state, y.provider, y.reference, at,
        case when y.state = 'captured' then at end
      from jsonb_to_recordset(p->'payments') as y(payment_id uuid, method text, amount_yen bigint, tendered_yen bigint, state text, provider text, reference text)
  )
  insert into orders.line (profile_id, order_id, line_no, variant_id, gtin, name, quantity, unit_yen, tax_included, discount_yen, amount_yen,
      tax_category, rate_num, rate_den, reduced, made)
    select profile, this, l.line_no, l.variant_id, l.gtin, l.name, l.quantity, l.unit_yen, l.tax_included, l.discount_yen, l.amount_yen,
      l.tax_category, l.rate_num, l.rate_den, l.reduced, coalesce(l.made, false)
    from jsonb_to_recordset(p->'lines') as l(line_no smallint, variant_id uuid, gtin text, name text, quantity integer, unit_yen bigint,
      tax_included boolean, discount_yen bigint, amount_yen bigint, tax_category text, rate_num integer, rate_den integer, reduced boolean, made boolean);
  if o->>'external_id' is not null then
    insert into orders.external (source, external_id, order_id, profile_id) values (o->>'channel', o->>'external_id', this, profile);
  end if;
  if p->'promise' is not null then perform orders.keep_promise(profile, this, p->'promise'); end if;
  if p->'due'->0 is not null then
    insert into orders.due (profile_id, order_id, kind, due_at)
      select profile, this, d.kind, d.due_at from jsonb_to_recordset(p->'due') as d(kind text, due_at timestamptz);
    -- Asking a card is written before it is asked.
    insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, actor_kind, actor_id, created_at)
      select profile, this, y.payment_id, y.payment_id, y.asked, y.amount_yen, 'open', y.look_at, p->>'actor_kind', p->>'actor_id', at
      from jsonb_to_recordset(p->'payments') as y(payment_id uuid, amount_yen bigint, asked text, look_at timestamptz) where y.asked is not null;
  end if;
end $$;

-- What follows once an order is sure (paid, or nothing to wait for): points, the cart, the timeline.
create or replace function orders.confirm(p jsonb) returns void
language plpgsql security definer as $$
declare
  o jsonb := p->'order'; e jsonb := p->'event'; earn jsonb := p->'points'->'earn';
  profile uuid := p->>'profile_id'; this uuid := o->>'order_id'; at timestamptz := p->>'at'; done text;
  -- What a till sold of another place's goods is the till's sale.
  place uuid := coalesce(o->>'sold_place_id', o->>'place_id');
begin
  if earn is not null then
    done := loyalty.earn(profile, 'points', (earn->>'amount')::bigint, earn->>'state', (earn->>'lot_id')::uuid, (earn->>'journal_id')::uuid, 'earn', 'order', this,
      place, (o->>'business_date')::date, at, (earn->>'expires_at')::timestamptz, 'retailer', p->>'actor_kind', p->>'actor_id');
  end if;
  if o->>'cart_id' is not null then
    done := carts.take_out((o->>'cart_profile_id')::uuid, (o->>'cart_id')::uuid, (p->>'bought')::uuid[], at);
  end if;
  done := activity.emit(profile, at, (e->>'event_id')::uuid, 'order.placed', e->>'source', o->>'channel', place, 'order', this, 1,
    p->>'actor_kind', p->>'actor_id', e->'payload', at, (e->>'reactions')::text[]);
end $$;

-- Money is there: the order is placed. `p` is the same write set as at checkout. False when it was settled or given up already.
create or replace function orders.settle(p_profile uuid, p_order uuid, p jsonb, p_at timestamptz) returns boolean
language plpgsql security definer as $$
declare found_order orders."order";
begin
  select * into found_order from orders."order" where profile_id = p_profile and order_id = p_order for update;
  if found_order.state is distinct from 'paying' then return false; end if;
  update orders."order" set state = 'placed', version = version + 1 where profile_id = p_profile and order_id = p_order;
  perform orders.take_payments(p_profile, p_order, p->'took', p_at);
  delete from orders.due where profile_id = p_profile and order_id = p_order and kind = 'payment_timeout';
  perform loyalty.finish_draw(p_profile, p_order, 'capture', found_order.business_date, p_at, p->>'actor_kind', p->>'actor_id');
  perform orders.confirm(p);
  if found_order.way = 'carry' then
    perform orders.finish(p_profile, p_order, found_order.business_date, p_at, p->>'actor_kind', p->>'actor_id');
  end if;
  return true;
end $$;

-- Settle and keep the answer in one trip. False when the order had been given up meanwhile: then nothing is written.
create or replace function orders.settle_and_answer(
  p_profile uuid, p_order uuid, p jsonb, p_at timestamptz, p_scope text, p_key text, p_status integer, p_answer bytea) returns boolean
language plpgsql security definer as $$
begin
  if not orders.settle(p_profile, p_order, p, p_at)
     and exists (select from orders."order" where profile_id = p_profile and order_id = p_order and state = 'cancelled') then
    return false;
  end if;
  perform core.keep_answer(p_scope, p_key, p_status, p_answer);
  return true;
end $$;

-- Give an order up: goods and points go back, earned points are taken back, money is marked for refund or as never taken.
-- Returns the state it left, or null when there was nothing to give up. Events are the caller's.
create or replace function orders.give_up(
  p_profile uuid, p_order uuid, p_reason text, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns text
language plpgsql security definer as $$
declare found_order orders."order";
begin
  select * into found_order from orders."order" where profile_id = p_profile and order_id = p_order for update;
  if found_order.state is null or found_order.state not in ('paying', 'placed', 'ready') then return null; end if;
  if exists (select from orders.parcel where profile_id = p_profile and order_id = p_order and shipped_at is not null) then return null; end if;
  update orders."order" set state = 'cancelled', cancelled_at = p_at, cancel_reason = p_reason, version = version + 1
    where profile_id = p_profile and order_id = p_order;
  delete from orders.due where profile_id = p_profile and order_id = p_order;
  perform orders.release_payments(p_profile, p_order, found_order.state, found_order.place_id, p_business_date, p_reason, p_at, p_actor_kind, p_actor_id);
  if found_order.state = 'paying' then
    perform loyalty.finish_draw(p_profile, p_order, 'release', p_business_date, p_at, p_actor_kind, p_actor_id);
  else
    perform loyalty.finish_draw(p_profile, p_order, 'restore', p_business_date, p_at, p_actor_kind, p_actor_id);
    perform loyalty.claw_back(p_profile, 'points', found_order.points_earned, p_order,
      coalesce((select sold_place_id from orders.promise where profile_id = p_profile and order_id = p_order), found_order.place_id),
      p_business_date, p_at, p_actor_kind, p_actor_id, p_reason);
  end if;
  perform inventory.close_holds(p_order, 'released', p_at, p_actor_kind, p_actor_id);
  return found_order.state;
end $$;

-- The goods leave: shipped, or handed over at the counter. False when that happened before (a repeat adds nothing).
create or replace function orders.finish(
  p_profile uuid, p_order uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
begin
  update orders."order" set state = 'done', done_at = p_at, version = version + 1
    where profile_id = p_profile and order_id = p_order and state in ('placed', 'ready');
  if not found then return false; end if;
  delete from orders.due where profile_id = p_profile and order_id = p_order;
  perform orders.capture_on_leaving(p_profile, p_order, p_business_date, p_at);
  perform inventory.close_holds(p_order, 'taken', p_at, p_actor_kind, p_actor_id);
  perform loyalty.settle(p_profile, p_order, p_business_date, p_at, p_actor_kind, p_actor_id);
  return true;
end $$;

-- Book orders that happened elsewhere, as they happened: no stock moves, no reactions; the retailer's own number makes a repeat a no-op.
-- Each element is a write set as for checkout; `order.external_id` is required. A handful of statements, however many orders.
-- Returns how many were new.
create or replace function orders.book_many(p_orders jsonb) returns integer
language plpgsql security definer as $$
declare booked integer; fresh uuid[]; received timestamptz; grants jsonb; events jsonb;
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
  booked := cardinality(fresh);
  if booked = 0 then return 0; end if;

  with given as materialized (
    select p.profile_id, p.at, p.lines, p.payments, o.*
    from jsonb_to_recordset(p_orders) as p(profile_id uuid, at timestamptz, "order" jsonb, lines jsonb, payments jsonb)
    cross join lateral jsonb_to_record(p."order") as o(order_id uuid, number text, external_id text, channel text, way text, state text, place_id uuid,
      supply_mode text, business_date date, items_yen bigint, discount_yen bigint, total_yen bigint, points_used bigint, points_earned bigint, taxes jsonb)
    where o.order_id = any (fresh)
  ), heads as (
    insert into orders."order" (profile_id, order_id, number, external_id, imported, channel, way, state, place_id, supply_mode, business_date, placed_at,
        items_yen, discount_yen, total_yen, points_used, points_earned, taxes, done_at)
      select profile_id, order_id, number, external_id, true, channel, way, state, place_id, supply_mode, business_date, at,
        items_yen, discount_yen, total_yen, points_used, points_earned, taxes, case when state = 'done' then at end from given
  ), addresses as (
    insert into orders.reference (order_id, profile_id) select order_id, profile_id from given
  ), numbers as (
    insert into orders.number (number, order_id, profile_id) select number, order_id, profile_id from given
  ), goods as (
    insert into orders.line (profile_id, order_id, line_no, variant_id, gtin, name, quantity, unit_yen, tax_included, discount_yen, amount_yen,
        tax_category, rate_num, rate_den, reduced)
      select g.profile_id, g.order_id, l.line_no, l.variant_id, l.gtin, l.name, l.quantity, l.unit_yen, l.tax_included, l.discount_yen, l.amount_yen,
        l.tax_category, l.rate_num, l.rate_den, l.reduced
      from given g cross join lateral jsonb_to_recordset(g.lines) as l(line_no smallint, variant_id uuid, gtin text, name text, quantity integer,
        unit_yen bigint, tax_included boolean, discount_yen bigint, amount_yen bigint, tax_category text, rate_num integer, rate_den integer, reduced boolean)
  )
  insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, state, provider, reference, created_at, settled_at)
    select g.profile_id, g.order_id, y.payment_id, y.method, y.amount_yen, y.state, y.provider, y.reference, g.at, g.at
    from given g cross join lateral jsonb_to_recordset(g.payments) as y(payment_id uuid, method text, amount_yen bigint, state text, provider text, reference text);

  select max((p.event->>'received_at')::timestamptz),
      jsonb_agg(p.points->'earn' || jsonb_build_object('profile_id', p.profile_id, 'source_id', p."order"->'order_id', 'place_id', p."order"->'place_id',
        'business_date', p."order"->'business_date', 'at', p.at, 'recorded_at', p.event->'received_at', 'actor_kind', p.actor_kind, 'actor_id', p.actor_id))
        filter (where p.points ? 'earn'),
      jsonb_agg(jsonb_build_object('profile_id', p.profile_id, 'occurred_at', p.at, 'event_id', p.event->'event_id', 'type', 'order.placed',
        'source', p.event->'source', 'channel', coalesce(p.event->'channel', p."order"->'channel'), 'place_id', p."order"->'place_id', 'subject_kind', 'order',
        'subject_id', p."order"->'order_id', 'version', 1, 'actor_kind', p.actor_kind, 'actor_id', p.actor_id, 'payload', p.event->'payload', 'reactions', '[]'::jsonb))
    into received, grants, events
    from jsonb_to_recordset(p_orders) as p(profile_id uuid, at timestamptz, actor_kind text, actor_id text, "order" jsonb, points jsonb, event jsonb)
    where (p."order"->>'order_id')::uuid = any (fresh);
  if grants is not null then perform loyalty.earn_many('points', grants); end if;
  perform activity.emit_all(events, received);
  return booked;
end $$;

-- Published for desk, segments, predict and measurement: what was ordered, without sealed contact data.
create or replace view orders.history with (security_invoker = true) as
  select profile_id, order_id, number, channel, way, state, place_id, business_date, placed_at, items_yen, discount_yen, total_yen,
    points_used, points_earned, staff_id, with_order_id, ready_at, done_at, cancelled_at
  from orders."order";
create or replace view orders.history_line with (security_invoker = true) as
  select profile_id, order_id, line_no, variant_id, gtin, name, quantity, discount_yen, amount_yen, tax_category from orders.line;
