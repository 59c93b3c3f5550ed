-- Outlets: marketplaces and social shops where our goods are sold by others, on the same stock.
create table integrations.outlet (
  outlet_id uuid primary key,
  code text not null constraint outlet_code_key unique,
  kind text not null constraint outlet_kind_known check (kind = any ('{marketplace,social}')),
  provider text not null,
  name text not null,
  -- Where its orders are sent from, and whose stock it is told of.
  place_id uuid not null,
  -- Of what may be promised there, so many pieces are kept from this outlet.
  keep_back integer not null default 0 constraint outlet_keep_back_not_negative check (keep_back >= 0),
  poll_seconds integer not null default 300 constraint outlet_poll_seconds_sane check (poll_seconds between 10 and 86400),
  -- Whoever rings must know this word; only its hash is kept.
  bell_hash bytea,
  active boolean not null default true,
  version bigint not null default 1
);
-- How far its orders were read, and when it is asked next.
create table integrations.outlet_poll (
  outlet_id uuid primary key,
  cursor text,
  due_at timestamptz not null,
  push_due_at timestamptz not null,
  failures integer not null default 0
);
create index outlet_poll_due on integrations.outlet_poll (due_at);
-- What we sell there, under its own name, and what it was last told of stock.
create table integrations.outlet_listing (
  outlet_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  told_quantity integer,
  told_at timestamptz,
  push_version bigint not null default 0,
  primary key (outlet_id, variant_id)
);
create unique index outlet_listing_sku on integrations.outlet_listing (outlet_id, sku);

-- Each order there, once. `step` is what we have to do about it next.
create table integrations.outlet_order (
  outlet_id uuid not null,
  external_id text not null,
  outlet_order_id uuid not null,
  -- The outlet's own count of changes: an older word about an order is not heard.
  version bigint not null,
  state text not null constraint outlet_order_state_known check (state = any ('{received,accepted,short,refused,shipped,cancelled}')),
  step text constraint outlet_order_step_known check (step = any ('{take,acknowledge,tell_shipped,tell_cancelled}')),
  due_at timestamptz,
  attempts integer not null default 0,
  place_id uuid not null,
  profile_id uuid,
  order_id uuid,
  -- The order as it came, under the buyer's key.
  sealed bytea,
  total_yen bigint not null,
  campaign text,
  post text,
  problem text,
  placed_at timestamptz not null,
  received_at timestamptz not null,
  primary key (outlet_id, external_id),
  constraint outlet_order_step_due check ((step is null) = (due_at is null))
);
create index outlet_order_id on integrations.outlet_order (outlet_order_id);
create index outlet_order_of on integrations.outlet_order (order_id) where order_id is not null;
create index outlet_order_due on integrations.outlet_order (due_at) where due_at is not null;
create index outlet_order_newest on integrations.outlet_order (received_at desc);
-- The same buyer of an outlet is the same guest.
create table integrations.outlet_buyer (
  outlet_id uuid not null,
  token bytea not null,
  profile_id uuid not null,
  primary key (outlet_id, token)
);
