-- Generated from the database by npm run generate; the migrations are the source.

create schema consent;

create table consent.current (
  profile_id uuid not null,
  purpose text not null,
  channel text not null,
  granted boolean not null,
  decided_at timestamp with time zone not null,
  wording_version integer not null,
  constraint current_pkey PRIMARY KEY (profile_id, purpose, channel)
);
alter table consent.current enable row level security;
create policy person on consent.current to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on consent.current to engawa_app;

create table consent.decision (
  profile_id uuid not null,
  decided_at timestamp with time zone not null,
  decision_id uuid not null,
  purpose text not null,
  channel text not null,
  granted boolean not null,
  wording_version integer not null,
  source text not null,
  place_id uuid,
  actor_kind text not null,
  actor_id text,
  constraint decision_pkey PRIMARY KEY (profile_id, decided_at, decision_id)
);
alter table consent.decision enable row level security;
create policy person on consent.decision to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on consent.decision to engawa_app;

create table consent.purpose (
  purpose text not null,
  channels text[] not null,
  name_ja text not null,
  name_en text not null,
  required boolean not null default false,
  "position" integer not null,
  constraint purpose_pkey PRIMARY KEY (purpose)
);
grant select, insert, update, delete on consent.purpose to engawa_app;

create table consent.wording (
  purpose text not null,
  version integer not null,
  body_ja text not null,
  body_en text not null,
  effective_from timestamp with time zone not null,
  constraint wording_pkey PRIMARY KEY (purpose, version),
  constraint wording_purpose_fkey FOREIGN KEY (purpose) REFERENCES consent.purpose(purpose)
);
grant select, insert, update, delete on consent.wording to engawa_app;

-- view consent.standing (profile_id uuid, purpose text, name_ja text, name_en text, position integer, channel text, granted boolean, decided_at timestamp with time zone)

-- function consent.decide(p_profile uuid, p_at timestamp with time zone, p_source text, p_place uuid, p_actor_kind text, p_actor_id text, p_purposes text[], p_channels text[], p_granted boolean[], p_versions integer[]) returns void sql security definer
-- function consent.may(p_profile uuid, p_purpose text, p_channel text) returns boolean sql stable security definer
