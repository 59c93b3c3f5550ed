-- Payments of an order and what is done with them. A state follows from the operations: written open before the provider is
-- asked, closed with what it answered. Whoever writes several locks them in the order of payment_id, after their order.

-- What a payment has taken, in yen.
create or replace function orders.taken_yen(y orders.payment) returns bigint
language sql immutable as $$
  select case when y.state = any ('{captured,refunding,partly_refunded,refunded}') then coalesce(y.captured_yen, y.amount_yen) else 0 end
$$;

-- The money of a waiting order is there: its open charges close, what was only authorized waits to be captured.
-- p_took: [{payment_id, provider_id}], what the provider calls them.
create or replace function orders.take_payments(p_profile uuid, p_order uuid, p_took jsonb, p_at timestamptz) returns void
language plpgsql security definer as $$
begin
  with closed as (
    update orders.payment_operation set state = 'done', closed_at = p_at, due_at = null
      where profile_id = p_profile and order_id = p_order and state = 'open' and kind in ('charge', 'authorize') returning payment_id, kind
  )
  update orders.payment p set settled_at = p_at, state = case closed.kind when 'authorize' then 'authorized' else 'captured' end,
      provider_id = coalesce((select t.provider_id from jsonb_to_recordset(p_took) as t(payment_id uuid, provider_id text) where t.payment_id = p.payment_id), p.provider_id)
    from closed where p.profile_id = p_profile and p.order_id = p_order and p.payment_id = closed.payment_id and p.state = 'pending';
end $$;

-- Refunds of a payment decide its state once it has taken money.
create or replace function orders.recount_refunds(p_profile uuid, p_order uuid, p_payment uuid, p_at timestamptz) returns void
language plpgsql security definer as $$
declare back bigint; waiting boolean;
begin
  select coalesce(sum(amount_yen) filter (where state = 'done'), 0), coalesce(bool_or(state in ('open', 'by_hand')), false) into back, waiting
    from orders.payment_operation where profile_id = p_profile and order_id = p_order and payment_id = p_payment and kind = 'refund';
  update orders.payment y set refunded_yen = nullif(back, 0), settled_at = p_at,
      state = case when waiting then 'refunding' when back = 0 then 'captured' when back < orders.taken_yen(y) then 'partly_refunded' else 'refunded' end
    where y.profile_id = p_profile and y.order_id = p_order and y.payment_id = p_payment;
end $$;

-- Write refunds of an order, before any money moves. p_list: [{payment_id, operation_id, amount_yen, given, slip, till}]; what was asked
-- before under its operation_id is left as it is. Card money goes back by the provider, points, accounts and gift cards by their own
-- books (to a gift card that cannot take it any more: by a person), anything else from hand to hand: at once when `given`, otherwise it waits for a person.
create or replace function orders.ask_refund(p_profile uuid, p_order uuid, p_list jsonb, p_reason text, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare want record; y orders.payment; promised bigint; next_state text;
begin
  for want in select * from jsonb_to_recordset(p_list) as w(payment_id uuid, operation_id uuid, amount_yen bigint, given boolean, slip text, till text)
      order by payment_id, operation_id loop
    select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = want.payment_id for update;
    if y.payment_id is null then
      raise exception using errcode = 'EG422', message = 'orders.no_such_payment', detail = '{"field": "payment_id"}';
    end if;
    continue when exists (select from orders.payment_operation where profile_id = p_profile and order_id = p_order and payment_id = want.payment_id
      and operation_id = want.operation_id);
    select coalesce(sum(amount_yen), 0) into promised from orders.payment_operation
      where profile_id = p_profile and order_id = p_order and payment_id = want.payment_id and kind = 'refund' and state in ('open', 'by_hand', 'done');
    if want.amount_yen > orders.taken_yen(y) - promised then
      raise exception using errcode = 'EG422', message = 'orders.refund_too_much',
        detail = json_build_object('field', 'amount_yen', 'payment_id', y.payment_id, 'refundable_yen', orders.taken_yen(y) - promised)::text;
    end if;
    next_state := case when y.method = 'card' then 'open' when y.method in ('points', 'account') then 'done'
      when y.method = 'gift_card' then case when gifts.card_back(p_profile, p_order, y.payment_id, want.amount_yen, p_place, p_business_date, p_at,
        p_actor_kind, p_actor_id) then 'done' else 'by_hand' end
      when want.given then 'done' else 'by_hand' end;
    insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, reason, slip, place_id, business_date,
        actor_kind, actor_id, created_at, closed_at)
      values (p_profile, p_order, want.payment_id, want.operation_id, 'refund', want.amount_yen, next_state, case next_state when 'open' then p_at end, p_reason,
        want.slip, p_place, p_business_date, p_actor_kind, p_actor_id, p_at, case next_state when 'done' then p_at end);
    perform orders.recount_refunds(p_profile, p_order, want.payment_id, p_at);
    if next_state <> 'by_hand' then
      perform orders.at_till(want.till, p_place, 'refund', want.operation_id, p_profile, p_order, p_at);
    end if;
  end loop;
