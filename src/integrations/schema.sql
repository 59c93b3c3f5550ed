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
  turn integer not null default 0,
  undone_at timestamp with time zone,
  undone_by text,
  upload_id uuid,
  map text,
  on_conflict text,
  actor jsonb,
  due text,
  asked_at timestamp with time zone,
  taken_at timestamp with time zone,
  rows_total bigint,
  problem jsonb,
  constraint import_pkey PRIMARY KEY (import_id),
  constraint import_due_known CHECK ((due = ANY (ARRAY['import'::text, 'undoing'::text]))),
  constraint import_state_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'partly_undone'::text])))
);
CREATE INDEX import_due ON integrations.import USING btree (asked_at, import_id) WHERE (due IS NOT NULL);
grant select, insert, update, delete on integrations.import to engawa_app;

create table integrations.import_person (
  profile_id uuid not null,
  import_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  undone_at timestamp with time zone,
  kept_reason text,
  constraint import_person_pkey PRIMARY KEY (profile_id, import_id, kind, subject_id),
  constraint import_person_kind_known CHECK ((kind = ANY (ARRAY['order'::text, 'opening'::text, 'customer'::text])))
);
CREATE INDEX import_person_of ON integrations.import_person USING btree (import_id, kind, profile_id) WHERE (undone_at IS NULL);
alter table integrations.import_person enable row level security;
create policy person on integrations.import_person to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on integrations.import_person to engawa_app;

create table integrations.import_refusal (
  import_id uuid not null,
  "row" integer not null,
  field text not null,
  reason_ja text not null,
  reason_en text not null,
  constraint import_refusal_pkey PRIMARY KEY (import_id, "row", field)
);
grant select, insert, update, delete on integrations.import_refusal to engawa_app;

create table integrations.import_thing (
  import_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  undone_at timestamp with time zone,
  kept_reason text,
  constraint import_thing_pkey PRIMARY KEY (import_id, kind, subject_id),
  constraint import_thing_kind_known CHECK ((kind = ANY (ARRAY['product'::text, 'price'::text, 'count'::text])))
);
grant select, insert, update, delete on integrations.import_thing to engawa_app;

create table integrations.outlet (
  outlet_id uuid not null,
  code text not null,
  kind text not null,
  provider text not null,
  name text not null,
  place_id uuid not null,
  keep_back integer not null default 0,
  poll_seconds integer not null default 300,
  bell_hash bytea,
  active boolean not null default true,
  version bigint not null default 1,
  constraint outlet_pkey PRIMARY KEY (outlet_id),
  constraint outlet_code_key UNIQUE (code),
  constraint outlet_keep_back_not_negative CHECK ((keep_back >= 0)),
  constraint outlet_kind_known CHECK ((kind = ANY ('{marketplace,social}'::text[]))),
  constraint outlet_poll_seconds_sane CHECK (((poll_seconds >= 10) AND (poll_seconds <= 86400)))
);
grant select, insert, update, delete on integrations.outlet to engawa_app;

create table integrations.outlet_buyer (
  outlet_id uuid not null,
  token bytea not null,
  profile_id uuid not null,
  constraint outlet_buyer_pkey PRIMARY KEY (outlet_id, token)
);
alter table integrations.outlet_buyer enable row level security;
create policy person on integrations.outlet_buyer to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on integrations.outlet_buyer to engawa_app;

create table integrations.outlet_listing (
  outlet_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  told_quantity integer,
  told_at timestamp with time zone,
  push_version bigint not null default 0,
  constraint outlet_listing_pkey PRIMARY KEY (outlet_id, variant_id)
);
CREATE UNIQUE INDEX outlet_listing_sku ON integrations.outlet_listing USING btree (outlet_id, sku);
grant select, insert, update, delete on integrations.outlet_listing to engawa_app;

create table integrations.outlet_order (
  outlet_id uuid not null,
  external_id text not null,
  outlet_order_id uuid not null,
  version bigint not null,
  state text not null,
  step text,
  due_at timestamp with time zone,
  attempts integer not null default 0,
  place_id uuid not null,
  profile_id uuid,
  order_id uuid,
  sealed bytea,
  total_yen bigint not null,
  campaign text,
  post text,
  problem text,
  placed_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  constraint outlet_order_pkey PRIMARY KEY (outlet_id, external_id),
  constraint outlet_order_state_known CHECK ((state = ANY ('{received,accepted,short,refused,shipped,cancelled}'::text[]))),
  constraint outlet_order_step_due CHECK (((step IS NULL) = (due_at IS NULL))),
  constraint outlet_order_step_known CHECK ((step = ANY ('{take,acknowledge,tell_shipped,tell_cancelled}'::text[])))
);
CREATE INDEX outlet_order_due ON integrations.outlet_order USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX outlet_order_id ON integrations.outlet_order USING btree (outlet_order_id);
CREATE INDEX outlet_order_newest ON integrations.outlet_order USING btree (received_at DESC);
CREATE INDEX outlet_order_of ON integrations.outlet_order USING btree (order_id) WHERE (order_id IS NOT NULL);
alter table integrations.outlet_order enable row level security;
create policy person on integrations.outlet_order to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on integrations.outlet_order to engawa_app;

create table integrations.outlet_poll (
  outlet_id uuid not null,
  cursor text,
  due_at timestamp with time zone not null,
  push_due_at timestamp with time zone not null,
  failures integer not null default 0,
  constraint outlet_poll_pkey PRIMARY KEY (outlet_id)
);
CREATE INDEX outlet_poll_due ON integrations.outlet_poll USING btree (due_at);
grant select, insert, update, delete on integrations.outlet_poll to engawa_app;

create table integrations.upload (
  upload_id uuid not null,
  file_name text not null,
  content_id uuid,
  bytes bigint,
  sha256 bytea,
  resource text,
  map text,
  on_conflict text,
  made_by text not null,
  created_at timestamp with time zone not null,
  constraint upload_pkey PRIMARY KEY (upload_id)
);
CREATE INDEX upload_age ON integrations.upload USING btree (created_at);
grant select, insert, update, delete on integrations.upload to engawa_app;

create table integrations.upload_piece (
  content_id uuid not null,
  piece integer not null,
  upload_id uuid not null,
  sealed bytea not null,
  constraint upload_piece_pkey PRIMARY KEY (content_id, piece)
);
CREATE INDEX upload_piece_of ON integrations.upload_piece USING btree (upload_id);
grant select, insert, update, delete on integrations.upload_piece to engawa_app;

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
