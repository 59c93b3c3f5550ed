-- What happens to a gift happens once: each change is decided under its row's lock, together with the goods held for it.

-- Write the gifts of an order and set their goods aside, all or none. p: {state, place_id, remind_at, expires_at, own_until,
-- gifts: [{gift_id, hold_id, line_no, seq, variant_id, choices, tell, token_hash, sealed}]}, in variant order, as goods are locked everywhere.
create or replace function gifts.set_aside(p jsonb, p_profile uuid, p_order uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare one record; place uuid := p->>'place_id';
begin
  insert into gifts.gift (profile_id, gift_id, order_id, line_no, seq, state, variant_id, choices, place_id, sealed, tell, issued_at, expires_at, own_until, next_at)
    select p_profile, g.gift_id, p_order, g.line_no, g.seq, p->>'state', g.variant_id, g.choices::uuid[], place, decode(g.sealed, 'base64'), coalesce(g.tell, false), p_at,
      (p->>'expires_at')::timestamptz, (p->>'own_until')::timestamptz, least((p->>'remind_at')::timestamptz, (p->>'expires_at')::timestamptz)
    from jsonb_to_recordset(p->'gifts') as g(gift_id uuid, line_no smallint, seq smallint, variant_id uuid, choices text, sealed text, tell boolean);
  insert into gifts.link (token_hash, gift_id, profile_id)
    select decode(g.token_hash, 'hex'), g.gift_id, p_profile from jsonb_to_recordset(p->'gifts') as g(token_hash text, gift_id uuid);
  for one in select g.gift_id, g.hold_id, g.variant_id from jsonb_to_recordset(p->'gifts') as g(gift_id uuid, hold_id uuid, variant_id uuid)
      order by g.variant_id, g.gift_id loop
    perform inventory.take(place, jsonb_build_array(jsonb_build_object('variant_id', one.variant_id, 'quantity', 1, 'id', one.hold_id)),
      'reserve', 'gift', one.gift_id, p_at, null, p_actor_kind, p_actor_id);
  end loop;
end $$;

-- The money is there: they may be opened.
create or replace function gifts.issue(p_profile uuid, p_order uuid) returns void
language sql security definer as $$
  update gifts.gift set state = 'open', version = version + 1
    where profile_id = p_profile and order_id = p_order and state = 'waiting'
$$;

-- The money never came: their goods go back.
create or replace function gifts.drop_waiting(p_profile uuid, p_order uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare dropped uuid;
begin
  for dropped in update gifts.gift set state = 'cancelled', closed_at = p_at, next_at = null, version = version + 1
      where profile_id = p_profile and order_id = p_order and state = 'waiting' returning gift_id loop
    perform inventory.close_holds(dropped, 'released', p_at, p_actor_kind, p_actor_id);
  end loop;
end $$;

-- What a link opens, as its recipient may know it; no row when no gift has it.
create or replace function gifts.behind(p_hash bytea)
returns table (profile_id uuid, gift_id uuid, state text, variant_id uuid, choices uuid[], place_id uuid, sealed bytea, expires_at timestamptz, own_until timestamptz)
language sql stable security definer as $$
  select g.profile_id, g.gift_id, g.state, g.variant_id, g.choices, g.place_id, g.sealed, g.expires_at, g.own_until
  from gifts.link l join gifts.gift g on g.profile_id = l.profile_id and g.gift_id = l.gift_id where l.token_hash = p_hash
$$;

-- One of those who hold its link receives it, and nobody after. Its goods go over to her order when she takes what lies held
-- (p_keep), else they are free again and hers are taken by the order itself. Once expired it is the giver's own.
-- Returns the giver's profile and order.
create or replace function gifts.claim_once(p_hash bytea, p_profile uuid, p_profiles uuid[], p_order uuid, p_keep boolean, p_at timestamptz,
  p_actor_kind text, p_actor_id text, out giver uuid, out gift uuid, out of_order uuid)
language plpgsql security definer as $$
declare g gifts.gift;
begin
  select x.* into g from gifts.link l join gifts.gift x on x.profile_id = l.profile_id and x.gift_id = l.gift_id
    where l.token_hash = p_hash for update of x;
  if g.gift_id is null or g.state in ('waiting', 'cancelled') then
    raise exception using errcode = 'EG404', message = 'gifts.unknown', detail = '{"field": "token"}';
  elsif g.state = 'claimed' then
    raise exception using errcode = 'EG409', message = 'gifts.claimed', detail = '{"field": "token"}';
  elsif p_at >= g.own_until or (p_at >= g.expires_at and not g.profile_id = any (p_profiles)) then
    raise exception using errcode = 'EG410', message = 'gifts.expired', detail = '{"field": "token"}';
  end if;
  update gifts.gift set state = 'claimed', closed_at = p_at, next_at = null, version = version + 1
    where profile_id = g.profile_id and gift_id = g.gift_id;
  insert into gifts.claim (profile_id, gift_id, order_id, claimed_at) values (p_profile, g.gift_id, p_order, p_at);
  if p_keep then
    perform inventory.hand_hold(g.gift_id, 'order', p_order);
  else
    perform inventory.close_holds(g.gift_id, 'released', p_at, p_actor_kind, p_actor_id);
  end if;
  giver := g.profile_id; gift := g.gift_id; of_order := g.order_id;
end $$;

-- The giver has her money back instead: its goods are free again. The state it was left in; null when there is none to give up.
create or replace function gifts.give_up(p_profile uuid, p_gift uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns text
language plpgsql security definer as $$
declare was text;
begin
  select state into was from gifts.gift where profile_id = p_profile and gift_id = p_gift for update;
  if was is null or was not in ('open', 'expired') then return was; end if;
  update gifts.gift set state = 'cancelled', closed_at = p_at, next_at = null, version = version + 1 where profile_id = p_profile and gift_id = p_gift;
  perform inventory.close_holds(p_gift, 'released', p_at, p_actor_kind, p_actor_id);
  return was;
end $$;

-- Its card was printed, or its link made anew (p_hash): from then on the former one opens nothing. Only while it can be received;
-- no row otherwise.
create or replace function gifts.print(p_profile uuid, p_gift uuid, p_paper boolean, p_hash bytea) returns table (link_no smallint, printed smallint)
language plpgsql security definer as $$
begin
  if p_hash is not null then
    update gifts.link l set token_hash = p_hash from gifts.gift g
      where l.profile_id = p_profile and l.gift_id = p_gift and g.profile_id = p_profile and g.gift_id = p_gift and g.state in ('open', 'expired');
  end if;
  return query update gifts.gift g set link_no = g.link_no + (p_hash is not null)::integer, printed = g.printed + p_paper::integer, version = version + 1
    where g.profile_id = p_profile and g.gift_id = p_gift and g.state in ('open', 'expired') returning g.link_no, g.printed;
end $$;

-- The gift that an order received, for when that order is given up; no row for any other order.
create or replace function gifts.received_as(p_profile uuid, p_order uuid) returns table (profile_id uuid, gift_id uuid, order_id uuid)
language sql stable security definer as $$
  select g.profile_id, g.gift_id, g.order_id from gifts.claim c join gifts.gift g on g.gift_id = c.gift_id
    where c.profile_id = p_profile and c.order_id = p_order
$$;

-- What was received does not arrive after all: the gift is given up, once.
create or replace function gifts.take_back(p_profile uuid, p_gift uuid) returns boolean
language plpgsql security definer as $$
begin
  update gifts.gift set state = 'cancelled', version = version + 1 where profile_id = p_profile and gift_id = p_gift and state = 'claimed';
  return found;
end $$;
