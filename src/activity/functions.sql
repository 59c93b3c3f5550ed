-- The timeline's writes. They belong to the owner, so that a shop's till may write about any person while row policies
-- still hide from each reader what is not hers.

-- Write one event and the reactions it awaits; false when it is known already. Never makes a partition, never notifies.
create or replace function activity.emit(
  p_profile uuid, p_occurred timestamptz, p_event uuid, p_type text, p_source text, p_channel text, p_place uuid,
  p_subject_kind text, p_subject uuid, p_version bigint, p_actor_kind text, p_actor_id text, p_payload jsonb,
  p_received timestamptz, p_reactions text[], p_sealed bytea default null) returns boolean
language plpgsql security definer as $$
begin
  insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id,
      version, actor_kind, actor_id, payload, sealed, received_at)
    values (p_profile, p_occurred, p_event, p_type, p_source, p_channel, p_place, p_subject_kind, p_subject,
      p_version, coalesce(p_actor_kind, 'system'), p_actor_id, coalesce(p_payload, '{}'), p_sealed, p_received)
    on conflict do nothing;
  if not found then return false; end if;
  if cardinality(p_reactions) > 0 then
    insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      select p_profile, p_event, reaction, p_occurred, p_received from unnest(p_reactions) reaction
      on conflict do nothing;
  end if;
  -- What is nobody's (a walk-in's sale) has no summary: one row for all of it would make every till wait for every other.
  if p_profile <> '00000000-0000-0000-0000-000000000000' and exists (select from activity.followed f where f.type = p_type) then
    perform activity.mark_dirty(p_profile, p_received);
  end if;
  return true;
end $$;

-- Write many events in one trip; returns the ids of those that were new.
create or replace function activity.emit_all(p_events jsonb, p_received timestamptz) returns setof uuid
language sql security definer as $$
  with given as (
    select * from jsonb_to_recordset(p_events) as e(
      profile_id uuid, occurred_at timestamptz, event_id uuid, type text, source text, channel text, place_id uuid,
      subject_kind text, subject_id uuid, version bigint, actor_kind text, actor_id text, payload jsonb, sealed text,
      reactions text[])
  ), written as (
    insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id,
        version, actor_kind, actor_id, payload, sealed, received_at)
      select profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id,
        version, coalesce(actor_kind, 'system'), actor_id, coalesce(payload, '{}'), decode(sealed, 'base64'), p_received
      from given
      on conflict do nothing
      returning profile_id, event_id
  ), awaited as (
    insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      select distinct on (g.profile_id, g.event_id, reaction) g.profile_id, g.event_id, reaction, g.occurred_at, p_received
      from given g join written w using (profile_id, event_id), unnest(g.reactions) reaction
      on conflict do nothing
  ), marked as (
    insert into activity.dirty (profile_id, marked_at)
      select distinct w.profile_id, p_received from given g join written w using (profile_id, event_id)
        where g.type in (select type from activity.followed) and w.profile_id <> '00000000-0000-0000-0000-000000000000' order by w.profile_id
      on conflict (profile_id) do update set mark = dirty.mark + 1
  )
  select event_id from written
$$;

-- The same for events from outside, of which thousands come in a second: columns instead of objects, so that nothing is parsed twice.
-- Of `p_ids` only what is among `p_only` is written, everything without it. `p_reacting` counts events from 1.
create or replace function activity.emit_columns(
  p_profiles uuid[], p_occurred timestamptz[], p_ids uuid[], p_types text[], p_sources text[], p_channels text[], p_places uuid[],
  p_actor_kind text, p_actor_ids text[], p_payloads jsonb[], p_sealed bytea[], p_reacting integer[], p_reactions text[],
  p_only uuid[], p_received timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_followed uuid[];
begin
  insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, actor_kind, actor_id, payload, sealed, received_at)
    select p_profiles[n], p_occurred[n], p_ids[n], p_types[n], p_sources[n], p_channels[n], p_places[n], p_actor_kind, p_actor_ids[n],
      p_payloads[n], p_sealed[n], p_received
    from generate_series(1, cardinality(p_ids)) n where p_only is null or p_ids[n] = any (p_only)
    on conflict do nothing;
  if cardinality(p_reacting) > 0 then
    insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      select p_profiles[n], p_ids[n], reaction, p_occurred[n], p_received from unnest(p_reacting, p_reactions) r(n, reaction)
        where p_only is null or p_ids[n] = any (p_only)
      on conflict do nothing;
  end if;
  select array_agg(p_profiles[n]) into v_followed from generate_series(1, cardinality(p_ids)) n
    where p_types[n] in (select type from activity.followed) and p_profiles[n] <> '00000000-0000-0000-0000-000000000000'
      and (p_only is null or p_ids[n] = any (p_only));
  if v_followed is not null then
    perform activity.mark_all_dirty(v_followed, p_received);
  end if;
