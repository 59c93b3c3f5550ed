-- Sign-in, sessions, API keys, roles, and the audit of every look at a person.
create schema access;
grant usage on schema access to engawa_app;

create table access.staff (
  staff_id uuid primary key,
  code text not null constraint staff_code_key unique,
  external_id text constraint staff_external_id_key unique,
  display_name text not null,
  display_name_en text,
  role text not null constraint staff_role_known check (role in ('clerk', 'agent', 'marketer', 'merchandiser', 'manager', 'admin')),
  place_ids uuid[] not null default '{}',
  pin_hash text,
  failed_count integer not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  version bigint not null default 1
);

create table access.session (
  token_hash bytea primary key,
  session_id uuid not null,
  kind text not null constraint session_kind_known check (kind in ('staff', 'member', 'visitor')),
  staff_id uuid,
  profile_id uuid,
  place_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_profile on access.session (profile_id) where profile_id is not null;

-- A short code sent to an address we know only as a keyed hash.
create table access.sign_in_code (
  subject bytea primary key,
  code_hash bytea not null,
  attempts integer not null default 0,
  sent_count integer not null default 1,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table access.api_key (
  key_id uuid primary key,
  key_hash bytea not null constraint api_key_hash_key unique,
  name text not null,
  scopes text[] not null,
  place_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table access.audit (
  profile_id uuid not null,
  at timestamptz not null,
  audit_id uuid not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  place_id uuid,
  detail jsonb not null default '{}',
  primary key (profile_id, at, audit_id)
);
create index audit_at on access.audit (at);
revoke update, delete on access.audit from engawa_app;
