-- Generated from the database by npm run generate; the migrations are the source.

create schema orders;

create table orders.call (
  place_id uuid not null,
  business_date date not null,
  number integer not null,
  constraint call_pkey PRIMARY KEY (place_id)
);
grant select, insert, update, delete on orders.call to engawa_app;

create table orders.discount_approval (
  place_id uuid not null,
  approval_id uuid not null,
  asked_by uuid not null,
  approved_by uuid not null,
  most_yen bigint not null,
  reason text not null,
  approved_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  order_id uuid,
  constraint discount_approval_pkey PRIMARY KEY (place_id, approval_id),
  constraint approval_positive CHECK ((most_yen > 0))
);
grant select, insert on orders.discount_approval to engawa_app;

create table orders.document (
  profile_id uuid not null,
  document_id uuid not null,
  order_id uuid not null,
  return_id uuid,
  kind text not null,
  number text not null,
  version smallint not null,
  replaces_id uuid,
  business_date date not null,
  amount_yen bigint not null,
  counterparty_token bytea,
  sealed_to bytea,
  data jsonb not null,
  issued_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint document_pkey PRIMARY KEY (profile_id, document_id),
  constraint document_profile_id_order_id_kind_number_version_key UNIQUE (profile_id, order_id, kind, number, version),
  constraint document_kind_known CHECK ((kind = ANY ('{receipt,return,formal_receipt,invoice,gift,hold}'::text[]))),
  constraint document_version_positive CHECK ((version > 0))
);
CREATE INDEX document_counterparty ON orders.document USING btree (counterparty_token) WHERE (counterparty_token IS NOT NULL);
CREATE INDEX document_date ON orders.document USING btree (business_date, amount_yen);
alter table orders.document enable row level security;
create policy person on orders.document to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on orders.document to engawa_app;

create table orders.document_copy (
  profile_id uuid not null,
  document_id uuid not null,
  copy smallint not null,
  medium text not null,
  issued_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint document_copy_pkey PRIMARY KEY (profile_id, document_id, copy),
  constraint document_medium_known CHECK ((medium = ANY ('{paper,electronic}'::text[])))
);
alter table orders.document_copy enable row level security;
create policy person on orders.document_copy to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on orders.document_copy to engawa_app;

create table orders.due (
  profile_id uuid not null,
  order_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  constraint due_pkey PRIMARY KEY (profile_id, order_id, kind),
  constraint due_kind_known CHECK ((kind = ANY (ARRAY['payment_timeout'::text, 'pickup_reminder'::text, 'pickup_release'::text])))
);
CREATE INDEX due_at ON orders.due USING btree (due_at);
alter table orders.due enable row level security;
create policy person on orders.due to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.due to engawa_app;

create table orders.external (
  source text not null,
  external_id text not null,
  order_id uuid not null,
  profile_id uuid not null,
  constraint external_pkey PRIMARY KEY (source, external_id)
);
CREATE INDEX external_name ON orders.external USING btree (external_id);
alter table orders.external enable row level security;
create policy person on orders.external to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.external to engawa_app;

create table orders.hold (
  profile_id uuid not null,
  hold_id uuid not null,
  place_id uuid not null,
  state text not null default 'held'::text,
  channel text not null,
  staff_id uuid,
  held_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  remind_at timestamp with time zone,
  closed_at timestamp with time zone,
  close_reason text,
  order_id uuid,
  version bigint not null default 1,
  constraint hold_pkey PRIMARY KEY (profile_id, hold_id),
  constraint hold_state_known CHECK ((state = ANY ('{held,sold,released}'::text[])))
);
CREATE INDEX hold_expiry ON orders.hold USING btree (expires_at) WHERE (state = 'held'::text);
CREATE INDEX hold_order ON orders.hold USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX hold_place ON orders.hold USING btree (place_id, expires_at) WHERE (state = 'held'::text);
CREATE INDEX hold_reminder ON orders.hold USING btree (remind_at) WHERE ((state = 'held'::text) AND (remind_at IS NOT NULL));
alter table orders.hold enable row level security;
create policy person on orders.hold to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.hold to engawa_app;

