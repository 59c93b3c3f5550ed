-- The drawer of a till: what is entered while it is open, what that comes to, and its settlement.

-- Enter what just went over the counters of these tills, each into the session of its till that is open, else (told late, by a till
-- that had no network) beside the settled one in which it happened. Nothing when the till was not open then. The sessions are held
-- open until this is committed, so a settlement has all of it or none; what is settled while we wait for it is seen by the second statement.
create or replace function orders.at_tills(p_entries jsonb) returns void
language plpgsql security definer as $$
declare held uuid[];
begin
  with open as (
    select s.till_session_id from orders.till_session s
      where s.closed_at is null
        and (s.place_id, s.device_id) in (select e.place_id, e.till from jsonb_to_recordset(p_entries) as e(place_id uuid, till text))
      order by s.till_session_id for share
  )
  select coalesce(array_agg(till_session_id), '{}') into held from open;
  insert into orders.till_entry (till_session_id, kind, entry_id, profile_id, order_id, late)
    select s.till_session_id, e.kind, e.entry_id, e.profile_id, e.order_id, s.closed_at is not null
    from jsonb_to_recordset(p_entries) as e(till text, place_id uuid, kind text, entry_id uuid, profile_id uuid, order_id uuid, at timestamptz)
    cross join lateral (
      select o.till_session_id, o.closed_at from orders.till_session o
        where o.place_id = e.place_id and o.device_id = e.till and o.opened_at <= e.at and (o.till_session_id = any (held) or o.closed_at > e.at)
        order by o.opened_at desc limit 1) s
    on conflict do nothing;
end $$;

-- The same for one thing; by no till, nothing.
create or replace function orders.at_till(p_device text, p_place uuid, p_kind text, p_entry uuid, p_profile uuid, p_order uuid, p_at timestamptz) returns void
language plpgsql security definer as $$
declare done text;
begin
  if p_device is null then return; end if;
  done := orders.at_tills(jsonb_build_array(jsonb_build_object('till', p_device, 'place_id', p_place, 'kind', p_kind, 'entry_id', p_entry,
    'profile_id', p_profile, 'order_id', p_order, 'at', p_at)));
end $$;

-- A manager's yes is used once: by the order that is written now. Refuses when another was quicker.
create or replace function orders.use_approval(p_place uuid, p_approval uuid, p_order uuid) returns void
language plpgsql security definer as $$
begin
  update orders.discount_approval set order_id = p_order where place_id = p_place and approval_id = p_approval and order_id is null;
  if not found then
    raise exception using errcode = 'EG409', message = 'orders.approval_used', detail = '{"field": "approval_id"}';
  end if;
end $$;

