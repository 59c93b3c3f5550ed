-- What an order promises is kept beside it, for the orders that promise something.
create or replace function orders.keep_promise(p_profile uuid, p_order uuid, p jsonb) returns void
language plpgsql security definer as $$
begin
  insert into orders.promise (profile_id, order_id, sold_place_id, route, ready_from, ready_until, keep_until, delivery_from, delivery_date, delivery_slot, call_number)
    values (p_profile, p_order, (p->>'sold_place_id')::uuid, p->>'route', (p->>'ready_from')::timestamptz, (p->>'ready_until')::timestamptz,
      (p->>'keep_until')::timestamptz, (p->>'delivery_from')::date, (p->>'delivery_date')::date, p->>'delivery_slot', (p->>'call_number')::integer);
end $$;

-- The number a shop calls out: counted by shop and day, three digits at most, so that it can be heard.
create or replace function orders.next_call(p_place uuid, p_date date) returns integer
language sql security definer as $$
  insert into orders.call as known (place_id, business_date, number) values (p_place, p_date, 1)
    on conflict (place_id) do update set business_date = excluded.business_date,
      number = case when known.business_date = excluded.business_date then known.number % 999 + 1 else 1 end
    returning number
$$;
