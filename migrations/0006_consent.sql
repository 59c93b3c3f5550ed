-- What each person agreed to, per purpose and channel, in which words.
create schema consent;
grant usage on schema consent to engawa_app;

create table consent.purpose (
  purpose text primary key,
  channels text[] not null,
  name_ja text not null,
  name_en text not null,
  required boolean not null default false,
  position integer not null
);
create table consent.wording (
  purpose text not null references consent.purpose,
  version integer not null,
  body_ja text not null,
  body_en text not null,
  effective_from timestamptz not null,
  primary key (purpose, version)
);
-- Append-only: the record a regulator would ask for.
create table consent.decision (
  profile_id uuid not null,
  decided_at timestamptz not null,
  decision_id uuid not null,
  purpose text not null,
  channel text not null,
  granted boolean not null,
  wording_version integer not null,
  source text not null,
  place_id uuid,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, decided_at, decision_id)
);
create table consent.current (
  profile_id uuid not null,
  purpose text not null,
  channel text not null,
  granted boolean not null,
  decided_at timestamptz not null,
  wording_version integer not null,
  primary key (profile_id, purpose, channel)
);
call core.guard_person('consent.decision');
call core.guard_person('consent.current');
revoke update, delete on consent.decision from engawa_app;