-- What the entries of a session come to: receipts and returns, tax once per rate as each receipt printed it, money by method, and what
-- was taken off by hand by its reason.
-- What was paid when an order was placed is told from what was paid on it later by its date. Points and exchanges are methods too,
-- so taken equals sales and what was paid later, and given equals returns and refunds.
create or replace function orders.till_figures(p_session uuid, p_late boolean) returns jsonb
language sql stable security definer as $$
  with entry as materialized (select * from orders.till_entry where till_session_id = p_session and late = p_late),
  sale as (select o.* from entry e join orders."order" o on o.profile_id = e.profile_id and o.order_id = e.order_id where e.kind = 'sale'),
  slip as (select s.* from entry e join orders.return_slip s on s.profile_id = e.profile_id and s.return_id = e.entry_id where e.kind = 'return'),
  by_hand as (
    select d.reason, max(d.name) as name, max(d.name_en) as name_en, count(*) as times, sum(d.yen)::bigint as yen,
      count(d.approved_by) as approved_times, coalesce(sum(d.yen) filter (where d.approved_by is not null), 0)::bigint as approved_yen
    from sale, jsonb_to_recordset(sale.discounts) as d(kind text, reason text, name text, name_en text, yen bigint, approved_by uuid)
    where d.kind = 'by_hand' group by 1
  ),
  tax as (
    select rate_num, rate_den, sum(taxable_yen)::bigint as taxable_yen, sum(tax_yen)::bigint as tax_yen,
      sum(returned_yen)::bigint as returned_yen, sum(returned_tax_yen)::bigint as returned_tax_yen from (
        select t.rate_num, t.rate_den, t.taxable_yen, t.tax_yen, 0 as returned_yen, 0 as returned_tax_yen
          from sale, jsonb_to_recordset(sale.taxes) as t(rate_num integer, rate_den integer, taxable_yen bigint, tax_yen bigint)
        union all select t.rate_num, t.rate_den, 0, 0, t.taxable_yen, t.tax_yen
          from slip, jsonb_to_recordset(slip.taxes) as t(rate_num integer, rate_den integer, taxable_yen bigint, tax_yen bigint)) t
      group by 1, 2
  ),
  money as (
    select method, sum(taken_yen)::bigint as taken_yen, count(*) filter (where taken_yen > 0) as taken_count,
      sum(given_yen)::bigint as given_yen, count(*) filter (where given_yen > 0) as given_count from (
        select y.method, y.amount_yen as taken_yen, 0 as given_yen from sale
          join orders.payment y on y.profile_id = sale.profile_id and y.order_id = sale.order_id and y.created_at = sale.placed_at
        union all select y.method, y.amount_yen, 0 from entry e
          join orders.payment y on y.profile_id = e.profile_id and y.order_id = e.order_id and y.payment_id = e.entry_id where e.kind = 'paid'
        union all select y.method, 0, x.amount_yen from entry e
          join orders.payment_operation x on x.profile_id = e.profile_id and x.order_id = e.order_id and x.operation_id = e.entry_id
          join orders.payment y on y.profile_id = x.profile_id and y.order_id = x.order_id and y.payment_id = x.payment_id where e.kind = 'refund'
        union all select r.method, 0, r.amount_yen from slip
          join orders.return_refund r on r.profile_id = slip.profile_id and r.return_id = slip.return_id where r.method = 'exchange') m
      group by 1
  )
  select jsonb_build_object(
    'receipts', (select count(*) from sale), 'sales_yen', (select coalesce(sum(total_yen), 0) from sale),
    'discount_yen', (select coalesce(sum(discount_yen), 0) from sale),
    'by_hand', (select coalesce(jsonb_agg(to_jsonb(by_hand) order by reason), '[]') from by_hand),
    'returns', (select count(*) from slip), 'returns_yen', (select coalesce(sum(total_yen), 0) from slip),
    'taxes', (select coalesce(jsonb_agg(to_jsonb(tax) order by rate_num::numeric / rate_den desc), '[]') from tax),
    'payments', (select coalesce(jsonb_agg(to_jsonb(money) order by method), '[]') from money))
$$;

-- The cash that should lie in the drawer now.
create or replace function orders.till_expected(p_session uuid) returns bigint
language sql stable security definer as $$
  select s.float_yen
    + (select coalesce(sum(case kind when 'in' then amount_yen else -amount_yen end), 0) from orders.till_cash where till_session_id = p_session)::bigint
    + (select coalesce(sum(m.taken_yen - m.given_yen), 0)
        from jsonb_to_recordset(orders.till_figures(p_session, false)->'payments') as m(method text, taken_yen bigint, given_yen bigint)
        where m.method = 'cash')::bigint
  from orders.till_session s where s.till_session_id = p_session
$$;

-- Hold a session while something is decided by it; refuses when it is settled already.
create or replace function orders.hold_till(p_session uuid) returns void
language plpgsql security definer as $$
begin
  perform from orders.till_session where till_session_id = p_session and closed_at is null for update;
  if not found then
    raise exception using errcode = 'EG409', message = 'orders.till_closed', detail = '{"field": "till_session_id"}';
  end if;
end $$;

-- Settle: the next number of this till, and what it came to as it stands now. Refuses when more went over the counter since the count.
create or replace function orders.close_till(p_session uuid, p_count uuid, p_override jsonb, p_by jsonb, p_at timestamptz) returns void
language plpgsql security definer as $$
begin
  perform orders.hold_till(p_session);
  if (select expected_yen from orders.till_count where till_session_id = p_session and count_id = p_count) is distinct from orders.till_expected(p_session) then
    raise exception using errcode = 'EG409', message = 'orders.till_count_old', detail = '{"field": "count_id"}';
  end if;
  update orders.till_session s set closed_at = p_at, closed_by = p_by, count_id = p_count, override = nullif(p_override, 'null'),
      figures = orders.till_figures(p_session, false),
      number = 1 + coalesce((select max(o.number) from orders.till_session o where o.place_id = s.place_id and o.device_id = s.device_id), 0)
    where till_session_id = p_session;
end $$;
