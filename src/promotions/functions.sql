-- What an order redeems is checked and written here, in the one call that writes the order: an offer that changed, a cap or a budget
-- that is used up, a coupon that someone else was quicker with.

-- Put a budget and a cap into parts, as evenly as they go.
create or replace function promotions.open_slots(p_offer uuid, p_slots integer) returns void
language sql security definer as $$
  insert into promotions.slot (offer_id, slot, left_uses, left_yen)
    select o.offer_id, s, o.use_cap / p_slots + (s < o.use_cap % p_slots)::integer, o.budget_yen / p_slots + (s < o.budget_yen % p_slots)::integer
    from promotions.offer o cross join generate_series(0, p_slots - 1) s
    where o.offer_id = p_offer and (o.use_cap is not null or o.budget_yen is not null)
    on conflict do nothing
$$;

-- Take uses and yen of an offer's parts: of one that nobody holds and that has enough, else of all, in turn. False when there is not enough.
create or replace function promotions.draw(p_offer uuid, p_uses bigint, p_yen bigint, p_from text) returns boolean
language plpgsql security definer as $$
declare s promotions.slot; uses bigint := p_uses; yen bigint := p_yen; some_uses bigint; some_yen bigint;
begin
  update promotions.slot set left_uses = left_uses - p_uses, left_yen = left_yen - p_yen
    where (offer_id, slot) = (select f.offer_id, f.slot from promotions.slot f
      where f.offer_id = p_offer and (f.left_uses is null or f.left_uses >= p_uses) and (f.left_yen is null or f.left_yen >= p_yen)
      order by (f.slot + abs(hashtext(p_from) % 16)) % 16 limit 1 for update skip locked);
  if found then return true; end if;
  for s in select * from promotions.slot where offer_id = p_offer order by slot for update loop
    some_uses := least(s.left_uses, uses);
    some_yen := least(s.left_yen, yen);
    uses := uses - coalesce(some_uses, uses);
    yen := yen - coalesce(some_yen, yen);
    update promotions.slot set left_uses = left_uses - some_uses, left_yen = left_yen - some_yen where offer_id = p_offer and slot = s.slot;
  end loop;
  return uses = 0 and yen = 0;
end $$;

-- What orders were given stands in the ledger and on the timeline; p as `redeem` reads it. A sale told later is noted as it was: it has happened.
create or replace function promotions.note(p jsonb, p_received timestamptz) returns void
language plpgsql security definer as $$
begin
  insert into promotions.redemption (profile_id, order_id, offer_id, offer_version, coupon_id, discount_yen, points, place_id, channel, redeemed_at)
    select x.profile_id, x.order_id, x.offer_id, x.version, x.coupon_id, x.discount_yen, x.points, x.place_id, x.channel, x.at
    from jsonb_to_recordset(p) as x(profile_id uuid, order_id uuid, offer_id uuid, version bigint, coupon_id uuid, discount_yen bigint, points bigint,
      place_id uuid, channel text, at timestamptz);
  perform activity.emit_all((select jsonb_agg(jsonb_build_object('profile_id', e.profile_id, 'occurred_at', e.at, 'event_id',
      md5('offers.redeemed:' || e.order_id)::uuid, 'type', 'offers.redeemed', 'source', 'promotions', 'channel', e.channel, 'place_id', e.place_id,
      'subject_kind', 'order', 'subject_id', e.order_id, 'version', 1, 'actor_kind', e.actor_kind, 'actor_id', e.actor_id,
      'payload', jsonb_build_object('offer_ids', e.offers, 'discount_yen', e.yen, 'points', e.points, 'coupons', e.coupons), 'reactions', e.reactions))
    from (select x.profile_id, x.order_id, x.at, x.channel, x.place_id, x.actor_kind, x.actor_id, x.reactions, jsonb_agg(x.offer_id order by x.offer_id) as offers,
        sum(x.discount_yen) as yen, sum(x.points) as points, count(x.coupon_id) as coupons
      from jsonb_to_recordset(p) as x(profile_id uuid, order_id uuid, at timestamptz, channel text, place_id uuid, actor_kind text, actor_id text,
        reactions jsonb,
        offer_id uuid, discount_yen bigint, points bigint, coupon_id uuid) group by 1, 2, 3, 4, 5, 6, 7, 8) e),
    p_received);
end $$;

