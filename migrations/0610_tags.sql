-- Tags: what somebody seems to like or to live with, concluded by rules from what she bought and looked at, each with its evidence.
create schema tags;
grant usage on schema tags to engawa_app;

create table tags.tag (
  tag_id uuid primary key,
  external_id text constraint tag_external_id_key unique,
  name text not null,
  name_en text,
  state text not null default 'live' constraint tag_state_known check (state in ('live', 'ended')),
  version integer not null default 1,
  rule jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Each rule as it stood, so that a change can be taken back.
create table tags.past_rule (
  tag_id uuid not null references tags.tag,
  version integer not null,
  name text not null,
  name_en text,
  state text not null,
  rule jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (tag_id, version)
);

-- Under the profile after which a customer is named: how many times over she meets the threshold as of the newest evidence
-- (from there it halves with each half-life), since when, and by what.
create table tags.standing (
  profile_id uuid not null,
  tag_id uuid not null,
  version integer not null,
  since timestamptz not null,
  reach double precision not null constraint standing_reach_positive check (reach > 0),
  reached_at timestamptz not null,
  half_life_days integer not null,
  -- When time alone takes it away.
  until_at timestamptz not null,
  evidence jsonb not null,
  primary key (profile_id, tag_id)
);
create index standing_tag on tags.standing (tag_id, profile_id);
create index standing_until on tags.standing (until_at);
call core.guard_person('tags.standing');

-- What she does not want concluded about her. Under each of her profiles, so that it holds when they are parted, too.
create table tags.forgotten (
  profile_id uuid not null,
  kind text not null constraint forgotten_kind_known check (kind in ('tag', 'segment')),
  fact uuid not null,
  forgotten_at timestamptz not null,
  primary key (profile_id, kind, fact)
);
call core.guard_person('tags.forgotten');
