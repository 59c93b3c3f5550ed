-- Webhooks out: who wants to be told of which events, what is on its way to her, and every attempt. Rows are found by the
-- webhook they belong to; payloads and answers are sealed and expire.
create table integrations.webhook (
  webhook_id uuid primary key,
  external_id text,
  url text not null,
  types text[] not null,
  description text not null default '',
  enabled boolean not null default true,
  disabled_reason text constraint webhook_reason_known check (disabled_reason in ('asked', 'gone', 'failing')),
  disabled_at timestamptz,
  include_profile boolean not null default false,
  place_ids uuid[],
  sealed_secret bytea not null,
  sealed_former_secret bytea,
  former_until timestamptz,
  failing_since timestamptz,
  catch_up_from timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null,
  created_by text not null
);

create table integrations.delivery (
  webhook_id uuid not null,
  delivery_id uuid not null,
  event_id uuid not null,
  profile_id uuid not null,
  type text not null,
  order_key uuid,
  event_at timestamptz not null,
  event_version bigint not null default 0,
  state text not null default 'waiting' constraint delivery_state_known check (state in ('waiting', 'delivered', 'failed', 'expired')),
  attempts integer not null default 0,
  tries integer not null default 0,
  due_at timestamptz not null,
  handed_until timestamptz,
  last_status integer,
  last_error text,
  sealed bytea,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (webhook_id, delivery_id)
);
create index delivery_due on integrations.delivery (webhook_id, due_at) where state = 'waiting';
create index delivery_order on integrations.delivery (webhook_id, order_key, event_at) where state = 'waiting';
create index delivery_list on integrations.delivery (created_at desc, delivery_id);
create index delivery_one on integrations.delivery (delivery_id);
create index delivery_ended on integrations.delivery (ended_at) where ended_at is not null;
call core.guard_person('integrations.delivery');

create table integrations.attempt (
  webhook_id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  at timestamptz not null,
  took_ms integer not null,
  status integer,
  error text,
  sealed_answer bytea,
  primary key (webhook_id, delivery_id, number)
);
