-- The last of these moments before another; none when there is none. For sequences, read from their end.
create or replace function segments.latest_before(p_times timestamptz[], p_before timestamptz) returns timestamptz
language sql immutable parallel safe as $$
  select max(t) from unnest(p_times) t where t < p_before
$$;

-- Published for desk and what comes after: who is in which live segment.
create or replace view segments.membership with (security_invoker = true) as
  select m.profile_id, m.segment_id, s.name, s.name_en, m.version, m.since, m.why, d.conditions
  from segments.standing m join segments.segment s on s.segment_id = m.segment_id and s.live_version = m.version
    join segments.definition d on d.segment_id = m.segment_id and d.version = m.version
  where m.member and s.state = 'live';

-- A forgotten person is in no segment.
create or replace function segments.forget(p_profiles uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from segments.standing where profile_id = any (p_profiles)
$$;