end $$;

-- Close an operation with its outcome ('done', 'refused', 'by_hand', 'given_up'); a closed one stays as it is: false.
-- p_yen: what the provider says it took by it (charge, authorize, capture), or had taken meanwhile (void). A void that finds
-- money taken turns into its refund, which the caller carries out next.
create or replace function orders.close_operation(p_profile uuid, p_order uuid, p_payment uuid, p_operation uuid, p_outcome text, p_yen bigint,
  p_provider_id text, p_note text, p_at timestamptz) returns boolean
language plpgsql security definer as $$
declare y orders.payment; x orders.payment_operation;
begin
  perform from orders."order" where profile_id = p_profile and order_id = p_order for update;
  select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = p_payment for update;
  select * into x from orders.payment_operation where profile_id = p_profile and order_id = p_order and payment_id = p_payment and operation_id = p_operation;
  if x.state is null or x.state not in ('open', 'by_hand') then return false; end if;
  update orders.payment_operation set state = p_outcome, note = coalesce(p_note, note), due_at = null,
      closed_at = case when p_outcome <> 'by_hand' then p_at end
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment and operation_id = p_operation;
  update orders.payment set provider_id = coalesce(p_provider_id, provider_id)
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment and p_provider_id is distinct from provider_id;
  if x.kind = 'refund' then
    perform orders.recount_refunds(p_profile, p_order, p_payment, p_at);
  elsif x.kind in ('charge', 'authorize') and p_outcome = 'refused' then
    update orders.payment set state = 'failed', settled_at = p_at where profile_id = p_profile and order_id = p_order and payment_id = p_payment and state = 'pending';
  elsif x.kind = 'capture' and p_outcome in ('done', 'by_hand') and p_yen > 0 then
    update orders.payment set state = 'captured', captured_yen = nullif(p_yen, amount_yen), settled_at = p_at, place_id = x.place_id, business_date = x.business_date
      where profile_id = p_profile and order_id = p_order and payment_id = p_payment and state = 'authorized';
  elsif x.kind = 'capture' and p_outcome = 'given_up' then
    -- It cannot be captured any more, and its goods have left: the money is owed.
    update orders.payment set state = 'due', settled_at = p_at where profile_id = p_profile and order_id = p_order and payment_id = p_payment and state = 'authorized';
  elsif x.kind = 'void' and p_outcome = 'done' then
    if p_yen > 0 then
      perform orders.found_taken(p_profile, p_order, p_payment, p_yen, p_at);
    else
      update orders.payment set state = case p_note when 'never_taken' then 'failed' else 'voided' end, settled_at = p_at
        where profile_id = p_profile and order_id = p_order and payment_id = p_payment and state = 'voiding';
    end if;
  end if;
  return true;
end $$;

