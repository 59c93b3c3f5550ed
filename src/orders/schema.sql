-- Generated from the database by npm run generate; the migrations are the source.

create schema orders;

create table orders.due (
  profile_id uuid not null,
  order_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  constraint due_pkey PRIMARY KEY (profile_id, order_id, kind),
  constraint due_kind_known CHECK ((kind = ANY (ARRAY['payment_timeout'::text, 'pickup_reminder'::text, 'pickup_release'::text])))
);
CREATE INDEX due_at ON orders.due USING btree (due_at);
grant select, insert, update, delete on orders.due to engawa_app;

create table orders.external (
  source text not null,
  external_id text not null,
  order_id uuid not null,
  profile_id uuid not null,
  constraint external_pkey PRIMARY KEY (source, external_id)
);
grant select, insert, update, delete on orders.external to engawa_app;

create table orders.line (
  profile_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  variant_id uuid,
  gtin text,
  name text not null,
  quantity integer not null,
  unit_yen bigint not null,
  tax_included boolean not null default true,
  discount_yen bigint not null default 0,
  amount_yen bigint not null,
  tax_category text not null,
  rate_num integer not null,
  rate_den integer not null,
  reduced boolean not null default false,
  constraint line_pkey PRIMARY KEY (profile_id, order_id, line_no),
  constraint line_amount_not_negative CHECK ((amount_yen >= 0)),
  constraint line_quantity_positive CHECK ((quantity > 0))
);
alter table orders.line enable row level security;
create policy person on orders.line to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.line to engawa_app;

create table orders.number (
  number text not null,
  order_id uuid not null,
  profile_id uuid not null,
  constraint number_pkey PRIMARY KEY (number)
);
grant select, insert, update, delete on orders.number to engawa_app;

create table orders."order" (
  profile_id uuid not null,
  order_id uuid not null,
  number text not null,
  external_id text,
  channel text not null,
  way text not null,
  state text not null,
  place_id uuid not null,
  supply_mode text not null,
  business_date date not null,
  placed_at timestamp with time zone not null,
  items_yen bigint not null,
  discount_yen bigint not null default 0,
  total_yen bigint not null,
  points_used bigint not null default 0,
  points_earned bigint not null default 0,
  taxes jsonb not null,
  staff_id uuid,
  cart_id uuid,
  cart_profile_id uuid,
  with_order_id uuid,
  sealed bytea,
  ready_at timestamp with time zone,
  done_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancel_reason text,
  version bigint not null default 1,
  terms jsonb,
  constraint order_pkey PRIMARY KEY (profile_id, order_id),
  constraint order_channel_known CHECK ((channel = ANY ('{ec,app,till,phone,line,catalogue,social,marketplace,agent,import}'::text[]))),
  constraint order_state_known CHECK ((state = ANY ('{paying,placed,ready,done,cancelled}'::text[]))),
  constraint order_total_not_negative CHECK ((total_yen >= 0)),
  constraint order_way_known CHECK ((way = ANY ('{carry,ship,collect}'::text[])))
);
CREATE INDEX order_placed ON orders."order" USING btree (placed_at);
CREATE INDEX order_queue ON orders."order" USING btree (place_id, state, placed_at) WHERE (state = ANY (ARRAY['paying'::text, 'placed'::text, 'ready'::text]));
CREATE INDEX order_recent ON orders."order" USING btree (profile_id, placed_at DESC);
alter table orders."order" enable row level security;
create policy person on orders."order" to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders."order" to engawa_app;

create table orders.payment (
  profile_id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  method text not null,
  amount_yen bigint not null,
  tendered_yen bigint,
  state text not null,
  provider text,
  reference text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint payment_pkey PRIMARY KEY (profile_id, order_id, payment_id),
  constraint payment_amount_positive CHECK ((amount_yen > 0)),
  constraint payment_method_known CHECK ((method = ANY ('{cash,card,terminal,pay_in_shop,cash_on_delivery,account,gift_card,points,exchange,recorded}'::text[]))),
  constraint payment_state_known CHECK ((state = ANY ('{pending,captured,refunding,refunded,failed}'::text[])))
);
CREATE INDEX payment_unsettled ON orders.payment USING btree (created_at) WHERE (state = ANY (ARRAY['pending'::text, 'refunding'::text]));
alter table orders.payment enable row level security;
create policy person on orders.payment to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.payment to engawa_app;

create table orders.reference (
  order_id uuid not null,
  profile_id uuid not null,
  constraint reference_pkey PRIMARY KEY (order_id)
);
grant select, insert, update, delete on orders.reference to engawa_app;