end $$;

-- Make the months' partitions from one date to another, ahead of the events. A month whose events already lie in the
-- default partition keeps them there: moving them would lock the log.
create or replace function activity.ensure_months(p_from date, p_to date) returns integer
language plpgsql security definer as $$
declare
  first date := date_trunc('month', p_from)::date;
  name text;
  since timestamptz;
  before timestamptz;
  made integer := 0;
begin
  while first <= p_to loop
    name := 'event_' || to_char(first, '"y"YYYY"m"MM');
    since := first::timestamp at time zone 'UTC';
    first := (first + interval '1 month')::date;
    before := first::timestamp at time zone 'UTC';
    continue when to_regclass('activity.' || name) is not null;
    continue when exists (select from activity.event_default e where e.occurred_at >= since and e.occurred_at < before);
    begin
      execute format('create table activity.%I (like activity.event including defaults)', name);
      -- Only through the log itself, where row policies apply.
      execute format('revoke all on activity.%I from engawa_app', name);
      execute format('alter table activity.event attach partition activity.%I for values from (%L) to (%L)', name, since, before);
      made := made + 1;
    exception when check_violation or duplicate_table or duplicate_object then
      -- An event of that month slipped into the default partition, or another process was faster.
      null;
    end;
  end loop;
  return made;
end $$;

-- A person's summaries are out of date. However many events came, one row.
create or replace function activity.mark_dirty(p_profile uuid, p_at timestamptz) returns void
language sql security definer as $$
  insert into activity.dirty (profile_id, marked_at) values (p_profile, p_at)
  on conflict (profile_id) do update set mark = dirty.mark + 1
$$;

-- The same for many people, in the order of their ids, so that two who mark do not wait for each other crosswise.
create or replace function activity.mark_all_dirty(p_profiles uuid[], p_at timestamptz) returns void
language sql security definer as $$
  insert into activity.dirty (profile_id, marked_at) select distinct p, p_at from unnest(p_profiles) p order by 1
  on conflict (profile_id) do update set mark = dirty.mark + 1
$$;

-- Mark whoever had an event that this summary follows since a moment: those that came while it did not follow yet.
create or replace function activity.mark_since(p_summary text, p_since timestamptz, p_at timestamptz) returns void
language sql security definer as $$
  insert into activity.dirty (profile_id, marked_at)
    select distinct e.profile_id, p_at from activity.event e
      where e.received_at >= p_since and e.profile_id <> '00000000-0000-0000-0000-000000000000' and e.type in (select f.type from activity.followed f where f.summary = p_summary) order by 1
  on conflict (profile_id) do update set mark = dirty.mark + 1
$$;

-- From now on a person is dirty after these types of events, as far as this summary is concerned.
create or replace function activity.follow_types(p_summary text, p_types text[]) returns void
language sql security definer as $$
  delete from activity.followed f where f.summary = p_summary and f.type <> all (p_types);
  insert into activity.followed (type, summary) select distinct t, p_summary from unnest(p_types) t order by 1 on conflict do nothing
$$;

-- People out of date are up to date again, but those marked anew meanwhile: their events came after we had read. Who is being
-- marked at this moment is left alone, too.
create or replace function activity.clear_dirty(p_profiles uuid[], p_marks bigint[]) returns void
language sql security definer as $$
  delete from activity.dirty d using (
    select o.profile_id from activity.dirty o join unnest(p_profiles, p_marks) m(profile_id, mark) using (profile_id, mark)
      order by o.profile_id for update of o skip locked) done
  where d.profile_id = done.profile_id
$$;

-- Tell one kind of fact about many people at once, for what is decided of thousands in a set; payloads in the same order.
create or replace function activity.tell_many(
  p_profiles uuid[], p_payloads jsonb[], p_type text, p_source text, p_subject_kind text, p_subject uuid, p_at timestamptz, p_reactions text[])
returns void language sql security definer as $$
  with told as materialized (
    select t.profile_id, t.payload, core.uuid7(p_at) as event_id from unnest(p_profiles, p_payloads) t(profile_id, payload)
  ), awaited as (
    insert into activity.pending (profile_id, event_id, reaction, occurred_at, due_at)
      select t.profile_id, t.event_id, reaction, p_at, p_at from told t, unnest(p_reactions) reaction
  )
  insert into activity.event (profile_id, occurred_at, event_id, type, source, subject_kind, subject_id, payload, received_at)
    select profile_id, p_at, event_id, p_type, p_source, p_subject_kind, p_subject, payload, p_at from told
