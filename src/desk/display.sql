-- What is often chosen in a shop, by category: of the last days, only where enough different people chose it that it tells of nobody.
create or replace function desk.chosen_here(p_place uuid, p_since timestamptz, p_least integer)
returns table (category_id uuid, name text, name_en text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.category_id, c.name, c.name_en
    from orders.history o
      join orders.history_line l on l.profile_id = o.profile_id and l.order_id = o.order_id
      join catalog.item v on v.variant_id = l.variant_id
      join catalog.category_card c on c.category_id = v.category_id
    where o.place_id = p_place and o.placed_at > p_since and o.state in ('placed', 'ready', 'done')
    group by 1, 2, 3 having count(distinct o.order_id) >= p_least
    order by sum(l.quantity) desc, 2 limit 3
$$;
