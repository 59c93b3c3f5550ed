-- Change one line of a person's living cart, making the cart when there is none. The row lock on the cart orders
-- everybody's changes; version counts them. Several open carts of one person (her profiles were joined) become one here.
-- p_way and p_place say how it is to be received; null leaves that as it was.
create or replace function carts.put(
  p_profiles uuid[], p_profile uuid, p_cart uuid, p_variant uuid, p_quantity integer, p_add boolean, p_channel text,
  p_actor_kind text, p_actor_id text, p_at timestamptz, p_version bigint, p_most_lines integer, p_way text, p_place uuid,
  out profile_id uuid, out cart_id uuid, out version bigint, out quantity_before integer, out quantity integer)
language plpgsql as $$
declare here carts.cart; before carts.item;
begin
  here := carts.living(p_profiles, p_profile, p_cart, p_at);
  profile_id := here.profile_id; cart_id := here.cart_id; version := here.version;
  if p_version is not null and p_version <> here.version then
    raise exception using errcode = 'EG412', message = 'carts.changed', detail = json_build_object('version', here.version)::text;
  end if;
  select * into before from carts.item i
    where i.profile_id = here.profile_id and i.cart_id = here.cart_id and i.variant_id = p_variant;
  quantity_before := coalesce(before.quantity, 0);
  quantity := case when p_add then least(quantity_before + p_quantity, 999) else p_quantity end;
  if quantity = quantity_before and (quantity = 0 or p_way is null or (before.way, before.place_id) is not distinct from (p_way, p_place)) then
    return;
  end if;
  if quantity = 0 then
    delete from carts.item i where i.profile_id = here.profile_id and i.cart_id = here.cart_id and i.variant_id = p_variant;
  else
    if quantity_before = 0 and
       (select count(*) from carts.item i where i.profile_id = here.profile_id and i.cart_id = here.cart_id) >= p_most_lines then
      raise exception using errcode = 'EG409', message = 'carts.full', detail = json_build_object('most_lines', p_most_lines)::text;
    end if;
    -- Who put it in first stays who added it, whoever changes the number.
    insert into carts.item (profile_id, cart_id, variant_id, quantity, channel, added_by_kind, added_by_id, added_at, way, place_id)
      values (here.profile_id, here.cart_id, p_variant, put.quantity, p_channel, p_actor_kind, p_actor_id, p_at, p_way, p_place)
      on conflict on constraint item_pkey do update set quantity = excluded.quantity,
        way = coalesce(excluded.way, item.way), place_id = case when excluded.way is null then item.place_id else excluded.place_id end;
  end if;
  update carts.cart c set version = c.version + 1, changed_at = p_at
    where c.profile_id = here.profile_id and c.cart_id = here.cart_id returning c.version into put.version;
end $$;

-- Lay a coupon in a person's living cart, making the cart when there is none, or take it out. Null when nothing changed.
create or replace function carts.lay_coupon(
  p_profiles uuid[], p_profile uuid, p_cart uuid, p_coupon uuid, p_in boolean, p_at timestamptz, p_most integer,
  out profile_id uuid, out cart_id uuid, out version bigint)
language plpgsql as $$
declare here carts.cart;
begin
  here := carts.living(p_profiles, p_profile, p_cart, p_at);
  if p_in then
    if (select count(*) from carts.coupon k where k.profile_id = here.profile_id and k.cart_id = here.cart_id and k.coupon_id <> p_coupon) >= p_most then
      raise exception using errcode = 'EG409', message = 'carts.coupons_full', detail = json_build_object('most_coupons', p_most)::text;
    end if;
    insert into carts.coupon (profile_id, cart_id, coupon_id, added_at) values (here.profile_id, here.cart_id, p_coupon, p_at)
      on conflict on constraint coupon_pkey do nothing;
  else
    delete from carts.coupon k where k.profile_id = here.profile_id and k.cart_id = here.cart_id and k.coupon_id = p_coupon;
  end if;
  if not found then return; end if;
  update carts.cart c set version = c.version + 1, changed_at = p_at
    where c.profile_id = here.profile_id and c.cart_id = here.cart_id returning c.version into lay_coupon.version;
  profile_id := here.profile_id; cart_id := here.cart_id;