-- Money was taken by a payment that had been let go: the payment says so, and its refund is written. Found twice, it is written once.
create or replace function orders.found_taken(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_at timestamptz) returns boolean
language plpgsql security definer as $$
declare o orders."order"; y orders.payment;
begin
  select * into o from orders."order" where profile_id = p_profile and order_id = p_order for update;
  select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = p_payment for update;
  if o.state is null or o.state = 'paying' or y.state <> all ('{voiding,voided,failed}') then return false; end if;
  update orders.payment_operation set state = 'given_up', closed_at = p_at, due_at = null
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment and kind = 'void' and state = 'open';
  update orders.payment set state = 'captured', captured_yen = nullif(p_yen, amount_yen), settled_at = p_at
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment;
  perform orders.ask_refund(p_profile, p_order, jsonb_build_array(jsonb_build_object('payment_id', p_payment, 'operation_id', core.uuid7(p_at), 'amount_yen', p_yen)),
    'let_go', o.place_id, o.business_date, p_at, 'system', 'engawa');
  return true;
end $$;

-- An order ends without its goods: what waits is let go, what was authorized is undone, what was taken goes back.
create or replace function orders.release_payments(p_profile uuid, p_order uuid, p_was text, p_place uuid, p_business_date date, p_reason text,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare y orders.payment; promised bigint;
begin
  for y in select * from orders.payment where profile_id = p_profile and order_id = p_order order by payment_id for update loop
    if y.state = 'due' or (p_was = 'paying' and y.state = 'captured') then
      update orders.payment set state = 'voided', settled_at = p_at where profile_id = p_profile and order_id = p_order and payment_id = y.payment_id;
    elsif y.state in ('pending', 'authorized') then
      update orders.payment_operation set state = 'given_up', closed_at = p_at, due_at = null
        where profile_id = p_profile and order_id = p_order and payment_id = y.payment_id and state in ('open', 'by_hand');
      insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, reason, place_id, business_date,
          actor_kind, actor_id, created_at)
        values (p_profile, p_order, y.payment_id, core.uuid7(p_at), 'void', y.amount_yen, 'open', p_at, p_reason, p_place, p_business_date,
          p_actor_kind, p_actor_id, p_at);
      update orders.payment set state = 'voiding', settled_at = p_at where profile_id = p_profile and order_id = p_order and payment_id = y.payment_id;
    elsif y.state in ('captured', 'partly_refunded', 'refunding') then
      select coalesce(sum(amount_yen), 0) into promised from orders.payment_operation
        where profile_id = p_profile and order_id = p_order and payment_id = y.payment_id and kind = 'refund' and state in ('open', 'by_hand', 'done');
      continue when orders.taken_yen(y) <= promised;
      perform orders.ask_refund(p_profile, p_order, jsonb_build_array(jsonb_build_object('payment_id', y.payment_id, 'operation_id', core.uuid7(p_at),
        'amount_yen', orders.taken_yen(y) - promised)), p_reason, p_place, p_business_date, p_at, p_actor_kind, p_actor_id);
    end if;
  end loop;
end $$;

-- The goods leave: money that waits for this moment is asked for (written here, made by the reconciler). What should have been
-- paid in the shop and was not refuses it. The money counts for the day and place the goods left.
create or replace function orders.capture_on_leaving(p_profile uuid, p_order uuid, p_business_date date, p_at timestamptz) returns void
language plpgsql security definer as $$
declare y orders.payment; waits boolean := false;
begin
  for y in select * from orders.payment where profile_id = p_profile and order_id = p_order and state in ('due', 'authorized') order by payment_id for update loop
    if y.method = 'pay_in_shop' then
      raise exception using errcode = 'EG409', message = 'orders.not_paid', detail = json_build_object('field', 'payments', 'due_yen', y.amount_yen)::text;
    end if;
    continue when y.state <> 'authorized';
    waits := true;
    perform orders.ask_capture(p_profile, p_order, y.payment_id, y.amount_yen, p_at, 'system', 'engawa');
  end loop;
  if not waits then return; end if;
  update orders.payment_operation x set business_date = p_business_date, place_id = o.place_id from orders."order" o
    where x.profile_id = p_profile and x.order_id = p_order and x.kind = 'capture' and o.profile_id = x.profile_id and o.order_id = x.order_id;
end $$;

