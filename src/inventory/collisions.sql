-- Book goods that have left already: a till sold them while it was offline. Never refuses; stock stops at the floor (nothing),
-- and what was not there, or was promised to others, becomes a collision. Lines sorted by variant, without repeats.
create or replace function inventory.take_sold(
  p_place uuid, p_lines jsonb, p_source_kind text, p_source uuid, p_at timestamptz, p_found timestamptz, p_actor_kind text, p_actor_id text) returns jsonb
language plpgsql security definer as $$
declare line record; known inventory.stock; lacking integer; broken integer; collision uuid; found_here jsonb := '[]';
begin
  for line in select l.variant_id, l.quantity, l.id from jsonb_to_recordset(p_lines) as l(variant_id uuid, quantity integer, id uuid) order by l.variant_id loop
    insert into inventory.stock (place_id, variant_id) values (p_place, line.variant_id) on conflict do nothing;
    select * into known from inventory.stock where place_id = p_place and variant_id = line.variant_id for update;
    lacking := greatest(line.quantity - greatest(known.on_hand, 0), 0);
    broken := greatest(known.reserved - (known.on_hand - line.quantity + lacking), 0) - greatest(known.reserved - known.on_hand, 0);
    update inventory.stock set on_hand = on_hand - line.quantity + lacking, version = version + 1
      where place_id = p_place and variant_id = line.variant_id;
    insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
      values (line.id, p_place, line.variant_id, -line.quantity, 'sale', p_source_kind, p_source, p_at, p_actor_kind, p_actor_id);
    continue when lacking + broken = 0;
    collision := core.uuid7(p_found);
    insert into inventory.collision (collision_id, place_id, variant_id, source_kind, source_id, wanted, missing, promised, found_at)
      values (collision, p_place, line.variant_id, p_source_kind, p_source, line.quantity, lacking, broken, p_found);
    if lacking > 0 then
      insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
        values (core.uuid7(p_found), p_place, line.variant_id, lacking, 'count', 'collision', collision, p_found, p_actor_kind, p_actor_id);
    end if;
    found_here := found_here || jsonb_build_object('collision_id', collision, 'place_id', p_place, 'variant_id', line.variant_id,
      'wanted', line.quantity, 'missing', lacking, 'promised', broken,
      'promised_to', (select coalesce(jsonb_agg(jsonb_build_object('kind', h.source_kind, 'id', h.source_id, 'quantity', h.quantity) order by h.held_at desc), '[]')
        from inventory.hold h where h.place_id = p_place and h.variant_id = line.variant_id and h.state = 'held' and broken > 0));
  end loop;
  return found_here;
end $$;
