-- Generated from the database by npm run generate; the migrations are the source.

create schema integrations;

create table integrations.import (
  import_id uuid not null,
  resource text not null,
  source text not null,
  file_name text not null,
  file_sha256 bytea not null,
  map_sha256 bytea not null,
  state text not null,
  rows_read bigint not null default 0,
  rows_written bigint not null default 0,
  rows_repeated bigint not null default 0,
  rows_refused bigint not null default 0,
  resume_after bigint not null default 0,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint import_pkey PRIMARY KEY (import_id),
  constraint import_once UNIQUE (resource, source, file_sha256, map_sha256),
  constraint import_state_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
grant select, insert, update, delete on integrations.import to engawa_app;
