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
  constraint api_key_pkey PRIMARY KEY (key_id),
  constraint api_key_hash_key UNIQUE (key_hash)
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
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_kind_known CHECK ((kind = ANY (ARRAY['staff'::text, 'member'::text, 'visitor'::text])))
);
CREATE INDEX session_expiry ON access.session USING btree (expires_at);
CREATE INDEX session_profile ON access.session USING btree (profile_id) WHERE (profile_id IS NOT NULL);
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
  constraint staff_pkey PRIMARY KEY (staff_id),
  constraint staff_code_key UNIQUE (code),
  constraint staff_external_id_key UNIQUE (external_id),
  constraint staff_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'agent'::text, 'marketer'::text, 'merchandiser'::text, 'manager'::text, 'admin'::text])))
);
grant select, insert, update, delete on access.staff to engawa_app;

-- function access.record(p_profiles uuid[], p_action text, p_actor_kind text, p_actor_id text, p_place uuid, p_detail jsonb, p_at timestamp with time zone) returns void plpgsql security definer
