-- Count a try against each subject before it is made; the moment from which they are free again when one is used up, else null.
create or replace function access.count_tries(p_subjects bytea[], p_most integer[], p_window interval, p_lock interval, p_at timestamptz)
returns timestamptz
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_asked record; v_free timestamptz; v_latest timestamptz;
begin
  -- In one order, so that two requests never wait for each other.
  for v_asked in select a.subject, a.most from unnest(p_subjects, p_most) a(subject, most) order by a.subject loop
    insert into access.tries as t (subject, count, since) values (v_asked.subject, 1, p_at)
      on conflict (subject) do update set
        count = case when t.free_at > p_at then t.count when t.free_at <= p_at or t.since + p_window <= p_at or t.since > p_at then 1 else t.count + 1 end,
        since = case when t.free_at > p_at then t.since when t.free_at <= p_at or t.since + p_window <= p_at or t.since > p_at then p_at else t.since end,
        free_at = case when t.free_at > p_at then t.free_at
          when t.free_at <= p_at or t.since + p_window <= p_at or t.since > p_at then null
          when t.count + 1 > v_asked.most then greatest(t.since + p_window, p_at + p_lock) end
      returning t.free_at into v_free;
    v_latest := greatest(v_latest, v_free);
  end loop;
  return v_latest;
end $$;

-- What was right does not count.
create or replace function access.forgive_tries(p_subjects bytea[], p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update access.tries set count = greatest(count - 1, 0) where subject = any(p_subjects) and (free_at is null or free_at <= p_at)
$$;
