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

  -- Budgets come before accounts and goods, as when they are given back.
  if p->'offers' is not null then done := promotions.redeem(p->'offers'); end if;
  if takes->>'mode' = 'reserve' and takes->'parts' is null then done := inventory.expect(place, takes->'lines'); end if;
  done := orders.write(p);
  if p->'gifts' is not null then done := gifts.set_aside(p->'gifts', profile, this, at, actor_kind, actor_id); end if;
  -- Cards before members' accounts, everywhere.
  if p->'cards' is not null then
    done := gifts.draw_cards(p->'cards', profile, this, place, (o->>'business_date')::date, at, actor_kind, actor_id);
  end if;
  if p->'sells_cards' is not null then
    done := gifts.add_cards(p->'sells_cards', profile, this, at);
    if o->>'state' <> 'paying' then done := gifts.open_cards(profile, this, at, actor_kind, actor_id); end if;
  end if;
  if p->'approval' is not null then
    done := orders.use_approval((p->'approval'->>'place_id')::uuid, (p->'approval'->>'approval_id')::uuid, this);
  end if;
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
declare o jsonb := p->'order'; profile uuid := p->>'profile_id'; this uuid := o->>'order_id'; at timestamptz := p->>'at'; done text;
begin
  done := orders.write_many(jsonb_build_array(p), array[this]);
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
  if p->>'till' is not null then done := orders.at_till(p->>'till', place, 'sale', this, profile, this, at); end if;
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
  if found_order.way = 'gift' then perform gifts.issue(p_profile, p_order); end if;
  if found_order.way = 'gift_card' then perform gifts.open_cards(p_profile, p_order, p_at, p->>'actor_kind', p->>'actor_id'); end if;
  if found_order.way in ('carry', 'gift', 'gift_card') then
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
  perform promotions.give_back(p_profile, p_order, p_at);
  perform orders.release_payments(p_profile, p_order, found_order.state, found_order.place_id, p_business_date, p_reason, p_at, p_actor_kind, p_actor_id);
  if found_order.state = 'paying' then
    perform loyalty.finish_draw(p_profile, p_order, 'release', p_business_date, p_at, p_actor_kind, p_actor_id);
  else
    perform loyalty.finish_draw(p_profile, p_order, 'restore', p_business_date, p_at, p_actor_kind, p_actor_id);
    perform loyalty.claw_back(p_profile, 'points', found_order.points_earned, p_order,
      coalesce((select sold_place_id from orders.promise where profile_id = p_profile and order_id = p_order), found_order.place_id),
      p_business_date, p_at, p_actor_kind, p_actor_id, p_reason);
  end if;
  perform gifts.drop_cards(p_profile, p_order, p_at);
  perform gifts.drop_waiting(p_profile, p_order, p_at, p_actor_kind, p_actor_id);
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

-- Published for desk, segments, predict and measurement: what was ordered, without sealed contact data.
create or replace view orders.history with (security_invoker = true) as
  select profile_id, order_id, number, channel, way, state, place_id, business_date, placed_at, items_yen, discount_yen, total_yen,
    points_used, points_earned, staff_id, with_order_id, ready_at, done_at, cancelled_at
  from orders."order";
create or replace view orders.history_line with (security_invoker = true) as
  select profile_id, order_id, line_no, variant_id, gtin, name, quantity, discount_yen, amount_yen, tax_category from orders.line;
create or replace view orders.returned_line with (security_invoker = true) as
  select profile_id, return_id, order_id, line_no, quantity from orders.return_line;
