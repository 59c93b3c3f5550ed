-- Generated from the database by npm run generate; the migrations are the source.

create schema tags;

create table tags.forgotten (
  profile_id uuid not null,
  kind text not null,
  fact uuid not null,
  forgotten_at timestamp with time zone not null,
  constraint forgotten_pkey PRIMARY KEY (profile_id, kind, fact),
  constraint forgotten_kind_known CHECK ((kind = ANY (ARRAY['tag'::text, 'segment'::text])))
);
alter table tags.forgotten enable row level security;
create policy person on tags.forgotten to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on tags.forgotten to engawa_app;

create table tags.past_rule (
  tag_id uuid not null,
  version integer not null,
  name text not null,
  name_en text,
  state text not null,
  rule jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint past_rule_pkey PRIMARY KEY (tag_id, version),
  constraint past_rule_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES tags.tag(tag_id)
);
grant select, insert, update, delete on tags.past_rule to engawa_app;

create table tags.standing (
  profile_id uuid not null,
  tag_id uuid not null,
  version integer not null,
  since timestamp with time zone not null,
  reach double precision not null,
  reached_at timestamp with time zone not null,
  half_life_days integer not null,
  until_at timestamp with time zone not null,
  evidence jsonb not null,
  constraint standing_pkey PRIMARY KEY (profile_id, tag_id),
  constraint standing_reach_positive CHECK ((reach > (0)::double precision))
);
CREATE INDEX standing_tag ON tags.standing USING btree (tag_id, profile_id);
CREATE INDEX standing_until ON tags.standing USING btree (until_at);
alter table tags.standing enable row level security;
create policy person on tags.standing to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on tags.standing to engawa_app;

create table tags.tag (
  tag_id uuid not null,
  external_id text,
  name text not null,
  name_en text,
  state text not null default 'live'::text,
  version integer not null default 1,
  rule jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint tag_pkey PRIMARY KEY (tag_id),
  constraint tag_external_id_key UNIQUE (external_id),
  constraint tag_state_known CHECK ((state = ANY (ARRAY['live'::text, 'ended'::text])))
);
grant select, insert, update, delete on tags.tag to engawa_app;

-- view tags.left_out (customer_id uuid, segment_id uuid)

-- view tags.membership (profile_id uuid, tag_id uuid, name text, name_en text, since timestamp with time zone, reach double precision, reached_at timestamp with time zone, half_life_days integer, until_at timestamp with time zone, evidence jsonb)

-- function tags.forget(p_profiles uuid[]) returns void sql security definer