create table orders.return_line (
  profile_id uuid not null,
  return_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  quantity integer not null,
  condition text not null,
  total_yen bigint not null,
  refund_yen bigint not null,
  points_back bigint not null,
  constraint return_line_pkey PRIMARY KEY (profile_id, return_id, line_no),
  constraint return_condition_known CHECK ((condition = ANY ('{sellable,damaged}'::text[]))),
  constraint return_quantity_positive CHECK ((quantity > 0))
);
CREATE INDEX return_line_order ON orders.return_line USING btree (profile_id, order_id);
alter table orders.return_line enable row level security;
create policy person on orders.return_line to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on orders.return_line to engawa_app;

create table orders.return_number (
  number text not null,
  return_id uuid not null,
  profile_id uuid not null,
  constraint return_number_pkey PRIMARY KEY (number)
);
grant select, insert, update, delete on orders.return_number to engawa_app;

create table orders.return_refund (
  profile_id uuid not null,
  return_id uuid not null,
  refund_id uuid not null,
  paid_profile_id uuid not null,
  paid_order_id uuid not null,
  payment_id uuid not null,
  method text not null,
  amount_yen bigint not null,
  state text not null,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint return_refund_pkey PRIMARY KEY (profile_id, return_id, refund_id),
  constraint return_refund_positive CHECK ((amount_yen > 0)),
  constraint return_refund_state_known CHECK ((state = ANY ('{owed,refunded}'::text[])))
);
CREATE INDEX return_refund_owed ON orders.return_refund USING btree (created_at) WHERE (state = 'owed'::text);
CREATE INDEX return_refund_payment ON orders.return_refund USING btree (payment_id);
alter table orders.return_refund enable row level security;
create policy person on orders.return_refund to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update on orders.return_refund to engawa_app;

create table orders.return_slip (
  profile_id uuid not null,
  return_id uuid not null,
  order_id uuid not null,
  seq smallint not null,
  number text not null,
  way text not null,
  place_id uuid not null,
  business_date date not null,
  returned_at timestamp with time zone not null,
  reason text not null,
  total_yen bigint not null,
  refund_yen bigint not null,
  points_back bigint not null,
  points_taken bigint not null,
  taxes jsonb not null,
  exchange_order_id uuid,
  override jsonb,
  actor_kind text not null,
  actor_id text,
  constraint return_slip_pkey PRIMARY KEY (profile_id, return_id),
  constraint return_slip_profile_id_order_id_seq_key UNIQUE (profile_id, order_id, seq),
  constraint return_points_not_negative CHECK ((points_back >= 0)),
  constraint return_refund_not_negative CHECK ((refund_yen >= 0)),
  constraint return_taken_not_negative CHECK ((points_taken >= 0)),
  constraint return_total_not_negative CHECK ((total_yen >= 0)),
  constraint return_way_known CHECK ((way = ANY ('{counter,post}'::text[])))
);
CREATE INDEX return_exchanged ON orders.return_slip USING btree (exchange_order_id) WHERE (exchange_order_id IS NOT NULL);
CREATE INDEX return_received ON orders.return_slip USING btree (place_id, returned_at DESC);
alter table orders.return_slip enable row level security;
create policy person on orders.return_slip to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on orders.return_slip to engawa_app;

-- view orders.history (profile_id uuid, order_id uuid, number text, channel text, way text, state text, place_id uuid, business_date date, placed_at timestamp with time zone, items_yen bigint, discount_yen bigint, total_yen bigint, points_used bigint, points_earned bigint, staff_id uuid, with_order_id uuid, ready_at timestamp with time zone, done_at timestamp with time zone, cancelled_at timestamp with time zone)

-- view orders.history_line (profile_id uuid, order_id uuid, line_no smallint, variant_id uuid, gtin text, name text, quantity integer, discount_yen bigint, amount_yen bigint, tax_category text)

-- function orders.book_many(p_orders jsonb) returns integer plpgsql security definer
-- function orders.checkout(p_scope text, p_key text, p_fingerprint bytea, p_status integer, p_answer bytea, p_expires timestamp with time zone, p_locked_until timestamp with time zone, p jsonb, OUT outcome text, OUT status integer, OUT answer bytea, OUT subject_id uuid) returns record plpgsql security definer
-- function orders.confirm(p jsonb) returns void plpgsql security definer
-- function orders.finish(p_profile uuid, p_order uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function orders.give_up(p_profile uuid, p_order uuid, p_reason text, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns text plpgsql security definer
-- function orders.settle(p_profile uuid, p_order uuid, p jsonb, p_at timestamp with time zone) returns boolean plpgsql security definer
-- function orders.settle_and_answer(p_profile uuid, p_order uuid, p jsonb, p_at timestamp with time zone, p_scope text, p_key text, p_status integer, p_answer bytea) returns boolean plpgsql security definer
-- function orders.write(p jsonb) returns void plpgsql security definer
-- function orders.write_return(p jsonb) returns void plpgsql security definer
