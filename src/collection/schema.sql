-- Generated from the database by npm run generate; the migrations are the source.

create schema collection;

create table collection.claim (
  profile_id uuid not null,
  claimed_by uuid not null,
  claimed_at timestamp with time zone not null,
  merge_id uuid,
  shared boolean not null default false,
  constraint claim_pkey PRIMARY KEY (profile_id)
);
alter table collection.claim enable row level security;
create policy person on collection.claim to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on collection.claim to engawa_app;

create table collection.held (
  item_id uuid not null,
  source_id uuid not null,
  reason text not null,
  field text,
  event text,
  sealed bytea not null,
  received_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint held_pkey PRIMARY KEY (item_id)
);
CREATE INDEX held_expires ON collection.held USING btree (expires_at);
CREATE INDEX held_source ON collection.held USING btree (source_id, received_at, item_id);
grant select, insert, update, delete on collection.held to engawa_app;

create table collection.message (
  event_id uuid not null,
  seen_at timestamp with time zone not null,
  lasting boolean not null,
  constraint message_pkey PRIMARY KEY (event_id)
);
CREATE INDEX message_seen ON collection.message USING brin (seen_at) WHERE (NOT lasting);
grant select, insert, update, delete on collection.message to engawa_app;

create table collection.plan (
  name text not null,
  planned boolean not null,
  name_ja text,
  name_en text,
  properties jsonb not null default '{}'::jsonb,
  first_seen_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  version bigint not null default 1,
  constraint plan_pkey PRIMARY KEY (name)
);
grant select, insert, update, delete on collection.plan to engawa_app;

create table collection.source (
  source_id uuid not null,
  name text not null,
  kind text not null,
  place_id uuid,
  mapping jsonb not null default '{}'::jsonb,
  key_hash bytea not null,
  former_hash bytea,
  former_until timestamp with time zone,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  version bigint not null default 1,
  constraint source_pkey PRIMARY KEY (source_id),
  constraint source_kind_known CHECK ((kind = ANY (ARRAY['web'::text, 'server'::text, 'pos'::text, 'iot'::text, 'shared'::text])))
);
CREATE INDEX source_former ON collection.source USING btree (former_hash) WHERE (former_hash IS NOT NULL);
CREATE UNIQUE INDEX source_key ON collection.source USING btree (key_hash);
grant select, insert, update, delete on collection.source to engawa_app;

create table collection.tally (
  source_id uuid not null,
  tally_id uuid not null,
  at timestamp with time zone not null,
  accepted bigint not null,
  repeated bigint not null,
  rolled boolean not null default false,
  constraint tally_pkey PRIMARY KEY (source_id, tally_id)
);
CREATE INDEX tally_open ON collection.tally USING btree (at) WHERE (NOT rolled);
grant select, insert, update, delete on collection.tally to engawa_app;

create table collection.trait (
  profile_id uuid not null,
  name text not null,
  sealed bytea,
  occurred_at timestamp with time zone not null,
  event_id uuid not null,
  constraint trait_pkey PRIMARY KEY (profile_id, name)
);
alter table collection.trait enable row level security;
create policy person on collection.trait to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on collection.trait to engawa_app;

-- view collection.source_state (source_id uuid, name text, kind text, place_id uuid, mapping jsonb, former_until timestamp with time zone, created_at timestamp with time zone, revoked_at timestamp with time zone, version bigint, accepted bigint, repeated bigint, held bigint, last_at timestamp with time zone)

-- function collection.forget(p_profiles uuid[]) returns void sql security definer
-- function collection.forget_old(p_now timestamp with time zone, p_messages timestamp with time zone, p_tallies timestamp with time zone, p_most integer) returns integer plpgsql security definer
-- function collection.note_names(p_names text[], p_at timestamp with time zone, p_most integer) returns void sql security definer
-- function collection.roll_up(p_before timestamp with time zone) returns integer plpgsql security definer
-- function collection.take(p_at timestamp with time zone, p_living uuid[], p_met uuid[], p_met_keys bytea[], p_met_kinds text[], p_met_tokens bytea[], p_named uuid[], p_named_kinds text[], p_named_tokens bytea[], p_given uuid[], p_given_sources uuid[], p_lasting boolean[], p_tally uuid, p_profiles uuid[], p_occurred timestamp with time zone[], p_ids uuid[], p_types text[], p_sources text[], p_channels text[], p_places uuid[], p_actors text[], p_payloads jsonb[], p_sealed bytea[], p_reacting integer[], p_reactions text[], p_trait_events integer[], p_trait_names text[], p_trait_sealed bytea[], p_held jsonb) returns void plpgsql security definer
-- function collection.who(p_kinds text[], p_tokens bytea[]) returns TABLE(kind text, token bytea, profile_id uuid, customer_id uuid, wrapped_key bytea, numbered boolean, claimed_by uuid, claimed_at timestamp with time zone, shared boolean) plpgsql stable security definer
