-- Every change of stock goes through these: the check and the write are one statement, so two tills cannot sell the last unit.

-- Why lines cannot be had: per variant what is wanted and what is there.
create or replace function inventory.shortage(p_place uuid, p_lines jsonb, p_promise boolean) returns jsonb
language plpgsql stable security definer as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('variant_id', w.variant_id, 'wanted', w.quantity, 'available', greatest(coalesce(s.left, 0), 0)) order by w.variant_id)
    from (select variant_id, sum(quantity)::integer as quantity
          from jsonb_to_recordset(p_lines) as l(variant_id uuid, quantity integer) group by variant_id) w
    left join lateral (select on_hand - reserved - case when p_promise then safety else 0 end as left
          from inventory.stock where place_id = p_place and variant_id = w.variant_id) s on true
    where coalesce(s.left, 0) < w.quantity);
end $$;

-- Refuse what is short, naming it; nothing happens when nothing is missing.
create or replace function inventory.refuse(p_place uuid, p_missing jsonb) returns void
language plpgsql as $$
begin
  if p_missing is not null then
    raise exception using errcode = 'EG409', message = 'inventory.short',
      detail = jsonb_build_object('place_id', p_place, 'field', 'lines', 'short', p_missing)::text;
  end if;
end $$;

-- See that lines can be promised before anything is written for them: in a rush most callers are refused, and cheaply.
-- It is only a look; `take` decides.
create or replace function inventory.expect(p_place uuid, p_lines jsonb) returns void
language plpgsql security definer as $$
begin
  perform inventory.refuse(p_place, inventory.shortage(p_place, p_lines, true));
end $$;

