-- Generated from the database by npm run generate; the migrations are the source.

create schema access;

create table access.api_key (
  key_id uuid not null,
  key_hash bytea not null,
  name text not null,
  scopes text[] not null,
  place_ids uuid[] not null default '{}'::uuid[],
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  kind text not null default 'live'::text,
  constraint api_key_pkey PRIMARY KEY (key_id),
  constraint api_key_hash_key UNIQUE (key_hash),
  constraint api_key_kind_known CHECK ((kind = ANY (ARRAY['live'::text, 'sandbox'::text])))
);
grant select, insert, update, delete on access.api_key to engawa_app;

create table access.audit (
  profile_id uuid not null,
  at timestamp with time zone not null,
  audit_id uuid not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  place_id uuid,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_pkey PRIMARY KEY (profile_id, at, audit_id)
);
CREATE INDEX audit_at ON access.audit USING btree (at);
alter table access.audit enable row level security;
create policy person on access.audit to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on access.audit to engawa_app;

create table access.passkey (
  credential_hash bytea not null,
  passkey_id uuid not null,
  profile_id uuid,
  staff_id uuid,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  rp_id text not null,
  transports text[] not null default '{}'::text[],
  device_type text not null,
  backed_up boolean not null,
  sealed_name bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (credential_hash),
  constraint passkey_device_type_known CHECK ((device_type = ANY (ARRAY['singleDevice'::text, 'multiDevice'::text]))),
  constraint passkey_one_owner CHECK (((profile_id IS NULL) <> (staff_id IS NULL)))
);
CREATE INDEX passkey_profile ON access.passkey USING btree (profile_id) WHERE (profile_id IS NOT NULL);
CREATE INDEX passkey_staff ON access.passkey USING btree (staff_id) WHERE (staff_id IS NOT NULL);
alter table access.passkey enable row level security;
create policy person on access.passkey to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on access.passkey to engawa_app;

create table access.session (
  token_hash bytea not null,
  session_id uuid not null,
  kind text not null,
  staff_id uuid,
  profile_id uuid,
  place_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  method text,
  device text,
  seen_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_kind_known CHECK ((kind = ANY (ARRAY['staff'::text, 'member'::text, 'visitor'::text])))
);
CREATE INDEX session_by_id ON access.session USING btree (session_id);
CREATE INDEX session_expiry ON access.session USING btree (expires_at);
CREATE INDEX session_profile ON access.session USING btree (profile_id) WHERE (profile_id IS NOT NULL);
CREATE INDEX session_staff ON access.session USING btree (staff_id) WHERE (staff_id IS NOT NULL);
alter table access.session enable row level security;
create policy person on access.session to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on access.session to engawa_app;

create table access.sign_in_code (
  subject bytea not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  sent_count integer not null default 1,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_code_pkey PRIMARY KEY (subject)
);
CREATE INDEX sign_in_code_expiry ON access.sign_in_code USING btree (expires_at);
grant select, insert, update, delete on access.sign_in_code to engawa_app;

create table access.staff (
  staff_id uuid not null,
  code text not null,
  external_id text,
  display_name text not null,
  display_name_en text,
  role text not null,
  place_ids uuid[] not null default '{}'::uuid[],
  pin_hash text,
  failed_count integer not null default 0,
  locked_until timestamp with time zone,
  active boolean not null default true,
  version bigint not null default 1,
  initial_until timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (staff_id),
  constraint staff_code_key UNIQUE (code),
  constraint staff_external_id_key UNIQUE (external_id),
  constraint staff_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'agent'::text, 'marketer'::text, 'merchandiser'::text, 'manager'::text, 'admin'::text])))
);
grant select, insert, update, delete on access.staff to engawa_app;

create table access.ticket (
  ticket_hash bytea not null,
  purpose text not null,
  sealed bytea not null,
  expires_at timestamp with time zone not null,
  constraint ticket_pkey PRIMARY KEY (ticket_hash)
);
CREATE INDEX ticket_expiry ON access.ticket USING btree (expires_at);
grant select, insert, update, delete on access.ticket to engawa_app;

create table access.till (
  device_id text not null,
  version integer not null,
  key_hash bytea not null,
  place_id uuid not null,
  device text,
  bound_at timestamp with time zone not null,
  bound_by text not null,
  approved_by uuid,
  constraint till_pkey PRIMARY KEY (device_id, version)
);
grant select, insert on access.till to engawa_app;

create table access.tries (
  subject bytea not null,
  count integer not null,
  since timestamp with time zone not null,
  free_at timestamp with time zone,
  constraint tries_pkey PRIMARY KEY (subject)
);
CREATE INDEX tries_since ON access.tries USING btree (since);
grant select, insert, update, delete on access.tries to engawa_app;

-- function access.count_tries(p_subjects bytea[], p_most integer[], p_window interval, p_lock interval, p_at timestamp with time zone) returns timestamp with time zone plpgsql security definer
-- function access.forget_audit(p_before timestamp with time zone, p_limit integer) returns integer plpgsql security definer
-- function access.note_passkey_use(p_hash bytea, p_counter bigint, p_backed_up boolean, p_at timestamp with time zone) returns boolean plpgsql security definer
-- function access.passkey_by_credential(p_hash bytea, p_kind text) returns TABLE(credential_id bytea, public_key bytea, counter bigint, transports text[], rp_id text, owner_id uuid) sql stable security definer
-- function access.record(p_profiles uuid[], p_action text, p_actor_kind text, p_actor_id text, p_place uuid, p_detail jsonb, p_at timestamp with time zone) returns void plpgsql security definer
-- function access.take_back_tries(p_subjects bytea[], p_most integer[]) returns void sql security definer
