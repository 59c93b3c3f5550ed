-- Generated from the database by npm run generate; the migrations are the source.

create schema operations;

create table operations.process (
  process_id uuid not null,
  role text not null,
  host text not null,
  pid integer not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  figures jsonb not null default '{}'::jsonb,
  constraint process_pkey PRIMARY KEY (process_id)
);
grant select, insert, update, delete on operations.process to engawa_app;

create table operations.slow_statement (
  statement_hash text not null,
  statement text not null,
  calls bigint not null,
  total_ms double precision not null,
  max_ms double precision not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint slow_statement_pkey PRIMARY KEY (statement_hash)
);
grant select, insert, update, delete on operations.slow_statement to engawa_app;
