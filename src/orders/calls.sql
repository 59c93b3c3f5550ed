-- The numbers a shop calls out, for the screen on its wall: a number is nobody's name. What is ready stays until it is handed over,
-- the newest call first; what is being made comes in the order it was placed.
create or replace function orders.called(p_place uuid, p_since timestamptz)
returns table (number integer, state text, called_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.call_number, o.state, coalesce(o.ready_at, m.preparing_at, o.placed_at)
    from orders."order" o join orders.promise m on m.profile_id = o.profile_id and m.order_id = o.order_id
    where o.place_id = p_place and o.state in ('placed', 'ready') and o.placed_at > p_since and o.way = 'order_ahead' and m.call_number is not null
    order by o.state = 'ready' desc, case when o.state = 'ready' then o.ready_at end desc, o.placed_at
    limit 40
$$;
