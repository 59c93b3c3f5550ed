-- Generated from the database by npm run generate; the migrations are the source.

create schema integrations;

create table integrations.attempt (
  webhook_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  took_ms integer not null,
  status integer,
  error text,
  sealed_answer bytea,
  constraint attempt_pkey PRIMARY KEY (webhook_id, delivery_id, number)
);
grant select, insert, update, delete on integrations.attempt to engawa_app;

create table integrations.delivery (
  webhook_id uuid not null,
  delivery_id uuid not null,
  event_id uuid not null,
  profile_id uuid not null,
  type text not null,
  order_key uuid,
  event_at timestamp with time zone not null,
  event_version bigint not null default 0,
  state text not null default 'waiting'::text,
  attempts integer not null default 0,
  tries integer not null default 0,
  due_at timestamp with time zone not null,
  handed_until timestamp with time zone,
  last_status integer,
  last_error text,
  sealed bytea,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (webhook_id, delivery_id),
  constraint delivery_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text, 'expired'::text])))
);
CREATE INDEX delivery_due ON integrations.delivery USING btree (webhook_id, due_at) WHERE (state = 'waiting'::text);
CREATE INDEX delivery_ended ON integrations.delivery USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX delivery_list ON integrations.delivery USING btree (created_at DESC, delivery_id);
CREATE INDEX delivery_one ON integrations.delivery USING btree (delivery_id);
CREATE INDEX delivery_order ON integrations.delivery USING btree (webhook_id, order_key, event_at) WHERE (state = 'waiting'::text);
alter table integrations.delivery enable row level security;
create policy person on integrations.delivery to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on integrations.delivery to engawa_app;

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

create table integrations.webhook (
  webhook_id uuid not null,
  external_id text,
  url text not null,
  types text[] not null,
  description text not null default ''::text,
  enabled boolean not null default true,
  disabled_reason text,
  disabled_at timestamp with time zone,
  include_profile boolean not null default false,
  place_ids uuid[],
  sealed_secret bytea not null,
  sealed_former_secret bytea,
  former_until timestamp with time zone,
  failing_since timestamp with time zone,
  catch_up_from timestamp with time zone,
  version bigint not null default 1,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint webhook_pkey PRIMARY KEY (webhook_id),
  constraint webhook_reason_known CHECK ((disabled_reason = ANY (ARRAY['asked'::text, 'gone'::text, 'failing'::text])))
);
grant select, insert, update, delete on integrations.webhook to engawa_app;

-- function integrations.hand_out_deliveries(p_now timestamp with time zone, p_real_now timestamp with time zone, p_until timestamp with time zone, p_each integer, p_limit integer) returns TABLE(webhook_id uuid, delivery_id uuid) sql security definer
