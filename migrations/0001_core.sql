-- What every room stands on: scope of the reader, settings, idempotency, counters. No business noun here.
create schema if not exists core;
grant usage on schema core to engawa_app;
alter default privileges grant select, insert, update, delete on tables to engawa_app;
alter default privileges grant usage, select on sequences to engawa_app;
alter default privileges grant execute on functions to engawa_app;

-- The migration runner has made core.migration already on a fresh database; it owns that table.

-- UUID v7 (RFC 9562) from a given instant: keys grow with time, so indexes are written at one end.
create function core.uuid7(at timestamptz) returns uuid
language sql volatile parallel safe as $$
  select encode(
    set_byte(
      set_byte(
        substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) || substring(uuid_send(gen_random_uuid()) from 7),
        6, 112 + (get_byte(uuid_send(gen_random_uuid()), 6) & 15)),
      8, 128 + (get_byte(uuid_send(gen_random_uuid()), 8) & 63)),
    'hex')::uuid
$$;

-- Who is reading or writing in this transaction. Row policies ask these; nothing set means nothing seen.
create function core.enter(kind text, id text, profiles uuid[], places uuid[]) returns void
language sql volatile as $$
  select set_config('engawa.actor_kind', kind, true),
         set_config('engawa.actor_id', coalesce(id, ''), true),
         set_config('engawa.profiles', coalesce(profiles, '{}')::text, true),
         set_config('engawa.places', coalesce(places, '{}')::text, true)
$$;
create function core.sees_everyone() returns boolean
language sql stable parallel safe as $$
  select coalesce(current_setting('engawa.actor_kind', true), '') in ('system', 'staff', 'api')
$$;
create function core.scope_profiles() returns uuid[]
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('engawa.profiles', true), ''), '{}')::uuid[]
$$;
create function core.scope_places() returns uuid[]
language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('engawa.places', true), ''), '{}')::uuid[]
$$;

-- A second wall behind the API: a member's transaction sees her own profiles' rows, staff and system see all, nobody sees none.
create procedure core.guard_person(target regclass)
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy person on %s to engawa_app using (
    (select core.sees_everyone()) or profile_id = any ((select core.scope_profiles())::uuid[]))', target);
end $$;

create table core.setting (
  key text primary key,
  value jsonb not null,
  version bigint not null default 1,
  changed_at timestamptz not null,
  changed_by text not null
);

-- The first answer to a POST, kept beside its effect so that a repeat gets the same bytes. The answer is encrypted.
create table core.idempotency (
  scope text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  answer bytea,
  subject_id uuid,
  created_at timestamptz not null,
  locked_until timestamptz,
  expires_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_expiry on core.idempotency (expires_at);

-- Numbers people read aloud: one row per series, bumped under its own lock.
create table core.counter (
  series text primary key,
  value bigint not null
);

-- Who may do a periodic piece of work now. A row, not an advisory lock: it survives poolers and clusters.
create table core.lease (
  name text primary key,
  holder text not null,
  until timestamptz not null
);