-- p: [{profile_id, profile_ids, order_id, place_id, channel, at, offer_id, version, discount_yen, points, coupon_id, guarded}], of one order or
-- of several. Offers come in one order, whoever buys, so that no two calls wait for each other in a circle.
create or replace function promotions.redeem(p jsonb) returns void
language plpgsql security definer as $$
declare d record; g record; o promotions.offer; c promotions.coupon; stale uuid; used bigint;
begin
  select x.offer_id into stale from jsonb_to_recordset(p) as x(offer_id uuid, version bigint, at timestamptz)
    where not exists (select from promotions.offer f where f.offer_id = x.offer_id and f.version = x.version and f.state = 'live'
      and (f.starts_at is null or f.starts_at <= x.at) and (f.ends_at is null or f.ends_at > x.at)) limit 1;
  if stale is not null then
    raise exception using errcode = 'EG409', message = 'promotions.offer_changed', detail = json_build_object('field', 'lines', 'offer_id', stale)::text;
  end if;
  for d in select f.offer_id, f.name, count(*) as uses, sum(x.discount_yen)::bigint as yen, min(x.order_id::text) as first
      from jsonb_to_recordset(p) as x(offer_id uuid, order_id uuid, discount_yen bigint)
      join promotions.offer f on f.offer_id = x.offer_id where f.use_cap is not null or f.budget_yen is not null group by f.offer_id order by f.offer_id loop
    if not promotions.draw(d.offer_id, d.uses, d.yen, d.first) then
      raise exception using errcode = 'EG409', message = 'promotions.used_up',
        detail = json_build_object('field', 'lines', 'offer_id', d.offer_id, 'offer', d.name)::text;
    end if;
  end loop;
  for g in select * from jsonb_to_recordset(p) as x(profile_id uuid, profile_ids uuid[], order_id uuid, offer_id uuid, at timestamptz, discount_yen bigint,
      coupon_id uuid, guarded boolean) where x.guarded order by x.offer_id, x.order_id loop
    select * into o from promotions.offer f where f.offer_id = g.offer_id;
    if o.member_cap is not null then
      insert into promotions.member_use (profile_id, offer_id, uses)
        select m, g.offer_id, 0 from unnest(g.profile_ids) m order by 1 on conflict do nothing;
      perform from promotions.member_use m where m.profile_id = any (g.profile_ids) and m.offer_id = g.offer_id order by m.profile_id for update;
      select sum(m.uses) into used from promotions.member_use m where m.profile_id = any (g.profile_ids) and m.offer_id = g.offer_id;
      if used >= o.member_cap then
        raise exception using errcode = 'EG409', message = 'promotions.member_cap',
          detail = json_build_object('field', 'lines', 'offer_id', o.offer_id, 'offer', o.name)::text;
      end if;
      update promotions.member_use m set uses = m.uses + 1 where m.profile_id = g.profile_id and m.offer_id = g.offer_id;
    end if;
    if g.coupon_id is not null then
      -- A public code is one row for everybody: it is looked at, never held.
      update promotions.coupon k set state = 'redeemed', order_id = g.order_id
        where k.coupon_id = g.coupon_id and k.kind <> 'public' and k.state = 'open' and (k.expires_at is null or k.expires_at > g.at);
      if not found then
        select * into c from promotions.coupon k where k.coupon_id = g.coupon_id;
        if c.kind <> 'public' or c.state <> 'open' or c.expires_at <= g.at then
          raise exception using errcode = 'EG409', message = 'promotions.coupon_' || case c.state when 'open' then 'expired' else c.state end,
            detail = json_build_object('field', 'coupons', 'offer_id', o.offer_id, 'offer', o.name)::text;
        end if;
      end if;
    end if;
  end loop;
  perform promotions.note(p, (select max(x.at) from jsonb_to_recordset(p) as x(at timestamptz)));
end $$;

-- The order was given up, or all of it came back: what it had used may be used again. A repeat changes nothing.
create or replace function promotions.give_back(p_profile uuid, p_order uuid, p_at timestamptz) returns void
language plpgsql security definer as $$
declare r record;
begin
  for r in update promotions.redemption x set state = 'given_back', given_back_at = p_at
      where x.profile_id = p_profile and x.order_id = p_order and x.state = 'used' returning x.* loop
    update promotions.slot set left_uses = left_uses + 1, left_yen = left_yen + r.discount_yen
      where offer_id = r.offer_id and slot = (select min(s.slot) from promotions.slot s where s.offer_id = r.offer_id);
    update promotions.member_use m set uses = m.uses - 1 where m.profile_id = p_profile and m.offer_id = r.offer_id;
    update promotions.coupon k set state = 'open', order_id = null where k.coupon_id = r.coupon_id and k.state = 'redeemed' and k.order_id = p_order;
  end loop;
end $$;

-- Published for campaigns, measurement and desk: what was given with which order.
create or replace view promotions.given with (security_invoker = true) as
  select profile_id, order_id, offer_id, offer_version, coupon_id, discount_yen, points, place_id, channel, state, redeemed_at from promotions.redemption;

-- Revoke a coupon unless it was used; no row when there is none.
create or replace function promotions.revoke(p_coupon uuid, p_at timestamptz)
returns table (state text, changed boolean, offer_id uuid)
language plpgsql security definer as $$
#variable_conflict use_column
begin
  return query update promotions.coupon k set state = 'revoked', revoked_at = p_at where k.coupon_id = p_coupon and k.state = 'open'
    returning k.state, true, k.offer_id;
  if not found then
    return query select k.state, false, k.offer_id from promotions.coupon k where k.coupon_id = p_coupon;
  end if;
end $$;

-- The coupons behind these codes, and those of these ids: whoever has a code, or has laid the coupon in her cart, sees it, be it hers or nobody's.
create or replace function promotions.coupons_shown(p_tokens bytea[], p_ids uuid[])
returns table (token bytea, coupon_id uuid, offer_id uuid, offer text, offer_en text, kind text, code text, profile_id uuid, state text, place_ids uuid[],
  channels text[], expires_at timestamptz, offer_state text, offer_ends_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.token, k.coupon_id, k.offer_id, o.name, o.name_en, k.kind, k.code, k.profile_id, k.state, k.place_ids, k.channels, k.expires_at, o.state, o.ends_at
  from promotions.coupon k join promotions.offer o on o.offer_id = k.offer_id where k.token = any (p_tokens) or k.coupon_id = any (p_ids)
$$;

-- Whether everybody may have a code of this offer: said of the offer, whoever may see its coupons.
create or replace function promotions.has_public_code(p_offer uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from promotions.coupon k where k.offer_id = p_offer and k.kind = 'public')
$$;
