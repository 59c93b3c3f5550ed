-- A customer is a set of profiles. Everything is written under an immutable profile_id; merge and un-merge re-point customer_id only.
create schema customers;
grant usage on schema customers to engawa_app;

create table customers.profile (
  profile_id uuid primary key,
  customer_id uuid not null,
  kind text not null constraint profile_kind_known check (kind in ('member', 'guest', 'visitor')),
  wrapped_key bytea,
  sealed bytea,
  birth_year smallint,
  birth_month smallint,
  gender text,
  prefecture text,
  city text,
  geohash text,
  locale text not null default 'ja',
  route text,
  home_place_id uuid,
  registered_at timestamptz not null,
  erased_at timestamptz,
  version bigint not null default 1
);
create index profile_customer on customers.profile (customer_id);
create index profile_registered on customers.profile (registered_at);
call core.guard_person('customers.profile');

-- What must be unique across people lives in its own table, keyed by the keyed hash of the value, with no foreign key to people.
create table customers.identifier (
  kind text not null,
  token bytea not null,
  profile_id uuid not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (kind, token)
);
create index identifier_profile on customers.identifier (profile_id);

create table customers.search_token (
  profile_id uuid not null,
  kind text not null,
  token bytea not null,
  primary key (profile_id, kind, token)
);
create index search_token_value on customers.search_token (token);

create table customers.blocked_value (
  kind text not null,
  token bytea not null,
  reason text not null,
  created_at timestamptz not null,
  primary key (kind, token)
);

-- Every merge, with all that is needed to take it back.
create table customers.merge (
  profile_id uuid not null,
  merge_id uuid not null,
  from_customer_id uuid not null,
  to_customer_id uuid not null,
  reason text not null,
  actor_kind text not null,
  actor_id text,
  merged_at timestamptz not null,
  undone_at timestamptz,
  undone_by text,
  primary key (profile_id, merge_id)
);
call core.guard_person('customers.merge');
