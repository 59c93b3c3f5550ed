-- Whom these names mean, with what is needed to write for her; `numbered`: a number of the retailer's own names her already, so no
-- second one may. For a browser: who signed in on it first, and whether two people did.
create or replace function collection.who(p_kinds text[], p_tokens bytea[])
returns table (kind text, token bytea, profile_id uuid, customer_id uuid, wrapped_key bytea, numbered boolean,
  claimed_by uuid, claimed_at timestamptz, shared boolean)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query
    select n.kind, n.token, n.profile_id, n.customer_id, n.wrapped_key,
      n.kind <> 'anonymous' and customers.numbered(n.customer_id), c.claimed_by, c.claimed_at, coalesce(c.shared, false)
    from customers.named(p_kinds, p_tokens) n
      left join lateral (select * from collection.claim o where o.profile_id = n.profile_id offset 0) c on true
    where n.wrapped_key is not null;
end $$;

-- Write a batch: people met now, events that did not come before, what they tell of people, what could not be read. All or nothing;
-- refuses `collection.again` when somebody was met or erased meanwhile: look again who they are. Of each message that came (`p_given`,
-- one may stand there twice) its event stands once in `p_ids` and its columns; traits say by number whose event told them.
create or replace function collection.take(
  p_at timestamptz, p_living uuid[],
  p_met uuid[], p_met_keys bytea[], p_met_kinds text[], p_met_tokens bytea[],
  p_named uuid[], p_named_kinds text[], p_named_tokens bytea[],
  p_given uuid[], p_given_sources uuid[], p_lasting boolean[], p_tally uuid,
  p_profiles uuid[], p_occurred timestamptz[], p_ids uuid[], p_types text[], p_sources text[], p_channels text[], p_places uuid[],
  p_actors text[], p_payloads jsonb[], p_sealed bytea[], p_reacting integer[], p_reactions text[],
  p_trait_events integer[], p_trait_names text[], p_trait_sealed bytea[], p_held jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_fresh uuid[];
begin
  if not customers.all_living(p_living) then
    raise exception using errcode = 'EG409', message = 'collection.again';
  end if;
  if cardinality(p_met) > 0 and not customers.meet(p_met, p_met_keys, p_met_kinds, p_met_tokens, p_at) then
    raise exception using errcode = 'EG409', message = 'collection.again';
  end if;
  if cardinality(p_named) > 0 then
    perform customers.add_names(p_named, p_named_kinds, p_named_tokens, p_at);
  end if;
  with written as (
    insert into collection.message (event_id, seen_at, lasting)
      select id, p_at, lasting from unnest(p_given, p_lasting) m(id, lasting) order by id on conflict do nothing returning event_id)
    select coalesce(array_agg(event_id), '{}') into v_fresh from written;
  insert into collection.tally (source_id, tally_id, at, accepted, repeated)
    select t.source_id, p_tally, p_at, count(distinct f.id), count(*) - count(distinct f.id)
    from unnest(p_given, p_given_sources) t(id, source_id) left join unnest(v_fresh) f(id) using (id) group by t.source_id;
  -- From here on none says: all of them.
  if cardinality(v_fresh) = cardinality(p_ids) then
    v_fresh := null;
  end if;
  if v_fresh is null or cardinality(v_fresh) > 0 then
    perform activity.emit_columns(p_profiles, p_occurred, p_ids, p_types, p_sources, p_channels, p_places, 'api', p_actors,
      p_payloads, p_sealed, p_reacting, p_reactions, v_fresh, p_at);
  end if;
  -- The later event has the last word on a trait, whichever came first.
  if cardinality(p_trait_events) > 0 then
    insert into collection.trait (profile_id, name, sealed, occurred_at, event_id)
      select distinct on (t.profile_id, t.name) t.profile_id, t.name, t.sealed, t.occurred_at, t.event_id
      from (select p_profiles[n] as profile_id, name, sealed, p_occurred[n] as occurred_at, p_ids[n] as event_id
        from unnest(p_trait_events, p_trait_names, p_trait_sealed) told(n, name, sealed)) t
      where v_fresh is null or t.event_id = any (v_fresh)
      order by t.profile_id, t.name, t.occurred_at desc, t.event_id desc
      on conflict (profile_id, name) do update set sealed = excluded.sealed, occurred_at = excluded.occurred_at, event_id = excluded.event_id
        where (excluded.occurred_at, excluded.event_id) > (trait.occurred_at, trait.event_id);
  end if;
  if jsonb_array_length(p_held) > 0 then
    insert into collection.held (item_id, source_id, reason, field, event, sealed, received_at, expires_at)
      select h.item_id, h.source_id, h.reason, h.field, h.event, decode(h.sealed, 'base64'), h.received_at, h.expires_at
      from jsonb_to_recordset(p_held) h(item_id uuid, source_id uuid, reason text, field text, event text, sealed text,
        received_at timestamptz, expires_at timestamptz)
      order by h.item_id on conflict do nothing;
  end if;
end $$;

-- Names nobody planned, as they are seen first; of very many no more are noted.
create or replace function collection.note_names(p_names text[], p_at timestamptz, p_most integer) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into collection.plan (name, planned, first_seen_at, changed_at)
    select name, false, p_at, p_at from unnest(p_names) name
    where (select count(*) from collection.plan where not planned) < p_most
    order by name on conflict do nothing
$$;

-- Make one row of the tallies of a source that are older than a moment; how many rows went.
create or replace function collection.roll_up(p_before timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_gone integer;
begin
  with old as materialized (
    select t.source_id, t.tally_id, t.accepted, t.repeated, first_value(t.tally_id) over (partition by t.source_id order by t.tally_id desc) as into_id
    from collection.tally t where not t.rolled and t.at < p_before
  ), sums as (
    select source_id, into_id, sum(accepted) as accepted, sum(repeated) as repeated from old group by source_id, into_id
  ), kept as (
    update collection.tally t set accepted = s.accepted, repeated = s.repeated, rolled = true
    from sums s where t.source_id = s.source_id and t.tally_id = s.into_id
  ), gone as (
    delete from collection.tally t using old o where t.source_id = o.source_id and t.tally_id = o.tally_id and o.tally_id <> o.into_id returning 1
  )
  select count(*) into v_gone from gone;
  return v_gone;
end $$;

-- Sources with what came from each.
create or replace view collection.source_state with (security_invoker = true) as
  select s.source_id, s.name, s.kind, s.place_id, s.mapping, s.former_until, s.created_at, s.revoked_at, s.version,
    coalesce(t.accepted, 0)::bigint as accepted, coalesce(t.repeated, 0)::bigint as repeated, coalesce(h.held, 0)::bigint as held, t.last_at
  from collection.source s
    left join lateral (select sum(accepted) as accepted, sum(repeated) as repeated, max(at) as last_at
      from collection.tally where source_id = s.source_id) t on true
    left join lateral (select count(*) as held from collection.held where source_id = s.source_id) h on true;

-- What was told of these people is forgotten with them.
create or replace function collection.forget(p_profiles uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from collection.trait where profile_id = any (p_profiles);
  delete from collection.claim where profile_id = any (p_profiles) or claimed_by = any (p_profiles);
$$;

-- What is over goes, a bounded number at a time; how much went.
create or replace function collection.forget_old(p_now timestamptz, p_messages timestamptz, p_tallies timestamptz, p_most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_held integer; v_messages integer;
begin
  delete from collection.held where item_id in (select item_id from collection.held where expires_at <= p_now limit p_most);
  get diagnostics v_held = row_count;
  delete from collection.message where event_id in (
    select event_id from collection.message where not lasting and seen_at < p_messages limit p_most);
  get diagnostics v_messages = row_count;
  return v_held + v_messages + collection.roll_up(p_tallies);
end $$;