end $$;

-- The one open cart over a person's profiles, locked; made under p_profile with id p_cart when there is none.
create or replace function carts.living(p_profiles uuid[], p_profile uuid, p_cart uuid, p_at timestamptz) returns carts.cart
language plpgsql as $$
declare here carts.cart; other carts.cart;
begin
  loop
    here := null;
    for other in
      select * from carts.cart c where c.profile_id = any (p_profiles) and c.state = 'open'
        order by c.changed_at desc, c.cart_id for update
    loop
      if here.cart_id is null then here := other; else here := carts.fold(other, here, p_at); end if;
    end loop;
    if here.cart_id is not null then return here; end if;
    insert into carts.cart as c (profile_id, cart_id, created_at, changed_at) values (p_profile, p_cart, p_at, p_at)
      on conflict do nothing returning * into here;
    if found then return here; end if;
    -- Another device made it a moment ago: take that one.
  end loop;
end $$;

-- Pour one open cart into another. The same thing in both is one wish seen twice: the larger number stands.
create or replace function carts.fold(p_from carts.cart, p_to carts.cart, p_at timestamptz) returns carts.cart
language plpgsql as $$
declare here carts.cart;
begin
  insert into carts.item (profile_id, cart_id, variant_id, quantity, channel, added_by_kind, added_by_id, added_at, way, place_id)
    select p_to.profile_id, p_to.cart_id, i.variant_id, i.quantity, i.channel, i.added_by_kind, i.added_by_id, i.added_at, i.way, i.place_id
      from carts.item i where i.profile_id = p_from.profile_id and i.cart_id = p_from.cart_id
    on conflict on constraint item_pkey do update set quantity = greatest(item.quantity, excluded.quantity);
  delete from carts.item i where i.profile_id = p_from.profile_id and i.cart_id = p_from.cart_id;
  insert into carts.coupon (profile_id, cart_id, coupon_id, added_at)
    select p_to.profile_id, p_to.cart_id, k.coupon_id, k.added_at from carts.coupon k
      where k.profile_id = p_from.profile_id and k.cart_id = p_from.cart_id
    on conflict on constraint coupon_pkey do nothing;
  delete from carts.coupon k where k.profile_id = p_from.profile_id and k.cart_id = p_from.cart_id;
  update carts.cart c set state = 'merged', version = c.version + 1, changed_at = p_at,
      into_profile_id = p_to.profile_id, into_cart_id = p_to.cart_id
    where c.profile_id = p_from.profile_id and c.cart_id = p_from.cart_id;
  -- A code read aloud a minute ago still opens the living cart.
  update carts.hand_over_code h set profile_id = p_to.profile_id, cart_id = p_to.cart_id
    where h.profile_id = p_from.profile_id and h.cart_id = p_from.cart_id and h.claimed_at is null;
  update carts.cart c set version = c.version + 1, changed_at = p_at
    where c.profile_id = p_to.profile_id and c.cart_id = p_to.cart_id returning * into here;
  return here;
end $$;

-- What a visitor liked goes with her into her own list, once; security definer for the same reason as carts.merge.
create or replace function carts.carry_favourites(p_from uuid, p_to uuid) returns void
language sql security definer set search_path = '' as $$
  insert into carts.favourite (profile_id, product_id, added_at)
    select p_to, product_id, added_at from carts.favourite where profile_id = p_from
    on conflict do nothing;
  delete from carts.favourite where profile_id = p_from
$$;

-- One customer, one cart: what p_from had gathered and what the profiles of p_to hold become one. Null when nothing was
-- poured. Security definer, since at a sign-in neither side sees the other's rows yet.
create or replace function carts.merge(p_from uuid, p_profiles uuid[], p_to uuid, p_cart uuid, p_at timestamptz,
  out profile_id uuid, out cart_id uuid, out version bigint)
