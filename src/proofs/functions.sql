-- A receipt or a serial counts once, and a prize is won by one: both are decided here, under the row's lock.

-- Take a proof in, or say why not. p: {proof_id, campaign_id, kind, state, doubt, variant_id, price_yen, bought_on, place_id, sealed, photo,
-- entered_on, keep_until, hash, likeness}. A receipt that only the shop's name tells from one that is used waits for a person (`twin`).
create or replace function proofs.enter(p jsonb, p_profile uuid, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare hash bytea := decode(p->>'hash', 'hex'); alike bytea := decode(p->>'likeness', 'hex'); v_doubt text := p->>'doubt'; v_state text := p->>'state';
begin
  if p->>'kind' = 'serial' and not exists (select from proofs.serial s where s.token_hash = hash and s.campaign_id = (p->>'campaign_id')::uuid) then
    raise exception using errcode = 'EG404', message = 'proofs.serial_unknown', detail = '{"field": "serial"}';
  end if;
  -- One after another where they are alike, so that of two told at once the second is seen to be like the first.
  if alike is not null then perform pg_advisory_xact_lock(hashtextextended(encode(alike, 'hex'), 0)); end if;
  if v_doubt is null and alike is not null and exists (select from proofs.used u where u.likeness = alike and u.proof_hash <> hash) then
    v_doubt := 'twin';
    v_state := 'review';
  end if;
  insert into proofs.used (proof_hash, campaign_id, likeness, profile_id, proof_id, used_at)
    values (hash, (p->>'campaign_id')::uuid, alike, p_profile, (p->>'proof_id')::uuid, p_at) on conflict do nothing;
  if not found then
    raise exception using errcode = 'EG409', message = 'proofs.used', detail = json_build_object('field', p->>'kind')::text;
  end if;
  insert into proofs.proof (profile_id, proof_id, campaign_id, kind, state, doubt, variant_id, price_yen, bought_on, place_id, sealed, sealed_photo,
      entered_at, entered_on, keep_until)
    values (p_profile, (p->>'proof_id')::uuid, (p->>'campaign_id')::uuid, p->>'kind', v_state, v_doubt, (p->>'variant_id')::uuid,
      (p->>'price_yen')::bigint, (p->>'bought_on')::date, (p->>'place_id')::uuid, decode(p->>'sealed', 'base64'), decode(p->>'photo', 'base64'),
      p_at, (p->>'entered_on')::date, (p->>'keep_until')::timestamptz);
  return v_state;
end $$;

-- Give what a proof brings: its points into the ledger, and what its number wins while some are left. Once: a repeat changes nothing.
create or replace function proofs.settle(p_profile uuid, p_proof uuid, p_points bigint, p_number integer, p_at timestamptz, p_business_date date,
  p_expires timestamptz, p_actor_kind text, p_actor_id text, out changed boolean, out prize uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare x proofs.proof;
begin
  select * into x from proofs.proof where profile_id = p_profile and proof_id = p_proof for update;
  changed := x.state in ('kept', 'review');
  if changed is not true then changed := false; return; end if;
  if p_points > 0 then
    perform loyalty.earn(p_profile, 'points', p_points, 'available', p_proof, p_proof, 'earn', 'proof', p_proof, null, p_business_date, p_at, p_expires,
      'brand', p_actor_kind, p_actor_id);
  end if;
  -- The prize last: whoever wins one waits for nobody but another winner of it.
  update proofs.prize z set left_count = left_count - 1
    where z.campaign_id = x.campaign_id and p_number >= z.first_number and p_number < z.first_number + z.odds_num
      and x.entered_on between z.starts_on and z.ends_on and z.left_count > 0
    returning z.prize_id into prize;
  update proofs.proof set state = 'settled', settled_at = p_at, points = p_points, draw_number = p_number, prize_id = prize,
      prize_state = case when prize is not null then 'won' end
    where profile_id = p_profile and proof_id = p_proof;
end $$;

create or replace function proofs.hand_coupon(p_profile uuid, p_proof uuid, p_coupon uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update proofs.proof set coupon_id = p_coupon where profile_id = p_profile and proof_id = p_proof and coupon_id is null
$$;

-- Somebody of the house has looked at it: it stands and waits for its owner to join, or it is refused and may be told anew.
create or replace function proofs.decide(p_profile uuid, p_proof uuid, p_accept boolean, p_staff uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update proofs.proof set state = case when p_accept then 'kept' else 'refused' end, decided_by = p_staff
    where profile_id = p_profile and proof_id = p_proof and state = 'review';
  if not found then return false; end if;
  if not p_accept then delete from proofs.used where proof_id = p_proof; end if;
  return true;
end $$;

-- A prize reached who won it.
create or replace function proofs.give(p_profile uuid, p_proof uuid, p_staff uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update proofs.proof set prize_state = 'given', decided_by = p_staff where profile_id = p_profile and proof_id = p_proof and prize_state = 'won';
  return found;
end $$;

-- Nobody joined in time: what she told is forgotten, and the receipt may be told anew.
create or replace function proofs.lapse(p_at timestamptz, p_limit integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare lapsed integer;
begin
  with over as (
    select profile_id, proof_id from proofs.proof where state = 'kept' and keep_until <= p_at order by profile_id, proof_id limit p_limit for update skip locked
  ), gone as (
    update proofs.proof x set state = 'lapsed', sealed = null, sealed_photo = null from over o
      where x.profile_id = o.profile_id and x.proof_id = o.proof_id returning x.proof_id
  )
  delete from proofs.used u using gone g where u.proof_id = g.proof_id;
  get diagnostics lapsed = row_count;
  return lapsed;
end $$;

-- Her words and pictures go with her; what was given stays.
create or replace function proofs.forget(p_profiles uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update proofs.proof set sealed = null, sealed_photo = null where profile_id = any (p_profiles)
$$;

-- How a campaign goes, in numbers that are nobody's.
create or replace function proofs.figures(p_campaigns uuid[])
returns table (campaign_id uuid, entries integer, waiting integer, kept integer, points bigint, won integer, serials integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.campaign_id, count(x.proof_id)::integer, (count(*) filter (where x.state = 'review'))::integer, (count(*) filter (where x.state = 'kept'))::integer,
    coalesce(sum(x.points), 0)::bigint, count(x.prize_id)::integer, (select count(*)::integer from proofs.serial s where s.campaign_id = c.campaign_id)
  from unnest(p_campaigns) c(campaign_id) left join proofs.proof x on x.campaign_id = c.campaign_id group by c.campaign_id
$$;
