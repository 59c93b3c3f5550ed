-- Generated from the database by npm run generate; the migrations are the source.

create schema segments;

create table segments.definition (
  segment_id uuid not null,
  version integer not null,
  state text not null default 'building'::text,
  who text not null,
  rule jsonb not null,
  conditions jsonb not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  built_at timestamp with time zone,
  constraint definition_pkey PRIMARY KEY (segment_id, version),
  constraint definition_segment_id_fkey FOREIGN KEY (segment_id) REFERENCES segments.segment(segment_id),
  constraint definition_state_known CHECK ((state = ANY (ARRAY['building'::text, 'live'::text, 'retired'::text]))),
  constraint definition_who_known CHECK ((who = ANY (ARRAY['members'::text, 'everyone'::text])))
);
CREATE UNIQUE INDEX definition_live ON segments.definition USING btree (segment_id) WHERE (state = 'live'::text);
grant select, insert, update, delete on segments.definition to engawa_app;

create table segments.segment (
  segment_id uuid not null,
  external_id text,
  name text not null,
  name_en text,
  state text not null default 'live'::text,
  version bigint not null default 1,
  live_version integer,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint segment_pkey PRIMARY KEY (segment_id),
  constraint segment_external_id_key UNIQUE (external_id),
  constraint segment_state_known CHECK ((state = ANY (ARRAY['live'::text, 'ended'::text])))
);
grant select, insert, update, delete on segments.segment to engawa_app;

create table segments.standing (
  profile_id uuid not null,
  segment_id uuid not null,
  version integer not null,
  member boolean not null,
  since timestamp with time zone,
  why jsonb,
  next_at timestamp with time zone,
  constraint standing_pkey PRIMARY KEY (profile_id, segment_id, version),
  constraint standing_member_since CHECK ((member = (since IS NOT NULL)))
);
CREATE INDEX standing_due ON segments.standing USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX standing_members ON segments.standing USING btree (segment_id, version, profile_id) WHERE member;
alter table segments.standing enable row level security;
create policy person on segments.standing to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on segments.standing to engawa_app;

-- view segments.membership (profile_id uuid, segment_id uuid, name text, name_en text, version integer, since timestamp with time zone, why jsonb, conditions jsonb)

-- function segments.forget(p_profiles uuid[]) returns void sql security definer
-- function segments.latest_before(p_times timestamp with time zone[], p_before timestamp with time zone) returns timestamp with time zone sql immutable
