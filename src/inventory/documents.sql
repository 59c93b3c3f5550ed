-- Stock moved by papers: transfers, deliveries, counts, corrections. Rows are taken by place and variant, as checkouts do.

-- Move stock line by line; a line moved before (same movement id) is passed over. What was promised to someone is not sent
-- away; that it was promised does not keep it from breaking or from being missing. Returns how many lines moved.
create or replace function inventory.move_all(p_moves jsonb, p_at timestamptz, p_actor_kind text, p_actor_id text) returns integer
language plpgsql security definer as $$
declare m record; moved integer := 0;
begin
  for m in select * from jsonb_to_recordset(p_moves) as x(movement_id uuid, place_id uuid, variant_id uuid, quantity integer, kind text,
      source_kind text, source_id uuid, reason text) order by place_id, variant_id, movement_id loop
    insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id, reason)
      values (m.movement_id, m.place_id, m.variant_id, m.quantity, m.kind, m.source_kind, m.source_id, p_at, p_actor_kind, p_actor_id, m.reason)
      on conflict do nothing;
    if not found then continue; end if;
    moved := moved + 1;
    if m.quantity > 0 then
      insert into inventory.stock (place_id, variant_id, on_hand) values (m.place_id, m.variant_id, m.quantity)
        on conflict (place_id, variant_id) do update set on_hand = stock.on_hand + excluded.on_hand, version = stock.version + 1;
      continue;
    end if;
    update inventory.stock set on_hand = on_hand + m.quantity, version = version + 1
      where place_id = m.place_id and variant_id = m.variant_id and on_hand + m.quantity >= case m.kind when 'transfer' then reserved else 0 end;
    if not found then
      raise exception using errcode = 'EG409', message = 'inventory.not_there', detail = jsonb_build_object('place_id', m.place_id, 'field', 'lines',
        'short', jsonb_build_array(jsonb_build_object('variant_id', m.variant_id, 'wanted', -m.quantity, 'available',
          coalesce((select greatest(on_hand - case m.kind when 'transfer' then reserved else 0 end, 0) from inventory.stock
            where place_id = m.place_id and variant_id = m.variant_id), 0))))::text;
    end if;
  end loop;
  return moved;
end $$;

-- Give back part of what a source holds: the goods leave by another door. Lines come sorted by variant.
create or replace function inventory.draw_holds(p_source uuid, p_lines jsonb, p_at timestamptz) returns void
language plpgsql security definer as $$
declare l record; h inventory.hold;
begin
  for l in select variant_id, quantity from jsonb_to_recordset(p_lines) as x(variant_id uuid, quantity integer) order by variant_id loop
    select * into h from inventory.hold where source_id = p_source and variant_id = l.variant_id and state = 'held' for update;
    if not found then continue; end if;
    if h.quantity > l.quantity then
      update inventory.hold set quantity = quantity - l.quantity where hold_id = h.hold_id;
    else
      update inventory.hold set state = 'released', closed_at = p_at where hold_id = h.hold_id;
    end if;
    update inventory.stock set reserved = reserved - least(h.quantity, l.quantity), version = version + 1
      where place_id = h.place_id and variant_id = h.variant_id;
  end loop;
end $$;

-- Published for desk: what is on its way to each place, when it is expected, and by which paper.
create or replace view inventory.incoming as
  select t.to_place_id as place_id, l.variant_id, l.shipped - l.received - l.returned - l.gone as quantity, t.needed_on as expected_on,
      'transfer' as source_kind, t.transfer_id as source_id
    from inventory.transfer_line l join inventory.transfer t using (transfer_id)
    where l.shipped - l.received - l.returned - l.gone > 0
  union all
  select d.place_id, l.variant_id, l.expected - l.received, d.expected_on, 'delivery', d.delivery_id
    from inventory.delivery_line l join inventory.delivery d using (delivery_id)
    where d.state = 'expected' and l.expected > l.received;
