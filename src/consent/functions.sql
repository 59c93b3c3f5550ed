-- May this person be dealt with for this purpose on this channel? Asked of all her profiles: one refusal is enough, silence is no.
create or replace function consent.may(p_profile uuid, p_purpose text, p_channel text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(bool_and(c.granted), false) from consent.current c
  where c.profile_id = any(customers.profiles_of(p_profile)) and c.purpose = p_purpose and c.channel = p_channel
$$;

-- Write decisions and what stands after them. She decides as one person: a profile of hers with an older word on the same
-- purpose and channel gets this one too, so that a merge's most restrictive answer can be changed by her.
create or replace function consent.decide(
  p_profile uuid, p_at timestamptz, p_source text, p_place uuid, p_actor_kind text, p_actor_id text,
  p_purposes text[], p_channels text[], p_granted boolean[], p_versions integer[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with said as (
    select p_profile as profile_id, d.* from unnest(p_purposes, p_channels, p_granted, p_versions) d(purpose, channel, granted, version)
    union
    select c.profile_id, d.* from unnest(p_purposes, p_channels, p_granted, p_versions) d(purpose, channel, granted, version)
      join consent.current c on c.purpose = d.purpose and c.channel = d.channel and c.profile_id = any(customers.profiles_of(p_profile))
  ), kept as (
    insert into consent.decision (profile_id, decided_at, decision_id, purpose, channel, granted, wording_version, source, place_id, actor_kind, actor_id)
      select profile_id, p_at, core.uuid7(p_at), purpose, channel, granted, version, p_source, p_place, p_actor_kind, p_actor_id from said
  )
  insert into consent.current (profile_id, purpose, channel, granted, decided_at, wording_version)
    select profile_id, purpose, channel, granted, p_at, version from said order by profile_id, purpose, channel
    -- A late import of an old decision is recorded but does not stand.
    on conflict (profile_id, purpose, channel) do update
      set granted = excluded.granted, decided_at = excluded.decided_at, wording_version = excluded.wording_version
      where current.decided_at <= excluded.decided_at
$$;

-- Published for desk, segments and measurement: what stands, with the purpose's names.
create or replace view consent.standing with (security_invoker = true) as
  select c.profile_id, c.purpose, p.name_ja, p.name_en, p.position, c.channel, c.granted, c.decided_at
  from consent.current c join consent.purpose p using (purpose);