$$;

-- Take due work for a while: what is not done by then is handed out again.
create or replace function activity.hand_out(p_now timestamptz, p_real_now timestamptz, p_until timestamptz, p_attempts integer, p_limit integer)
returns table (profile_id uuid, event_id uuid, reaction text)
language sql security definer as $$
  update activity.pending p set handed_until = p_until
  from (
    select d.profile_id, d.event_id, d.reaction from activity.pending d
    where d.due_at <= p_now and (d.handed_until is null or d.handed_until <= p_real_now) and d.attempts < p_attempts
    order by d.due_at limit p_limit
  ) due
  where p.profile_id = due.profile_id and p.event_id = due.event_id and p.reaction = due.reaction
  returning p.profile_id, p.event_id, p.reaction
$$;

-- Published for desk, segments, predict and measurement: the log without what is sealed.
create or replace view activity.timeline with (security_invoker = true) as
  select profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id, version, actor_kind, payload
  from activity.event;

-- Published for desk: the newest events of a few profiles, newest first. Most people's lie in the newest months; only who has
-- fewer there is looked for in all. Without sorting the planner walks each partition's key backwards and stops at the limit.
create or replace function activity.newest(p_profiles uuid[], p_at timestamptz, p_limit integer) returns setof activity.timeline
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_sort = off as $$
declare v_since constant timestamptz := p_at - interval '40 days'; v_found integer;
begin
  return query select e.* from unnest(p_profiles) mine cross join lateral (
      select * from activity.timeline t where t.profile_id = mine and t.occurred_at > v_since and t.occurred_at <= p_at
        order by t.occurred_at desc limit p_limit) e
    order by e.occurred_at desc limit p_limit;
  get diagnostics v_found = row_count;
  if v_found = p_limit then return; end if;
  return query select e.* from unnest(p_profiles) mine cross join lateral (
      select * from activity.timeline t where t.profile_id = mine and t.occurred_at <= v_since
        order by t.occurred_at desc limit p_limit - v_found) e
    order by e.occurred_at desc limit p_limit - v_found;
end $$;

-- Whether an earlier event about the same thing still awaits this reaction: a later one must not overtake it.
create or replace function activity.awaits_earlier(
  p_profile uuid, p_reaction text, p_key uuid, p_received timestamptz, p_version bigint, p_event uuid) returns boolean
language sql stable security definer as $$
  select exists (
    select from activity.pending p join activity.event e using (profile_id, occurred_at, event_id)
    where p.profile_id = p_profile and p.reaction = p_reaction and coalesce(e.subject_id, e.profile_id) = p_key
      and (e.received_at, coalesce(e.version, 0), e.event_id) < (p_received, p_version, p_event))
$$;

-- The beginning of the timeline: what is older was dropped, and no check asks for it.
create or replace function activity.kept_from() returns timestamptz
language sql stable as $$
  select coalesce((core.setting_at('activity.kept_from', '-infinity') #>> '{}')::timestamptz, '-infinity')
$$;

-- Whether a month of the timeline has its own table, and how much lies in none (counted to 100,000).
create or replace function activity.month_made(p_month date, out made boolean, out strays integer)
language plpgsql stable security definer as $$
begin
  made := to_regclass('activity.event_y' || to_char(p_month, 'YYYY"m"MM')) is not null;
  select count(*) into strays from (select from activity.event_default limit 100000) s;
end $$;

-- Drop the months that end before a moment, oldest first, as far as nothing in them waits to be done. Whole tables go, no row is
-- looked for. A month somebody reads just now is left for the next time; says how many went, and where the timeline begins now.
create or replace function activity.drop_months(p_before timestamptz, out gone integer, out kept_from timestamptz)
language plpgsql security definer set lock_timeout = '2s' as $$
declare v_month record;
begin
  gone := 0;
  for v_month in
    select c.oid::regclass as part, c.relname, (to_date(substring(c.relname from 'y\d{4}m\d{2}'), '"y"YYYY"m"MM') + interval '1 month') at time zone 'UTC' as ends
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'activity.event'::regclass and c.relname ~ '^event_y\d{4}m\d{2}$' order by c.relname
  loop
    exit when v_month.ends > p_before;
    exit when exists (select from activity.pending p where p.occurred_at < v_month.ends);
    begin
      execute format('alter table activity.event detach partition %s', v_month.part);
      execute format('drop table %s', v_month.part);
    exception when lock_not_available then
      exit;
    end;
    -- What came too early or too late for a month of its own.
    delete from activity.event_default where occurred_at < v_month.ends;
    kept_from := v_month.ends;
    gone := gone + 1;
  end loop;
end $$;