create table orders.hold_line (
  profile_id uuid not null,
  hold_id uuid not null,
  line_no smallint not null,
  variant_id uuid not null,
  gtin text,
  name text not null,
  quantity integer not null,
  unit_yen bigint not null,
  constraint hold_line_pkey PRIMARY KEY (profile_id, hold_id, line_no),
  constraint hold_line_quantity_positive CHECK ((quantity > 0))
);
alter table orders.hold_line enable row level security;
create policy person on orders.hold_line to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.hold_line to engawa_app;

create table orders.hold_reference (
  hold_id uuid not null,
  profile_id uuid not null,
  constraint hold_reference_pkey PRIMARY KEY (hold_id)
);
alter table orders.hold_reference enable row level security;
create policy person on orders.hold_reference to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.hold_reference to engawa_app;

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
  made boolean not null default false,
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
alter table orders.number enable row level security;
create policy person on orders.number to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
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
  imported boolean not null default false,
  discounts jsonb,
  constraint order_pkey PRIMARY KEY (profile_id, order_id),
  constraint order_channel_known CHECK ((channel = ANY ('{ec,app,till,phone,line,catalogue,social,marketplace,agent,import}'::text[]))),
  constraint order_state_known CHECK ((state = ANY ('{paying,placed,ready,done,cancelled}'::text[]))),
  constraint order_total_not_negative CHECK ((total_yen >= 0)),
  constraint order_way_known CHECK ((way = ANY ('{carry,ship,collect,order_ahead,gift,gift_card}'::text[])))
);
CREATE INDEX order_paying_cart ON orders."order" USING btree (cart_profile_id, cart_id) WHERE ((state = 'paying'::text) AND (cart_id IS NOT NULL));
CREATE INDEX order_placed ON orders."order" USING btree (placed_at);
CREATE INDEX order_queue ON orders."order" USING btree (place_id, state, placed_at) WHERE (state = ANY (ARRAY['paying'::text, 'placed'::text, 'ready'::text]));
CREATE INDEX order_recent ON orders."order" USING btree (profile_id, placed_at DESC);
alter table orders."order" enable row level security;
create policy person on orders."order" to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders."order" to engawa_app;

create table orders.parcel (
  profile_id uuid not null,
  order_id uuid not null,
  place_id uuid not null,
  pieces integer not null,
  shipped_at timestamp with time zone,
  constraint parcel_pkey PRIMARY KEY (profile_id, order_id, place_id),
  constraint parcel_pieces_positive CHECK ((pieces > 0))
);
CREATE INDEX parcel_queue ON orders.parcel USING btree (place_id) WHERE (shipped_at IS NULL);
alter table orders.parcel enable row level security;
create policy person on orders.parcel to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.parcel to engawa_app;

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
  captured_yen bigint,
  refunded_yen bigint,
  provider_id text,
  place_id uuid,
  business_date date,
  constraint payment_pkey PRIMARY KEY (profile_id, order_id, payment_id),
  constraint payment_amount_positive CHECK ((amount_yen > 0)),
  constraint payment_method_known CHECK ((method = ANY ('{cash,card,terminal,pay_in_shop,cash_on_delivery,account,gift_card,points,exchange,recorded}'::text[]))),
  constraint payment_state_known CHECK ((state = ANY ('{due,pending,authorized,captured,refunding,partly_refunded,refunded,voiding,voided,replaced,failed}'::text[])))
);
CREATE INDEX payment_paid_later ON orders.payment USING btree (place_id, business_date) WHERE (place_id IS NOT NULL);
alter table orders.payment enable row level security;
create policy person on orders.payment to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.payment to engawa_app;

create table orders.payment_listing (
  provider text not null,
  listed_to timestamp with time zone not null,
  constraint payment_listing_pkey PRIMARY KEY (provider)
);
grant select, insert, update, delete on orders.payment_listing to engawa_app;

