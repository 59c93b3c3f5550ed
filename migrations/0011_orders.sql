-- Orders from every channel in one shape, their lines, payments and promises.
create schema orders;
grant usage on schema orders to engawa_app;

create table orders."order" (
  profile_id uuid not null,
  order_id uuid not null,
  number text not null,
  external_id text,
  channel text not null constraint order_channel_known check (channel in ('ec', 'app', 'till', 'phone', 'line', 'catalogue', 'social', 'marketplace', 'agent', 'import')),
  way text not null constraint order_way_known check (way in ('carry', 'ship', 'collect')),
  state text not null constraint order_state_known check (state in ('paying', 'placed', 'ready', 'done', 'cancelled')),
  place_id uuid not null,
  supply_mode text not null,
  business_date date not null,
  placed_at timestamptz not null,
  items_yen bigint not null,
  discount_yen bigint not null default 0,
  total_yen bigint not null constraint order_total_not_negative check (total_yen >= 0),
  points_used bigint not null default 0,
  points_earned bigint not null default 0,
  taxes jsonb not null,
  staff_id uuid,
  cart_id uuid,
  cart_profile_id uuid,
  with_order_id uuid,
  sealed bytea,
  ready_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  version bigint not null default 1,
  primary key (profile_id, order_id)
);
create index order_recent on orders."order" (profile_id, placed_at desc);
create index order_queue on orders."order" (place_id, state, placed_at) where state in ('paying', 'placed', 'ready');
create index order_placed on orders."order" (placed_at);

create table orders.line (
  profile_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  variant_id uuid,
  gtin text,
  name text not null,
  quantity integer not null constraint line_quantity_positive check (quantity > 0),
  unit_yen bigint not null,
  tax_included boolean not null default true,
  discount_yen bigint not null default 0,
  amount_yen bigint not null constraint line_amount_not_negative check (amount_yen >= 0),
  tax_category text not null,
  rate_num integer not null,
  rate_den integer not null,
  reduced boolean not null default false,
  primary key (profile_id, order_id, line_no)
);

create table orders.payment (
  profile_id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  method text not null constraint payment_method_known check (method in ('cash', 'card', 'points', 'recorded')),
  amount_yen bigint not null constraint payment_amount_positive check (amount_yen > 0),
  tendered_yen bigint,
  state text not null constraint payment_state_known check (state in ('pending', 'captured', 'refunding', 'refunded', 'failed')),
  provider text,
  reference text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (profile_id, order_id, payment_id)
);
create index payment_unsettled on orders.payment (created_at) where state in ('pending', 'refunding');

-- Look-ups across people: by order id, by the number people read aloud, by the retailer's own id.
create table orders.reference (
  order_id uuid primary key,
  profile_id uuid not null
);
create table orders.number (
  number text primary key,
  order_id uuid not null,
  profile_id uuid not null
);
create table orders.external (
  source text not null,
  external_id text not null,
  order_id uuid not null,
  profile_id uuid not null,
  primary key (source, external_id)
);

-- What time alone must do to an order: remind, release, give up waiting for money.
create table orders.due (
  profile_id uuid not null,
  order_id uuid not null,
  kind text not null constraint due_kind_known check (kind in ('payment_timeout', 'pickup_reminder', 'pickup_release')),
  due_at timestamptz not null,
  primary key (profile_id, order_id, kind)
);
create index due_at on orders.due (due_at);

call core.guard_person('orders."order"');
call core.guard_person('orders.line');
call core.guard_person('orders.payment');
