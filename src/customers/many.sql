-- Register many members in one trip. Who claims a blocked value, or one that is another's (or an earlier row's), is left out and returned
-- with the field at fault; all others are written whole. `p_people`: {profile_id, kind, wrapped, sealed, facts, at, claimed, search}, bytes in base64.
create or replace function customers.register_many(p_people jsonb) returns table (profile_id uuid, field text, code text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare v_refused jsonb; v_out uuid[]; v_wanted integer; v_written integer;
begin
  with claim as materialized (
    select p.at as seq, (p.person->>'profile_id')::uuid as profile_id, c.pair->>0 as kind, decode(c.pair->>1, 'base64') as token
    from jsonb_array_elements(p_people) with ordinality p(person, at) cross join lateral jsonb_array_elements(p.person->'claimed') c(pair)
  ), fault as (
    select c.profile_id, c.kind, 'customers.blocked_value' as code, 0 as rank from claim c join customers.blocked_value b using (kind, token)
    union all
    select c.profile_id, c.kind, 'customers.' || c.kind || '_taken', 1 from claim c join customers.identifier i using (kind, token)
    union all
    select c.profile_id, c.kind, 'customers.' || c.kind || '_taken', 2 from (
      select claim.*, row_number() over (partition by kind, token order by seq) as turn from claim) c where c.turn > 1
  ), first as (
    select distinct on (f.profile_id) f.profile_id, f.kind, f.code from fault f order by f.profile_id, f.rank, f.kind
  )
  select coalesce(jsonb_agg(jsonb_build_object('profile_id', f.profile_id, 'field', f.kind, 'code', f.code)), '[]'),
      coalesce(array_agg(f.profile_id), '{}') into v_refused, v_out from first f;

  with given as materialized (
    select p.* from jsonb_to_recordset(p_people) as p(profile_id uuid, kind text, wrapped text, sealed text, facts jsonb, at timestamptz)
    where p.profile_id <> all (v_out)
  ), people as (
    insert into customers.profile (profile_id, customer_id, kind, wrapped_key, sealed, birth_year, birth_month, gender, prefecture, city,
        locale, route, home_place_id, registered_at)
      select g.profile_id, g.profile_id, g.kind, decode(g.wrapped, 'base64'), decode(g.sealed, 'base64'), f.birth_year, f.birth_month, f.gender,
        f.prefecture, f.city, coalesce(f.locale, 'ja'), f.route, f.home_place_id, g.at
      from given g cross join lateral jsonb_to_record(g.facts) f(birth_year smallint, birth_month smallint, gender text, prefecture text, city text,
        locale text, route text, home_place_id uuid)
  )
  insert into customers.joining (profile_id, joined_at, route, place_id, poster_id, staff_id)
    select g.profile_id, g.at, coalesce(f.route, 'unknown'), coalesce(f.joined_place_id, f.home_place_id), f.poster_id, f.staff_id
    from given g cross join lateral jsonb_to_record(g.facts) f(route text, home_place_id uuid, joined_place_id uuid, poster_id uuid, staff_id uuid)
    where g.kind = 'member';

  with claim as materialized (
    select p.profile_id, p.at, c.pair->>0 as kind, decode(c.pair->>1, 'base64') as token
    from jsonb_to_recordset(p_people) as p(profile_id uuid, at timestamptz, claimed jsonb) cross join lateral jsonb_array_elements(p.claimed) c(pair)
    where p.profile_id <> all (v_out)
  ), written as (
    insert into customers.identifier (kind, token, profile_id, created_at)
      select c.kind, c.token, c.profile_id, c.at from claim c order by c.kind, c.token on conflict do nothing returning 1
  )
  select (select count(*) from claim), (select count(*) from written) into v_wanted, v_written;
  -- Somebody claimed one of them since we looked: as a lost race, so that all are looked at again.
  if v_written < v_wanted then raise exception using errcode = '40001', message = 'an identifier was claimed meanwhile'; end if;

  insert into customers.search_token (profile_id, kind, token)
    select p.profile_id, t.pair->>0, decode(t.pair->>1, 'base64')
    from jsonb_to_recordset(p_people) as p(profile_id uuid, search jsonb) cross join lateral jsonb_array_elements(p.search) t(pair)
    where p.profile_id <> all (v_out) on conflict do nothing;

  return query select r.* from jsonb_to_recordset(v_refused) as r(profile_id uuid, field text, code text);
end $$;
