-- Imports from other systems: what ran, how far it came, what was refused.
create schema integrations;
grant usage on schema integrations to engawa_app;

create table integrations.import (
  import_id uuid primary key,
  resource text not null,
  source text not null,
  file_name text not null,
  file_sha256 bytea not null,
  map_sha256 bytea not null,
  state text not null constraint import_state_known check (state in ('running', 'done', 'failed')),
  rows_read bigint not null default 0,
  rows_written bigint not null default 0,
  rows_repeated bigint not null default 0,
  rows_refused bigint not null default 0,
  resume_after bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  constraint import_once unique (resource, source, file_sha256, map_sha256)
);

-- Outside worlds that have no server here: what the fakes remember between processes.
create schema channels;
grant usage on schema channels to engawa_app;
create table channels.fake_charge (
  reference text primary key,
  charge_id uuid not null,
  amount_yen bigint not null,
  state text not null constraint fake_charge_state_known check (state in ('authorized', 'captured', 'cancelled', 'refunded')),
  refunded_yen bigint not null default 0,
  created_at timestamptz not null
);
create table channels.fake_mail (
  mail_id uuid primary key,
  recipient_hash bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index fake_mail_recipient on channels.fake_mail (recipient_hash, created_at desc);
