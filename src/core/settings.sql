-- The value in force at a moment, null when it was never set.
create or replace function core.setting_at(p_key text, p_at timestamptz) returns jsonb
language sql stable as $$
  select coalesce(
    (select c.value from core.setting_change c where c.key = p_key and c.state = 'planned' and c.effective_at <= p_at
       order by c.effective_at desc, c.version desc limit 1),
    (select s.value from core.setting s where s.key = p_key))
$$;

-- The value that held (or will hold, as decided by now) at any moment, out of its history; null when it was not set by then.
create or replace function core.setting_was(p_key text, p_at timestamptz) returns jsonb
language sql stable as $$
  select c.value from core.setting_change c where c.key = p_key and c.state <> 'withdrawn' and c.effective_at <= p_at
    order by c.effective_at desc, c.version desc limit 1
$$;

-- How often a setting was decided anew, counting what is planned: what an editor says she has seen.
create or replace function core.setting_version(p_key text) returns bigint
language sql stable as $$
  select greatest(
    coalesce((select s.version from core.setting s where s.key = p_key), 0),
    coalesce((select max(c.version) from core.setting_change c where c.key = p_key), 0))
$$;

-- Decide a setting, from now or from a moment to come; the new version, or null when somebody else decided since `p_seen`.
create or replace function core.put_setting(
  p_key text, p_value jsonb, p_at timestamptz, p_effective_at timestamptz, p_kind text, p_id text, p_seen bigint default null)
returns bigint language plpgsql as $$
declare made bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('core.setting:' || p_key, 0));
  made := core.setting_version(p_key) + 1;
  if p_seen is not null and p_seen <> made - 1 then return null; end if;
  if p_effective_at <= p_at then
    -- A plan whose day has come was in force until now: it is history.
    update core.setting_change set state = 'made' where key = p_key and state = 'planned' and effective_at <= p_at;
    insert into core.setting (key, value, version, changed_at, changed_by) values (p_key, p_value, made, p_at, coalesce(p_id, p_kind))
      on conflict (key) do update set value = excluded.value, version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by;
  else
    -- Planned anew for the same moment: the former plan is not carried out.
    update core.setting_change set state = 'withdrawn' where key = p_key and state = 'planned' and effective_at = p_effective_at;
  end if;
  insert into core.setting_change (key, version, value, effective_at, state, changed_at, actor_kind, actor_id)
    values (p_key, made, p_value, greatest(p_effective_at, p_at), case when p_effective_at <= p_at then 'made' else 'planned' end, p_at, p_kind, p_id);
  return made;
end $$;