-- Write the capture of an authorized payment, all or part of it, once; the rest of the authorization falls back to the buyer.
create or replace function orders.ask_capture(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
begin
  if exists (select from orders.payment_operation where profile_id = p_profile and order_id = p_order and payment_id = p_payment and kind = 'capture'
      and state in ('open', 'by_hand', 'done')) then return; end if;
  insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, actor_kind, actor_id, created_at)
    values (p_profile, p_order, p_payment, core.uuid7(p_at), 'capture', p_yen, 'open', p_at, p_actor_kind, p_actor_id, p_at);
end $$;

-- Let an authorization go while its order stands.
create or replace function orders.ask_void(p_profile uuid, p_order uuid, p_payment uuid, p_reason text, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare y orders.payment;
begin
  select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = p_payment for update;
  if y.state is null or y.state not in ('authorized', 'voided', 'failed') then return; end if;
  insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, reason, actor_kind, actor_id, created_at)
    values (p_profile, p_order, p_payment, core.uuid7(p_at), 'void', y.amount_yen, 'open', p_at, p_reason, p_actor_kind, p_actor_id, p_at);
  update orders.payment set state = 'voiding', settled_at = p_at where profile_id = p_profile and order_id = p_order and payment_id = p_payment;
end $$;

-- A provider took back what it had said was paid. Before the goods left the payment has failed, and the caller gives its order up;
-- after, the money is due. Returns the order's state, null when there was nothing to change.
create or replace function orders.lost_payment(p_profile uuid, p_order uuid, p_payment uuid, p_at timestamptz) returns text
language plpgsql security definer as $$
declare o orders."order"; y orders.payment; gone boolean;
begin
  select * into o from orders."order" where profile_id = p_profile and order_id = p_order for update;
  select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = p_payment for update;
  if y.state is distinct from 'captured' or coalesce(y.refunded_yen, 0) > 0 then return null; end if;
  update orders.payment_operation set state = 'refused', note = 'taken_back', closed_at = p_at, due_at = null
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment and kind in ('charge', 'authorize', 'capture');
  gone := o.state = 'done' or exists (select from orders.parcel where profile_id = p_profile and order_id = p_order and shipped_at is not null);
  update orders.payment set state = case when gone then 'due' else 'failed' end, captured_yen = null, settled_at = p_at
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment;
  return case when gone then 'done' else o.state end;
end $$;

-- Money went back without us (in the provider's own console): our books follow.
create or replace function orders.refunded_outside(p_profile uuid, p_order uuid, p_payment uuid, p_refunded bigint, p_place uuid, p_business_date date, p_at timestamptz) returns bigint
language plpgsql security definer as $$
declare y orders.payment; promised bigint; more bigint;
begin
  select * into y from orders.payment where profile_id = p_profile and order_id = p_order and payment_id = p_payment for update;
  select coalesce(sum(amount_yen), 0) into promised from orders.payment_operation
    where profile_id = p_profile and order_id = p_order and payment_id = p_payment and kind = 'refund' and state in ('open', 'by_hand', 'done');
  more := least(p_refunded, orders.taken_yen(y)) - promised;
  if more is null or more <= 0 then return 0; end if;
  insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, reason, place_id, business_date, actor_kind, actor_id, created_at, closed_at)
    values (p_profile, p_order, p_payment, core.uuid7(p_at), 'refund', more, 'done', 'outside', p_place, p_business_date, 'system', 'engawa', p_at, p_at);
  perform orders.recount_refunds(p_profile, p_order, p_payment, p_at);
  return more;
end $$;