create table orders.payment_operation (
  profile_id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  operation_id uuid not null,
  kind text not null,
  amount_yen bigint not null,
  state text not null,
  attempts integer not null default 0,
  due_at timestamp with time zone,
  reason text,
  note text,
  slip text,
  place_id uuid,
  business_date date,
  actor_kind text,
  actor_id text,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint payment_operation_pkey PRIMARY KEY (profile_id, order_id, payment_id, operation_id),
  constraint payment_operation_amount_positive CHECK ((amount_yen > 0)),
  constraint payment_operation_kind_known CHECK ((kind = ANY ('{charge,authorize,capture,void,refund}'::text[]))),
  constraint payment_operation_state_known CHECK ((state = ANY ('{open,done,refused,by_hand,given_up}'::text[])))
);
CREATE INDEX payment_operation_by_hand ON orders.payment_operation USING btree (created_at) WHERE (state = 'by_hand'::text);
CREATE INDEX payment_operation_due ON orders.payment_operation USING btree (due_at) WHERE (state = 'open'::text);
CREATE INDEX payment_operation_given_back ON orders.payment_operation USING btree (place_id, business_date) WHERE (kind = 'refund'::text);
CREATE INDEX payment_operation_reference ON orders.payment_operation USING btree (payment_id) WHERE (kind = ANY (ARRAY['charge'::text, 'authorize'::text]));
alter table orders.payment_operation enable row level security;
create policy person on orders.payment_operation to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.payment_operation to engawa_app;

create table orders.payment_orphan (
  reference text not null,
  provider text not null,
  provider_id text,
  amount_yen bigint not null,
  state text not null,
  seen_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  note text,
  constraint payment_orphan_pkey PRIMARY KEY (reference),
  constraint payment_orphan_state_known CHECK ((state = ANY ('{open,refunded,by_hand,settled}'::text[])))
);
grant select, insert, update, delete on orders.payment_orphan to engawa_app;

create table orders.promise (
  profile_id uuid not null,
  order_id uuid not null,
  sold_place_id uuid,
  ready_from timestamp with time zone,
  ready_until timestamp with time zone,
  keep_until timestamp with time zone,
  delivery_date date,
  delivery_slot text,
  delivery_from date,
  call_number integer,
  preparing_at timestamp with time zone,
  route text,
  constraint promise_pkey PRIMARY KEY (profile_id, order_id),
  constraint promise_route_known CHECK ((route = 'counter_qr'::text))
);
CREATE INDEX promise_sold ON orders.promise USING btree (sold_place_id, order_id) WHERE (sold_place_id IS NOT NULL);
alter table orders.promise enable row level security;
create policy person on orders.promise to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on orders.promise to engawa_app;

create table orders.reference (
  order_id uuid not null,
  profile_id uuid not null,
  constraint reference_pkey PRIMARY KEY (order_id)
);
alter table orders.reference enable row level security;
create policy person on orders.reference to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
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
alter table orders.return_number enable row level security;
create policy person on orders.return_number to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
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
  created_at timestamp with time zone not null,
  operation_id uuid,
  constraint return_refund_pkey PRIMARY KEY (profile_id, return_id, refund_id),
  constraint return_refund_positive CHECK ((amount_yen > 0))
);
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

create table orders.till_cash (
  till_session_id uuid not null,
  till_cash_id uuid not null,
  kind text not null,
  amount_yen bigint not null,
  reason text not null,
  entered_at timestamp with time zone not null,
  entered_by jsonb not null,
  constraint till_cash_pkey PRIMARY KEY (till_session_id, till_cash_id),
  constraint till_cash_kind_known CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint till_cash_positive CHECK ((amount_yen > 0))
);
grant select, insert on orders.till_cash to engawa_app;

create table orders.till_count (
  till_session_id uuid not null,
  count_id uuid not null,
  pieces jsonb not null,
  counted_yen bigint not null,
  expected_yen bigint not null,
  counted_at timestamp with time zone not null,
  counted_by jsonb not null,
  constraint till_count_pkey PRIMARY KEY (till_session_id, count_id),
  constraint till_counted_not_negative CHECK ((counted_yen >= 0))
);
grant select, insert on orders.till_count to engawa_app;

