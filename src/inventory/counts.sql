-- Count many shelves at once: each gets the difference to what was known as one movement. Returns the movements that were needed.
-- `p_lines`: {movement_id, place_id, variant_id, counted}; shelves are locked in one order, so that two lists of the same queue.
create or replace function inventory.count_many(
  p_lines jsonb, p_source_kind text, p_source uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns setof uuid
language plpgsql security definer as $$
declare l record; known integer;
begin
  for l in select x.* from jsonb_to_recordset(p_lines) as x(movement_id uuid, place_id uuid, variant_id uuid, counted integer)
      order by x.place_id, x.variant_id loop
    insert into inventory.stock (place_id, variant_id) values (l.place_id, l.variant_id) on conflict do nothing;
    select on_hand into known from inventory.stock where place_id = l.place_id and variant_id = l.variant_id for update;
    continue when known = l.counted;
    perform inventory.move(l.movement_id, l.place_id, l.variant_id, l.counted - known, 'count', p_source_kind, p_source, p_at, p_actor_kind, p_actor_id);
    return next l.movement_id;
  end loop;
end $$;

-- Take back counts that were brought in by mistake, by the opposite movement. What would leave a shelf with less than nothing, or with
-- less than is promised from it, is left and told.
create or replace function inventory.uncount_many(
  p_movements uuid[], p_source_kind text, p_source uuid, p_at timestamptz, p_actor_kind text, p_actor_id text)
returns table (movement_id uuid, kept text)
language plpgsql security definer as $$
#variable_conflict use_column
declare m inventory.movement; s inventory.stock; why text;
begin
  for m in select x.* from inventory.movement x where x.movement_id = any (p_movements) order by x.place_id, x.variant_id loop
    select * into s from inventory.stock x where x.place_id = m.place_id and x.variant_id = m.variant_id for update;
    why := case when s.on_hand - m.quantity < greatest(s.reserved, 0) then 'goods_used' end;
    if why is null then
      perform inventory.move(core.uuid7(p_at), m.place_id, m.variant_id, -m.quantity, 'count', p_source_kind, p_source, p_at, p_actor_kind, p_actor_id);
    end if;
    movement_id := m.movement_id; kept := why;
    return next;
  end loop;
end $$;