language plpgsql security definer set search_path = '' as $$
declare here carts.cart; other carts.cart;
begin
  if p_from = any (p_profiles) then
    if (select count(*) from carts.cart c where c.profile_id = any (p_profiles) and c.state = 'open') < 2 then return; end if;
    here := carts.living(p_profiles, p_to, p_cart, p_at);
  else
    select * into other from carts.cart c where c.profile_id = p_from and c.state = 'open' for update;
    if not found then return; end if;
    here := carts.fold(other, carts.living(p_profiles, p_to, p_cart, p_at), p_at);
  end if;
  profile_id := here.profile_id; cart_id := here.cart_id; version := here.version;
end $$;

-- Orders' own transaction calls this first: of two who order the same cart at once (her phone and the agent), the second is
-- told that it changed. The version moves on, so that whoever read the cart before must look again.
create or replace function carts.order_once(p_profile uuid, p_cart uuid, p_version bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update carts.cart set version = version + 1 where profile_id = p_profile and cart_id = p_cart and state = 'open' and version = p_version;
  if not found then raise exception using errcode = 'EG409', message = 'carts.changed', detail = '{"field": "cart"}'; end if;
end $$;

-- Orders' own transaction calls this: exactly the ordered lines leave, the rest stays, an empty cart closes.
-- A cart that was poured into another since is followed there. Returns the new version, null when nothing was left to take.
create or replace function carts.take_out(p_profile uuid, p_cart uuid, p_variants uuid[], p_at timestamptz) returns bigint
language plpgsql security definer set search_path = '' as $$
declare here carts.cart; now_version bigint;
begin
  loop
    select * into here from carts.cart c where c.profile_id = p_profile and c.cart_id = p_cart for update;
    exit when here.state is distinct from 'merged';
    p_profile := here.into_profile_id; p_cart := here.into_cart_id;
  end loop;
  if here.state is distinct from 'open' then return null; end if;
  delete from carts.item i where i.profile_id = p_profile and i.cart_id = p_cart and i.variant_id = any (p_variants);
  if not found then return null; end if;
  update carts.cart c set version = c.version + 1, changed_at = p_at, state = case when exists (
      select 1 from carts.item i where i.profile_id = p_profile and i.cart_id = p_cart) then 'open' else 'ordered' end
    where c.profile_id = p_profile and c.cart_id = p_cart returning c.version, c.state into now_version, here.state;
  if here.state = 'ordered' then delete from carts.coupon k where k.profile_id = p_profile and k.cart_id = p_cart; end if;
  return now_version;
end $$;

-- Count a guess before it is made, so that parallel guesses cannot slip past the limit. Returns when the guesser is
-- free again; null means: go on.
create or replace function carts.guess(p_actor text, p_at timestamptz, p_most integer, p_window interval) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare seen carts.hand_over_guess;
begin
  insert into carts.hand_over_guess as g (actor_id, wrong_count, since, locked_until) values (p_actor, 1, p_at, null)
    on conflict (actor_id) do update set
      wrong_count = case when g.locked_until > p_at then g.wrong_count when g.since <= p_at - p_window then 1 else g.wrong_count + 1 end,
      since = case when g.locked_until > p_at or g.since > p_at - p_window then g.since else p_at end,
      locked_until = case
        when g.locked_until > p_at then g.locked_until
        when g.since > p_at - p_window and g.wrong_count >= p_most then p_at + p_window end
    returning * into seen;
  return seen.locked_until;
end $$;

-- A right code takes its guess back.
create or replace function carts.guessed_right(p_actor text) returns void
language sql security definer set search_path = '' as $$
  update carts.hand_over_guess set wrong_count = greatest(wrong_count - 1, 0) where actor_id = p_actor
$$;

-- Published for desk and segments: what lies in open carts.
create or replace view carts.open_cart with (security_invoker = true) as
  select profile_id, cart_id, version, changed_at from carts.cart where state = 'open';
create or replace view carts.open_line with (security_invoker = true) as
  select i.profile_id, i.cart_id, i.variant_id, i.quantity, i.channel, i.added_by_kind, i.added_at
  from carts.item i join carts.cart c on c.profile_id = i.profile_id and c.cart_id = i.cart_id where c.state = 'open';
