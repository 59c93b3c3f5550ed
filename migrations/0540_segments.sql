-- Segments: rules about people, and who meets them since when and why.
create schema segments;
grant usage on schema segments to engawa_app;

create table segments.segment (
  segment_id uuid primary key,
  external_id text constraint segment_external_id_key unique,
  name text not null,
  name_en text,
  state text not null default 'live' constraint segment_state_known check (state in ('live', 'ended')),
  version bigint not null default 1,
  -- The definition whose members count; none until the first has been built.
  live_version integer,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Each version of a rule as it stood. A new one is built beside the live one and takes its place when it is whole.
create table segments.definition (
  segment_id uuid not null references segments.segment,
  version integer not null,
  state text not null default 'building' constraint definition_state_known check (state in ('building', 'live', 'retired')),
  who text not null constraint definition_who_known check (who in ('members', 'everyone')),
  rule jsonb not null,
  -- Its conditions in words ({ja, en}), in the order of what `standing.why` saw.
  conditions jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  built_at timestamptz,
  primary key (segment_id, version)
);
create unique index definition_live on segments.definition (segment_id) where state = 'live';

-- Under the profile after which a customer is named: whether she is in, since when and by which facts, and the moment when
-- time alone may change that. Who is out and stays out until something happens has no row.
create table segments.standing (
  profile_id uuid not null,
  segment_id uuid not null,
  version integer not null,
  member boolean not null,
  since timestamptz,
  why jsonb,
  next_at timestamptz,
  constraint standing_member_since check (member = (since is not null)),
  primary key (profile_id, segment_id, version)
);
create index standing_members on segments.standing (segment_id, version, profile_id) where member;
create index standing_due on segments.standing (next_at) where next_at is not null;
call core.guard_person('segments.standing');
