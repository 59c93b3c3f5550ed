-- Count a try against each subject before it is made; the moment from which they are free again when one is used up, else null.
create or replace function access.count_tries(p_subjects bytea[], p_most integer[], p_window interval, p_lock interval, p_at timestamptz)
returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_asked record; v_kept access.tries; v_latest timestamptz;
begin
  -- In one order, so that two requests never wait for each other.
  for v_asked in select a.subject, a.most from unnest(p_subjects, p_most) a(subject, most) order by a.subject loop
    insert into access.tries (subject, count, since) values (v_asked.subject, 0, p_at) on conflict do nothing;
    select * into v_kept from access.tries t where t.subject = v_asked.subject for update;
    if v_kept.free_at > p_at then
      v_latest := greatest(v_latest, v_kept.free_at);
      continue;
    end if;
    -- A window ahead of us was begun by a clock that was set back since; one a moment ahead, by a request that overtook us.
    if v_kept.free_at is not null or v_kept.since + p_window <= p_at or v_kept.since > p_at + p_window then
      v_kept.count := 0; v_kept.since := p_at; v_kept.free_at := null;
    end if;
    -- Who is not let in did not try: only what may be taken back is counted.
    if v_kept.count >= v_asked.most then
      v_kept.free_at := greatest(v_kept.since + p_window, p_at + p_lock);
      v_latest := greatest(v_latest, v_kept.free_at);
    else
      v_kept.count := v_kept.count + 1;
    end if;
    update access.tries t set count = v_kept.count, since = v_kept.since, free_at = v_kept.free_at where t.subject = v_asked.subject;
  end loop;
  return v_latest;
end $$;

-- A try that was no wrong guess is taken back; a lock it had its part in opens again.
create or replace function access.take_back_tries(p_subjects bytea[], p_most integer[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with locked as (
    select t.subject, a.most from unnest(p_subjects, p_most) a(subject, most) join access.tries t using (subject) order by t.subject for update of t)
  update access.tries t set count = greatest(t.count - 1, 0), free_at = case when t.count - 1 >= locked.most then t.free_at end
  from locked where t.subject = locked.subject
$$;