-- What was due is paid: the due payment is replaced by those given, which must sum to it. p_list: [{payment_id, method, amount_yen,
-- tendered_yen, reference, provider, till}].
create or replace function orders.pay_due(p_profile uuid, p_order uuid, p_list jsonb, p_place uuid, p_business_date date, p_at timestamptz) returns void
language plpgsql security definer as $$
declare due_yen bigint; o orders."order";
begin
  select * into o from orders."order" where profile_id = p_profile and order_id = p_order for update;
  if o.state is null or o.state not in ('placed', 'ready', 'done') then
    raise exception using errcode = 'EG409', message = 'orders.nothing_due', detail = json_build_object('field', 'payments', 'state', o.state)::text;
  end if;
  select coalesce(sum(amount_yen), 0) into due_yen from orders.payment where profile_id = p_profile and order_id = p_order and state = 'due';
  if due_yen = 0 then
    raise exception using errcode = 'EG409', message = 'orders.nothing_due', detail = '{"field": "payments", "due_yen": 0}';
  end if;
  if due_yen <> (select coalesce(sum(l.amount_yen), 0) from jsonb_to_recordset(p_list) as l(amount_yen bigint)) then
    raise exception using errcode = 'EG422', message = 'orders.payment_sum', detail = json_build_object('field', 'payments', 'to_pay_yen', due_yen)::text;
  end if;
  update orders.payment set state = 'replaced', settled_at = p_at where profile_id = p_profile and order_id = p_order and state = 'due';
  insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, tendered_yen, state, provider, reference, created_at, settled_at, place_id, business_date)
    select p_profile, p_order, l.payment_id, l.method, l.amount_yen, l.tendered_yen, 'captured', l.provider, l.reference, p_at, p_at, p_place, p_business_date
    from jsonb_to_recordset(p_list) as l(payment_id uuid, method text, amount_yen bigint, tendered_yen bigint, provider text, reference text);
  perform orders.at_till(l.till, p_place, 'paid', l.payment_id, p_profile, p_order, p_at) from jsonb_to_recordset(p_list) as l(payment_id uuid, till text);
end $$;

-- Of one cart one card order at a time: its buyer came back with another key while the first still waits for its money.
create or replace function orders.cart_is_free(p_cart_profile uuid, p_cart uuid, p_order uuid) returns void
language plpgsql security definer as $$
declare waiting uuid;
begin
  select order_id into waiting from orders."order" where cart_profile_id = p_cart_profile and cart_id = p_cart and state = 'paying' and cart_id is not null
    and order_id <> p_order limit 1;
  if waiting is not null then
    raise exception using errcode = 'EG409', message = 'orders.cart_paying',
      detail = json_build_object('field', 'cart', 'order_id', waiting, 'retry_after_seconds', 30)::text;
  end if;
end $$;

-- Take open operations for one round, those of one order at once or all that are due: they are looked at again after a while,
-- twice as long each time.
create or replace function orders.take_operations(p_profile uuid, p_order uuid, p_at timestamptz, p_again_ms bigint, p_longest_ms bigint, p_most integer)
returns table (profile_id uuid, order_id uuid, payment_id uuid, operation_id uuid, kind text, amount_yen bigint, attempts integer,
  provider text, provider_id text, payment_yen bigint, later boolean)
language plpgsql security definer as $$
#variable_conflict use_column
begin
  return query
  with due as (
    select x.profile_id, x.order_id, x.payment_id, x.operation_id from orders.payment_operation x
    where x.state = 'open' and x.kind not in ('charge', 'authorize')
      and ((p_order is null and x.due_at <= p_at) or (x.profile_id = p_profile and x.order_id = p_order))
    order by x.due_at limit p_most for update skip locked
  ), taken as (
    update orders.payment_operation x set attempts = x.attempts + 1,
        due_at = p_at + least(p_again_ms * 2 ^ least(x.attempts, 20), p_longest_ms) * interval '1 millisecond' from due
    where x.profile_id = due.profile_id and x.order_id = due.order_id and x.payment_id = due.payment_id and x.operation_id = due.operation_id
    returning x.profile_id, x.order_id, x.payment_id, x.operation_id, x.kind, x.amount_yen, x.attempts, x.created_at
  )
  select t.profile_id, t.order_id, t.payment_id, t.operation_id, t.kind, t.amount_yen, t.attempts, p.provider, p.provider_id, p.amount_yen,
    exists (select from orders.payment_operation a where a.profile_id = t.profile_id and a.order_id = t.order_id and a.payment_id = t.payment_id and a.kind = 'authorize')
  from taken t join orders.payment p on p.profile_id = t.profile_id and p.order_id = t.order_id and p.payment_id = t.payment_id order by t.created_at;
end $$;