create table orders.till_entry (
  till_session_id uuid not null,
  kind text not null,
  entry_id uuid not null,
  profile_id uuid not null,
  order_id uuid not null,
  late boolean not null,
  constraint till_entry_pkey PRIMARY KEY (till_session_id, kind, entry_id),
  constraint till_entry_kind_known CHECK ((kind = ANY (ARRAY['sale'::text, 'return'::text, 'refund'::text, 'paid'::text])))
);
alter table orders.till_entry enable row level security;
create policy person on orders.till_entry to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on orders.till_entry to engawa_app;

create table orders.till_session (
  place_id uuid not null,
  till_session_id uuid not null,
  device_id text not null,
  business_date date not null,
  float_yen bigint not null,
  opened_at timestamp with time zone not null,
  opened_by jsonb not null,
  number integer,
  closed_at timestamp with time zone,
  closed_by jsonb,
  count_id uuid,
  figures jsonb,
  override jsonb,
  constraint till_session_pkey PRIMARY KEY (place_id, till_session_id),
  constraint till_closed_whole CHECK ((((closed_at IS NULL) = (number IS NULL)) AND ((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (count_id IS NULL)) AND ((closed_at IS NULL) = (figures IS NULL)))),
  constraint till_float_not_negative CHECK ((float_yen >= 0))
);
CREATE INDEX till_by_id ON orders.till_session USING btree (till_session_id);
CREATE UNIQUE INDEX till_number ON orders.till_session USING btree (place_id, device_id, number) WHERE (number IS NOT NULL);
CREATE INDEX till_of_device ON orders.till_session USING btree (place_id, device_id, opened_at DESC);
CREATE UNIQUE INDEX till_open ON orders.till_session USING btree (place_id, device_id) WHERE (closed_at IS NULL);
CREATE INDEX till_recent ON orders.till_session USING btree (place_id, opened_at DESC);
grant select, insert on orders.till_session to engawa_app;

-- view orders.history (profile_id uuid, order_id uuid, number text, channel text, way text, state text, place_id uuid, business_date date, placed_at timestamp with time zone, items_yen bigint, discount_yen bigint, total_yen bigint, points_used bigint, points_earned bigint, staff_id uuid, with_order_id uuid, ready_at timestamp with time zone, done_at timestamp with time zone, cancelled_at timestamp with time zone)

-- view orders.history_line (profile_id uuid, order_id uuid, line_no smallint, variant_id uuid, gtin text, name text, quantity integer, discount_yen bigint, amount_yen bigint, tax_category text)

-- view orders.returned_line (profile_id uuid, return_id uuid, order_id uuid, line_no smallint, quantity integer)

-- function orders.ask_capture(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.ask_refund(p_profile uuid, p_order uuid, p_list jsonb, p_reason text, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.ask_void(p_profile uuid, p_order uuid, p_payment uuid, p_reason text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.at_till(p_device text, p_place uuid, p_kind text, p_entry uuid, p_profile uuid, p_order uuid, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.at_tills(p_entries jsonb) returns void plpgsql security definer
-- function orders.book_many(p_orders jsonb) returns integer plpgsql security definer
-- function orders.book_offline(p jsonb, p_received timestamp with time zone) returns jsonb plpgsql security definer
-- function orders.called(p_place uuid, p_since timestamp with time zone) returns TABLE(number integer, state text, called_at timestamp with time zone) sql stable security definer
-- function orders.capture_on_leaving(p_profile uuid, p_order uuid, p_business_date date, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.cart_is_free(p_cart_profile uuid, p_cart uuid, p_order uuid) returns void plpgsql security definer
-- function orders.checkout(p_scope text, p_key text, p_fingerprint bytea, p_status integer, p_answer bytea, p_expires timestamp with time zone, p_locked_until timestamp with time zone, p jsonb, OUT outcome text, OUT status integer, OUT answer bytea, OUT subject_id uuid) returns record plpgsql security definer
-- function orders.checkout_many(p_scopes text[], p_keys text[], p_fingerprints bytea[], p_status integer, p_answers bytea[], p_expires timestamp with time zone, p_ids uuid[], p_at timestamp with time zone, p_channel text, p_price_ids uuid[], p_variant_ids uuid[], p_sales jsonb, p_orders jsonb) returns boolean plpgsql security definer
-- function orders.close_operation(p_profile uuid, p_order uuid, p_payment uuid, p_operation uuid, p_outcome text, p_yen bigint, p_provider_id text, p_note text, p_at timestamp with time zone) returns boolean plpgsql security definer
-- function orders.close_till(p_session uuid, p_count uuid, p_override jsonb, p_by jsonb, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.confirm(p jsonb) returns void plpgsql security definer
-- function orders.confirm_many(p_orders jsonb, p_ids uuid[], p_received timestamp with time zone) returns void plpgsql security definer
-- function orders.finish(p_profile uuid, p_order uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function orders.found_taken(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_at timestamp with time zone) returns boolean plpgsql security definer
-- function orders.give_up(p_profile uuid, p_order uuid, p_reason text, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns text plpgsql security definer
-- function orders.hold_till(p_session uuid) returns void plpgsql security definer
-- function orders.keep_promise(p_profile uuid, p_order uuid, p jsonb) returns void plpgsql security definer
-- function orders.lost_payment(p_profile uuid, p_order uuid, p_payment uuid, p_at timestamp with time zone) returns text plpgsql security definer
-- function orders.next_call(p_place uuid, p_date date) returns integer sql security definer
-- function orders.pay_due(p_profile uuid, p_order uuid, p_list jsonb, p_place uuid, p_business_date date, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.recount_refunds(p_profile uuid, p_order uuid, p_payment uuid, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.refunded_outside(p_profile uuid, p_order uuid, p_payment uuid, p_refunded bigint, p_place uuid, p_business_date date, p_at timestamp with time zone) returns bigint plpgsql security definer
-- function orders.release_hold(p_profile uuid, p_hold uuid, p_reason text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function orders.release_payments(p_profile uuid, p_order uuid, p_was text, p_place uuid, p_business_date date, p_reason text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.reopen_hold(p_profile uuid, p_hold uuid, p_place uuid, p_lines jsonb, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function orders.settle(p_profile uuid, p_order uuid, p jsonb, p_at timestamp with time zone) returns boolean plpgsql security definer
-- function orders.settle_and_answer(p_profile uuid, p_order uuid, p jsonb, p_at timestamp with time zone, p_scope text, p_key text, p_status integer, p_answer bytea) returns boolean plpgsql security definer
-- function orders.take_operations(p_profile uuid, p_order uuid, p_at timestamp with time zone, p_again_ms bigint, p_longest_ms bigint, p_most integer) returns TABLE(profile_id uuid, order_id uuid, payment_id uuid, operation_id uuid, kind text, amount_yen bigint, attempts integer, provider text, provider_id text, payment_yen bigint, later boolean) plpgsql security definer
-- function orders.take_parts(p_profile uuid, p_order uuid, p_takes jsonb, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.take_payments(p_profile uuid, p_order uuid, p_took jsonb, p_at timestamp with time zone) returns void plpgsql security definer
-- function orders.taken_yen(y orders.payment) returns bigint sql immutable
-- function orders.till_expected(p_session uuid) returns bigint sql stable security definer
-- function orders.till_figures(p_session uuid, p_late boolean) returns jsonb sql stable security definer
-- function orders.unbook_many(p_orders jsonb, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns TABLE(order_id uuid, kept text) plpgsql security definer
-- function orders.use_approval(p_place uuid, p_approval uuid, p_order uuid) returns void plpgsql security definer
-- function orders.use_hold(p_profile uuid, p_hold uuid, p_order uuid, p_place uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function orders.write(p jsonb) returns void plpgsql security definer
-- function orders.write_many(p_orders jsonb, p_ids uuid[]) returns void plpgsql security definer
-- function orders.write_return(p jsonb) returns void plpgsql security definer
