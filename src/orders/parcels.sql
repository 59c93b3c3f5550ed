-- Goods from several places, or under a channel's rule: taken together or not at all; several parcels are written down.
create or replace function orders.take_parts(
  p_profile uuid, p_order uuid, p_takes jsonb, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
begin
  perform inventory.take_parts(p_takes->'parts', p_takes->>'channel', p_takes->>'mode', 'order', p_order, p_at, null, p_actor_kind, p_actor_id);
  if jsonb_array_length(p_takes->'parts') > 1 then
    insert into orders.parcel (profile_id, order_id, place_id, pieces)
      select p_profile, p_order, x.place_id, (select sum((l->>'quantity')::integer) from jsonb_array_elements(x.lines) l)
      from jsonb_to_recordset(p_takes->'parts') as x(place_id uuid, lines jsonb);
  end if;
end $$;
