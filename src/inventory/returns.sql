-- Goods that come back are received where they come back. What is not fit to sell is written off at once: two movements, no piece on the shelf.
-- p_lines: [{id, loss_id, variant_id, quantity, damaged}]; rows are locked in variant order, like everywhere. A repeat by id is a no-op.
create or replace function inventory.take_in(
  p_place uuid, p_lines jsonb, p_source uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare l record;
begin
  for l in select * from jsonb_to_recordset(p_lines) as x(id uuid, loss_id uuid, variant_id uuid, quantity integer, damaged boolean) order by x.variant_id, x.id loop
    insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
      values (l.id, p_place, l.variant_id, l.quantity, 'return', 'return', p_source, p_at, p_actor_kind, p_actor_id)
      on conflict do nothing;
    continue when not found;
    insert into inventory.stock (place_id, variant_id) values (p_place, l.variant_id) on conflict do nothing;
    if l.damaged then
      insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
        values (l.loss_id, p_place, l.variant_id, -l.quantity, 'loss', 'return', p_source, p_at, p_actor_kind, p_actor_id);
    else
      update inventory.stock set on_hand = on_hand + l.quantity, version = version + 1 where place_id = p_place and variant_id = l.variant_id;
    end if;
  end loop;
end $$;