-- Take goods for an order, all lines or none. 'reserve' promises them (online: safety stock is left alone),
-- 'sell' hands them over now (till: only what is promised to others is left alone), 'set_aside' promises what lies on the counter
-- while a card is asked (till again: safety stock may be sold).
-- Lines must come sorted by variant and without repeats: rows are locked in key order, so carts cannot deadlock.
create or replace function inventory.take(
  p_place uuid, p_lines jsonb, p_mode text, p_source_kind text, p_source uuid, p_at timestamptz, p_expires timestamptz,
  p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare variant uuid; wanted integer; missing jsonb;
begin
  -- Sold out is seen in the snapshot, before the row is locked: once nothing is left, the crowd is refused without queueing.
  for place_in_list in 0 .. jsonb_array_length(p_lines) - 1 loop
    variant := p_lines->place_in_list->>'variant_id';
    wanted := p_lines->place_in_list->>'quantity';
    if p_mode <> 'sell' then
      update inventory.stock set reserved = reserved + wanted, version = version + 1
        where place_id = p_place and variant_id = variant and on_hand - reserved - case p_mode when 'reserve' then safety else 0 end >= wanted;
    else
      update inventory.stock set on_hand = on_hand - wanted, version = version + 1
        where place_id = p_place and variant_id = variant and on_hand - reserved >= wanted;
    end if;
    if not found then
      missing := inventory.shortage(p_place, p_lines, p_mode = 'reserve');
      -- Sold out a moment ago and given back since: say what was asked, the caller may try again.
      missing := coalesce(missing, jsonb_build_array(jsonb_build_object('variant_id', variant, 'wanted', wanted, 'available', 0)));
      exit;
    end if;
  end loop;
  if missing is not null then perform inventory.refuse(p_place, missing); end if;
  if p_mode <> 'sell' then
    insert into inventory.hold (hold_id, place_id, variant_id, quantity, source_kind, source_id, held_at, expires_at)
      select l.id, p_place, l.variant_id, l.quantity, p_source_kind, p_source, p_at, p_expires
      from jsonb_to_recordset(p_lines) as l(variant_id uuid, quantity integer, id uuid);
  else
    insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
      select l.id, p_place, l.variant_id, -l.quantity, 'sale', p_source_kind, p_source, p_at, p_actor_kind, p_actor_id
      from jsonb_to_recordset(p_lines) as l(variant_id uuid, quantity integer, id uuid);
  end if;
end $$;

-- Hand over the goods of many sales, all or none; false when something is short: the caller undoes the rest.
-- Rows are locked in key order, like everywhere. p_sales: [{place_id, variant_id, quantity, id, source_id, at, actor_kind, actor_id}].
create or replace function inventory.sell_all(p_sales jsonb) returns boolean
language plpgsql security definer as $$
declare good record;
begin
  for good in select place_id, variant_id, sum(quantity)::integer as quantity
      from jsonb_to_recordset(p_sales) as s(place_id uuid, variant_id uuid, quantity integer) group by 1, 2 order by 1, 2 loop
    update inventory.stock set on_hand = on_hand - good.quantity, version = version + 1
      where place_id = good.place_id and variant_id = good.variant_id and on_hand - reserved >= good.quantity;
    if not found then return false; end if;
  end loop;
  insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
    select id, place_id, variant_id, -quantity, 'sale', 'order', source_id, at, actor_kind, actor_id
    from jsonb_to_recordset(p_sales) as s(place_id uuid, variant_id uuid, quantity integer, id uuid, source_id uuid, at timestamptz, actor_kind text, actor_id text);
  return true;
end $$;

-- End the holds of a source: 'taken' turns the promise into a sale, 'released' gives the goods back. Safe to repeat.
create or replace function inventory.close_holds(
  p_source uuid, p_outcome text, p_at timestamptz, p_actor_kind text, p_actor_id text) returns integer
language plpgsql security definer as $$
declare held record; closed integer := 0;
begin
  for held in select * from inventory.hold where source_id = p_source and state = 'held' order by variant_id, hold_id for update loop
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

-- Release holds whose time has run out; returns how many.
create or replace function inventory.release_expired(p_at timestamptz, p_limit integer) returns integer
language plpgsql security definer as $$
declare source uuid; released integer := 0;
begin
  for source in select distinct source_id from (
      select source_id from inventory.hold where state = 'held' and expires_at <= p_at order by expires_at limit p_limit) late order by 1 loop
    released := released + inventory.close_holds(source, 'released', p_at, 'system', 'engawa');
  end loop;
  return released;
end $$;

-- Put goods in (or take them out) outside an order: opening, receipt, return, loss, transfer. Repeats by movement id are no-ops.
create or replace function inventory.move(
  p_movement uuid, p_place uuid, p_variant uuid, p_quantity integer, p_kind text, p_source_kind text, p_source uuid,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
begin
  insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind, actor_id)
    values (p_movement, p_place, p_variant, p_quantity, p_kind, p_source_kind, p_source, p_at, p_actor_kind, p_actor_id)
    on conflict do nothing;
  if not found then return false; end if;
  if p_kind in ('loss', 'transfer') and p_quantity < 0 then
    -- What is not there cannot be lost or sent away; that it was promised to someone does not keep it from breaking.
    update inventory.stock set on_hand = on_hand + p_quantity, version = version + 1
      where place_id = p_place and variant_id = p_variant and on_hand + p_quantity >= 0;
    if not found then
      raise exception using errcode = 'EG409', message = 'inventory.not_there', detail = jsonb_build_object('place_id', p_place, 'field', 'lines',
        'short', jsonb_build_array(jsonb_build_object('variant_id', p_variant, 'wanted', -p_quantity,
          'available', coalesce((select on_hand from inventory.stock where place_id = p_place and variant_id = p_variant), 0))))::text;
    end if;
    return true;
  end if;
  insert into inventory.stock (place_id, variant_id, on_hand) values (p_place, p_variant, p_quantity)
    on conflict (place_id, variant_id) do update set on_hand = stock.on_hand + excluded.on_hand, version = stock.version + 1;
  return true;
end $$;

-- A count found `p_counted` pieces on the shelf: the difference becomes a movement. Returns the difference.
create or replace function inventory.count_shelf(
  p_movement uuid, p_place uuid, p_variant uuid, p_counted integer, p_at timestamptz, p_actor_kind text, p_actor_id text) returns integer
language plpgsql security definer as $$
declare known integer;
begin
  insert into inventory.stock (place_id, variant_id) values (p_place, p_variant) on conflict do nothing;
  select on_hand into known from inventory.stock where place_id = p_place and variant_id = p_variant for update;
  if p_counted <> known then
    perform inventory.move(p_movement, p_place, p_variant, p_counted - known, 'count', 'count', p_movement, p_at, p_actor_kind, p_actor_id);
  end if;
  return p_counted - known;
end $$;

-- Published for desk, segments and predict: what may be promised at each place.
create or replace view inventory.availability as
  select place_id, variant_id, greatest(on_hand - reserved - safety, 0) as available from inventory.stock;

-- What is held for one source is held for another from now on: nothing moves, so nobody can come between.
create or replace function inventory.hand_hold(p_from uuid, p_kind text, p_to uuid) returns void
language sql security definer as $$
  update inventory.hold set source_kind = p_kind, source_id = p_to where source_id = p_from and state = 'held'
$$;
