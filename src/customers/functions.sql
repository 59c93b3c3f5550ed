-- All profiles of the customer a profile belongs to. Reads past the row policies: the policies themselves are fed from it.
create or replace function customers.profiles_of(p_profile uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(p.profile_id order by p.profile_id), array[p_profile]) from customers.profile p
  where p.customer_id = (select q.customer_id from customers.profile q where q.profile_id = p_profile)
$$;

-- The same for several, and whether one of them is a member's. Each by its keys, whatever the planner thinks of long lists.
create or replace function customers.whole(p_profiles uuid[]) returns table (profile_id uuid, profile_ids uuid[], member boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select asked.id, coalesce(c.profile_ids, array[asked.id]), coalesce(c.member, false)
    from unnest(p_profiles) asked(id) cross join lateral (
      select array_agg(p.profile_id) as profile_ids, bool_or(p.kind = 'member') as member
      from customers.profile p where p.customer_id = (select q.customer_id from customers.profile q where q.profile_id = asked.id)) c;
end $$;

create or replace function customers.customer_of(p_profile uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select customer_id from customers.profile where profile_id = p_profile
$$;

-- Claim identifiers for a profile, or refuse naming the field: blocked (422) or another's (409).
create or replace function customers.claim_identifiers(
  p_profile uuid, p_kinds text[], p_tokens bytea[], p_verified boolean[], p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_kind text;
begin
  select b.kind into v_kind from unnest(p_kinds, p_tokens) i(kind, token) join customers.blocked_value b using (kind, token) limit 1;
  if found then
    raise exception using errcode = 'EG422', message = 'customers.blocked_value', detail = json_build_object('field', v_kind)::text;
  end if;
  insert into customers.identifier (kind, token, profile_id, verified_at, created_at)
    select i.kind, i.token, p_profile, case when i.verified then p_at end, p_at
    from unnest(p_kinds, p_tokens, p_verified) i(kind, token, verified) order by i.kind, i.token
    on conflict (kind, token) do update set verified_at = coalesce(identifier.verified_at, excluded.verified_at)
    where identifier.profile_id = excluded.profile_id;
  select i.kind into v_kind from unnest(p_kinds, p_tokens) i(kind, token)
    join customers.identifier k using (kind, token) where k.profile_id <> p_profile limit 1;
  if found then
    raise exception using errcode = 'EG409', message = 'customers.' || v_kind || '_taken', detail = json_build_object('field', v_kind)::text;
  end if;
end $$;

-- A new profile with its identifiers and search tokens: all of it or nothing.
create or replace function customers.register(
  p_profile uuid, p_kind text, p_wrapped_key bytea, p_sealed bytea, p_facts jsonb, p_at timestamptz,
  p_kinds text[], p_tokens bytea[], p_verified boolean[], p_search_kinds text[], p_search_tokens bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into customers.profile (profile_id, customer_id, kind, wrapped_key, sealed, birth_year, birth_month, gender, prefecture, city,
      locale, route, home_place_id, registered_at)
    select p_profile, p_profile, p_kind, p_wrapped_key, p_sealed, f.birth_year, f.birth_month, f.gender, f.prefecture, f.city,
      coalesce(f.locale, 'ja'), f.route, f.home_place_id, p_at
    from jsonb_to_record(p_facts) f(birth_year smallint, birth_month smallint, gender text, prefecture text, city text,
      locale text, route text, home_place_id uuid);
  if p_kind = 'member' then
    insert into customers.joining (profile_id, joined_at, route, place_id, poster_id, staff_id)
      select p_profile, p_at, coalesce(f.route, 'unknown'), coalesce(f.joined_place_id, f.home_place_id), f.poster_id, f.staff_id
      from jsonb_to_record(p_facts) f(route text, home_place_id uuid, joined_place_id uuid, poster_id uuid, staff_id uuid);
  end if;
  perform customers.claim_identifiers(p_profile, p_kinds, p_tokens, p_verified, p_at);
  insert into customers.search_token (profile_id, kind, token)
    select p_profile, t.kind, t.token from unnest(p_search_kinds, p_search_tokens) t(kind, token) on conflict do nothing;
end $$;

-- Change a profile's contact data; `p_dropped` are the tokens of identifiers it lets go. Refuses (412) a stale version.
create or replace function customers.change(
  p_profile uuid, p_version bigint, p_sealed bytea, p_facts jsonb, p_at timestamptz, p_dropped bytea[],
  p_kinds text[], p_tokens bytea[], p_verified boolean[], p_search_kinds text[], p_search_tokens bytea[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_version bigint;
begin
  update customers.profile p set sealed = p_sealed, birth_year = f.birth_year, birth_month = f.birth_month, gender = f.gender,
      prefecture = f.prefecture, city = f.city, locale = coalesce(f.locale, 'ja'), route = f.route, home_place_id = f.home_place_id,
      version = p.version + 1
    from jsonb_to_record(p_facts) f(birth_year smallint, birth_month smallint, gender text, prefecture text, city text,
      locale text, route text, home_place_id uuid)
    where p.profile_id = p_profile and p.version = p_version
    returning p.version into v_version;
  if not found then
    raise exception using errcode = 'EG412', message = 'core.stale';
  end if;
  delete from customers.identifier where profile_id = p_profile and token = any(p_dropped);
  perform customers.claim_identifiers(p_profile, p_kinds, p_tokens, p_verified, p_at);
  delete from customers.search_token where profile_id = p_profile;
  insert into customers.search_token (profile_id, kind, token)
    select p_profile, t.kind, t.token from unnest(p_search_kinds, p_search_tokens) t(kind, token) on conflict do nothing;
  return v_version;
end $$;

-- Join one customer's profiles to another: only customer_id is re-pointed, one row per profile says from where.
-- An automatic merge is refused when both sides carry a strong identifier of one kind: two addresses, two people.
create or replace function customers.join_customers(
  p_merge uuid, p_keep uuid, p_join uuid, p_reason text, p_automatic boolean, p_actor_kind text, p_actor_id text, p_at timestamptz)
returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_kind text; v_moved uuid[];
begin
  perform from customers.profile where customer_id in (p_keep, p_join) order by profile_id for update;
  -- Somebody else joined these two while we waited for the rows: a customer is named after its first profile.
  if exists (select from customers.profile where (profile_id = p_join and customer_id = p_keep) or (profile_id = p_keep and customer_id = p_join)) then
    raise exception using errcode = 'EG409', message = 'customers.same_customer';
  end if;
  if not exists (select from customers.profile where customer_id = p_keep) or not exists (select from customers.profile where customer_id = p_join) then
    raise exception using errcode = 'EG404', message = 'customers.unknown';
  end if;
  if p_keep = p_join then
    raise exception using errcode = 'EG409', message = 'customers.same_customer';
  end if;
  if p_automatic then
    select i.kind into v_kind from customers.identifier i join customers.profile p using (profile_id)
      where i.kind in ('email', 'line', 'phone') and p.customer_id in (p_keep, p_join)
      group by i.kind having count(distinct p.customer_id) > 1 limit 1;
    if found then
      raise exception using errcode = 'EG409', message = 'customers.two_people', detail = json_build_object('kind', v_kind)::text;
    end if;
  end if;
  insert into customers.merge (profile_id, merge_id, from_customer_id, to_customer_id, reason, actor_kind, actor_id, merged_at)
    select profile_id, p_merge, p_join, p_keep, p_reason, p_actor_kind, p_actor_id, p_at from customers.profile where customer_id = p_join;
  with moved as (update customers.profile set customer_id = p_keep, version = version + 1 where customer_id = p_join returning profile_id)
    select array_agg(profile_id order by profile_id) into v_moved from moved;
  return v_moved;
end $$;

-- Take a merge back. A later merge of the same profiles must be taken back first (409, naming it).
create or replace function customers.part_customers(p_merge uuid, p_by text, p_at timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_rows customers.merge[]; v_later uuid; v_moved uuid[];
begin
  perform from customers.profile where profile_id in (select profile_id from customers.merge where merge_id = p_merge) order by profile_id for update;
  select array_agg(m order by m.profile_id) into v_rows from customers.merge m where m.merge_id = p_merge;
  if v_rows is null then
    raise exception using errcode = 'EG404', message = 'customers.merge_unknown';
  end if;
  if v_rows[1].undone_at is not null then
    raise exception using errcode = 'EG409', message = 'customers.merge_undone';
  end if;
  -- The profile no longer stands where this merge put it: a later one moved it on.
  select m.merge_id into v_later from unnest(v_rows) r
    join customers.profile p on p.profile_id = r.profile_id and p.customer_id <> r.to_customer_id
    join customers.merge m on m.profile_id = r.profile_id and m.merge_id <> p_merge and m.undone_at is null and m.to_customer_id = p.customer_id
    limit 1;
  if found then
    raise exception using errcode = 'EG409', message = 'customers.merged_on', detail = json_build_object('merge_id', v_later)::text;
  end if;
  update customers.merge set undone_at = p_at, undone_by = p_by where merge_id = p_merge;
  with moved as (
    update customers.profile p set customer_id = r.from_customer_id, version = p.version + 1
    from unnest(v_rows) r where p.profile_id = r.profile_id returning p.profile_id)
    select array_agg(profile_id order by profile_id) into v_moved from moved;
  return v_moved;
end $$;

-- Published for desk, segments, predict and measurement: what stands in clear of each profile, and the merges in force.
create or replace view customers.facts with (security_invoker = true) as
  select profile_id, customer_id, kind, birth_year, birth_month, gender, prefecture, city, geohash, locale, route, home_place_id, registered_at, erased_at
  from customers.profile;
create or replace view customers.standing_merge with (security_invoker = true) as
  select profile_id, merge_id, from_customer_id, to_customer_id, reason, merged_at from customers.merge where undone_at is null;

-- The wrapped data keys of these profiles; a destroyed one is null, an unknown profile has no row.
create or replace function customers.wrapped_keys(p_profiles uuid[]) returns table (profile_id uuid, wrapped_key bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select p.profile_id, p.wrapped_key from unnest(p_profiles) asked(id)
      cross join lateral (select * from customers.profile o where o.profile_id = asked.id offset 0) p;
end $$;

-- Published for desk alone: what `contactIn` unseals, with the row that speaks for the customer.
create or replace view customers.sealed_contact with (security_invoker = true) as
  select profile_id, wrapped_key, sealed from customers.profile where erased_at is null;
