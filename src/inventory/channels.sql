-- What each channel may promise: a till sells what lies there, everyone else what her channel's rule leaves of it.

-- A share of what is free, less a few kept back, at most so many.
create or replace function inventory.share_of(p_free integer, r inventory.channel_rule) returns integer
language sql immutable as $$
  select case when r.channel is null then greatest(p_free, 0)
    else greatest(least(greatest(p_free, 0)::bigint * r.share_percent / 100 - r.buffer, coalesce(r.cap, 2147483647)), 0)::integer end
$$;

-- Published for desk, and the one answer to "how many may this channel promise": per place and variant, of the places it sees.
create or replace function inventory.available_to(p_channel text, p_variants uuid[], p_places uuid[])
returns table (place_id uuid, variant_id uuid, available integer)
language sql stable security definer as $$
  select s.place_id, s.variant_id, inventory.share_of(s.on_hand - s.reserved - s.safety, r)
  from inventory.stock s left join inventory.channel_rule r on r.channel = p_channel
  where s.variant_id = any (p_variants) and (p_places is null or s.place_id = any (p_places))
    and (r.place_ids is null or s.place_id = any (r.place_ids))
$$;

-- Take goods from several places, or for a channel with a rule of its own: [{place_id, lines}], all or none. The rule is held
-- against the locked rows, so that two buyers of one channel cannot both have its last share. A plain sale does not come here.
create or replace function inventory.take_parts(
  p_parts jsonb, p_channel text, p_mode text, p_source_kind text, p_source uuid, p_at timestamptz, p_expires timestamptz,
  p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare rule inventory.channel_rule; part record; missing jsonb; done text;
begin
  select * into rule from inventory.channel_rule where channel = p_channel;
  for part in select x.place_id, x.lines from jsonb_to_recordset(p_parts) as x(place_id uuid, lines jsonb) order by x.place_id loop
    if rule.channel is not null then
      perform 1 from inventory.stock s join jsonb_to_recordset(part.lines) as l(variant_id uuid) using (variant_id)
        where s.place_id = part.place_id order by s.variant_id for update of s;
      select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'wanted', l.quantity, 'available', l.allowed) order by l.variant_id) into missing
        from (select w.variant_id, w.quantity, case when rule.place_ids is null or part.place_id = any (rule.place_ids)
              then coalesce(inventory.share_of(s.on_hand - s.reserved - s.safety, rule), 0) else 0 end as allowed
            from jsonb_to_recordset(part.lines) as w(variant_id uuid, quantity integer)
            left join inventory.stock s on s.place_id = part.place_id and s.variant_id = w.variant_id) l
        where l.allowed < l.quantity;
      perform inventory.refuse(part.place_id, missing);
    end if;
    done := inventory.take(part.place_id, part.lines, p_mode, p_source_kind, p_source, p_at, p_expires, p_actor_kind, p_actor_id);
  end loop;
end $$;

-- End the holds of a source at one place: one parcel of several leaves.
create or replace function inventory.close_holds_at(
  p_source uuid, p_place uuid, p_outcome text, p_at timestamptz, p_actor_kind text, p_actor_id text) returns integer
language plpgsql security definer as $$
declare held record; closed integer := 0;
begin
  for held in select * from inventory.hold where source_id = p_source and place_id = p_place and state = 'held' order by variant_id, hold_id for update loop
    update inventory.hold set state = p_outcome, closed_at = p_at where hold_id = held.hold_id;
    update inventory.stock
      set reserved = reserved - held.quantity, version = version + 1,
          on_hand = on_hand - case when p_outcome = 'taken' then held.quantity else 0 end
      where place_id = held.place_id and variant_id = held.variant_id;
    if p_outcome = 'taken' then
      insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
        values (held.hold_id, held.place_id, held.variant_id, -held.quantity, 'sale', held.source_kind, held.source_id, p_at, p_actor_kind, p_actor_id);
    end if;
    closed := closed + 1;
  end loop;
  return closed;
end $$;
