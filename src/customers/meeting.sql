-- Whom these identifiers name, with the wrapped data key, so that what is told of her can be sealed in the same trip. A blocked
-- value names nobody.
create or replace function customers.named(p_kinds text[], p_tokens bytea[])
returns table (kind text, token bytea, profile_id uuid, customer_id uuid, person text, wrapped_key bytea)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select i.kind, i.token, i.profile_id, p.customer_id, p.kind, p.wrapped_key
    from unnest(p_kinds, p_tokens) asked(kind, token)
      cross join lateral (select * from customers.identifier o where o.kind = asked.kind and o.token = asked.token offset 0) i
      cross join lateral (select * from customers.profile o where o.profile_id = i.profile_id offset 0) p
    where not exists (select from customers.blocked_value b where b.kind = asked.kind and b.token = asked.token);
end $$;

-- Profiles for people met for the first time, each under one identifier. False when somebody else was faster to meet one of
-- them: nothing may be written then.
create or replace function customers.meet(p_profiles uuid[], p_keys bytea[], p_kinds text[], p_tokens bytea[], p_at timestamptz)
returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_named integer;
begin
  insert into customers.identifier (kind, token, profile_id, created_at)
    select kind, token, profile_id, p_at from unnest(p_profiles, p_kinds, p_tokens) m(profile_id, kind, token)
    order by kind, token on conflict do nothing;
  get diagnostics v_named = row_count;
  if v_named < cardinality(p_profiles) then return false; end if;
  insert into customers.profile (profile_id, customer_id, kind, wrapped_key, registered_at)
    select profile_id, profile_id, 'visitor', wrapped_key, p_at from unnest(p_profiles, p_keys) m(profile_id, wrapped_key);
  return true;
end $$;

-- Give profiles identifiers nobody has yet; those that have an owner stay with her.
create or replace function customers.add_names(p_profiles uuid[], p_kinds text[], p_tokens bytea[], p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into customers.identifier (kind, token, profile_id, created_at)
    select kind, token, profile_id, p_at from unnest(p_profiles, p_kinds, p_tokens) n(profile_id, kind, token)
    order by kind, token on conflict do nothing
$$;

-- Whether all of these can still be written to: nobody of them was erased meanwhile.
create or replace function customers.all_living(p_profiles uuid[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return not exists (
    select from unnest(p_profiles) asked(id)
      left join lateral (select o.wrapped_key from customers.profile o where o.profile_id = asked.id offset 0) p on true
    where p.wrapped_key is null);
end $$;

-- Whether one of this customer's profiles bears a number of the retailer's own.
create or replace function customers.numbered(p_customer uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from customers.profile p join customers.identifier i using (profile_id)
    where p.customer_id = p_customer and i.kind in ('external_id', 'seen_external_id'))
$$;
