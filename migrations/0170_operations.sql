create schema operations;
grant usage on schema operations to engawa_app;
-- Every running process tells of itself every few seconds; one that fell silent is forgotten after an hour.
create table operations.process (
  process_id uuid primary key,
  role text not null,
  host text not null,
  pid integer not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  figures jsonb not null default '{}'
);
-- Statements that took long, by their text (values are never part of it): for servers without pg_stat_statements.
create table operations.slow_statement (
  statement_hash text primary key,
  statement text not null,
  calls bigint not null,
  total_ms double precision not null,
  max_ms double precision not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
grant select, insert, update, delete on operations.process, operations.slow_statement to engawa_app;
