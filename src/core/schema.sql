-- Generated from the database by npm run generate; the migrations are the source.

create schema core;

create table core.counter (
  series text not null,
  value bigint not null,
  constraint counter_pkey PRIMARY KEY (series)
);
grant select, insert, update, delete on core.counter to engawa_app;

create table core.function_file (
  room text not null,
  hash text not null,
  applied_at timestamp with time zone not null,
  constraint function_file_pkey PRIMARY KEY (room)
);
grant nothing on core.function_file to engawa_app;

create table core.idempotency (
  scope text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  answer bytea,
  subject_id uuid,
  created_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_expiry ON core.idempotency USING brin (expires_at) WITH (pages_per_range='32');
grant select, insert, update, delete on core.idempotency to engawa_app;

create table core.lease (
  name text not null,
  holder text not null,
  until timestamp with time zone not null,
  constraint lease_pkey PRIMARY KEY (name)
);
grant select, insert, update, delete on core.lease to engawa_app;

create table core.migration (
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (name)
);
grant nothing on core.migration to engawa_app;

create table core.setting (
  key text not null,
  value jsonb not null,
  version bigint not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint setting_pkey PRIMARY KEY (key)
);
grant select, insert, update, delete on core.setting to engawa_app;

create table core.setting_change (
  key text not null,
  version bigint not null,
  value jsonb not null,
  effective_at timestamp with time zone not null,
  state text not null,
  changed_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint setting_change_pkey PRIMARY KEY (key, version),
  constraint setting_change_state_known CHECK ((state = ANY (ARRAY['made'::text, 'planned'::text, 'withdrawn'::text])))
);
CREATE INDEX setting_change_planned ON core.setting_change USING btree (key, effective_at) WHERE (state = 'planned'::text);
grant select, insert, update, delete on core.setting_change to engawa_app;

-- function core.claim_answer(p_scope text, p_key text, p_fingerprint bytea, p_at timestamp with time zone, p_expires timestamp with time zone, p_locked_until timestamp with time zone DEFAULT NULL::timestamp with time zone, p_subject uuid DEFAULT NULL::uuid, p_status integer DEFAULT NULL::integer, p_answer bytea DEFAULT NULL::bytea, OUT outcome text, OUT status integer, OUT answer bytea, OUT subject_id uuid) returns record plpgsql security definer
-- function core.claim_answers(p_scopes text[], p_keys text[], p_fingerprints bytea[], p_at timestamp with time zone, p_expires timestamp with time zone, p_subjects uuid[], p_status integer, p_answers bytea[]) returns boolean plpgsql security definer
-- function core.drop_claim(p_scope text, p_key text) returns void sql security definer
-- function core.enter(kind text, id text, profiles uuid[], places uuid[]) returns void sql
-- function core.free_claim(p_scope text, p_key text) returns void sql security definer
-- procedure core.guard_look_up(IN target regclass) plpgsql
-- procedure core.guard_person(IN target regclass) plpgsql
-- function core.keep_answer(p_scope text, p_key text, p_status integer, p_answer bytea) returns void plpgsql security definer
-- function core.looks_up() returns boolean sql stable
-- function core.next_number(p_series text) returns bigint sql security definer
-- function core.put_setting(p_key text, p_value jsonb, p_at timestamp with time zone, p_effective_at timestamp with time zone, p_kind text, p_id text, p_seen bigint DEFAULT NULL::bigint) returns bigint plpgsql
-- function core.scope_places() returns uuid[] sql stable
-- function core.scope_profiles() returns uuid[] sql stable
-- function core.sees_everyone() returns boolean sql stable
-- function core.setting_at(p_key text, p_at timestamp with time zone) returns jsonb sql stable
-- function core.setting_version(p_key text) returns bigint sql stable
-- function core.setting_was(p_key text, p_at timestamp with time zone) returns jsonb sql stable
-- function core.take_lease(p_name text, p_holder text, p_at timestamp with time zone, p_until timestamp with time zone) returns boolean plpgsql security definer
-- function core.unclaimed(p_names text[]) returns SETOF text plpgsql security definer
-- function core.uuid7(at timestamp with time zone) returns uuid sql
