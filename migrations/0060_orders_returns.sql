-- What an order remembers of its terms for its returns and documents: how points counted, how tax was rounded, what earned points.
-- Null on older orders: points as payment, tax floored.
alter table orders."order" add column terms jsonb;

-- Goods that came back, in any shop or by post: one slip each, at the order's own prices and rates. Append-only.
create table orders.return_slip (
  profile_id uuid not null,
  return_id uuid not null,
  order_id uuid not null,
  seq smallint not null,
  number text not null,
  way text not null constraint return_way_known check (way = any ('{counter,post}')),
  place_id uuid not null,
  business_date date not null,
  returned_at timestamptz not null,
  reason text not null,
  total_yen bigint not null constraint return_total_not_negative check (total_yen >= 0),
  refund_yen bigint not null constraint return_refund_not_negative check (refund_yen >= 0),
  points_back bigint not null constraint return_points_not_negative check (points_back >= 0),
  points_taken bigint not null constraint return_taken_not_negative check (points_taken >= 0),
  taxes jsonb not null,
  exchange_order_id uuid,
  override jsonb,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, return_id),
  -- Two returns of one order at the same moment cannot both be the nth.
  unique (profile_id, order_id, seq)
);
create index return_exchanged on orders.return_slip (exchange_order_id) where exchange_order_id is not null;
create index return_received on orders.return_slip (place_id, returned_at desc);

create table orders.return_line (
  profile_id uuid not null,
  return_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  quantity integer not null constraint return_quantity_positive check (quantity > 0),
  condition text not null constraint return_condition_known check (condition = any ('{sellable,damaged}')),
  total_yen bigint not null,
  refund_yen bigint not null,
  points_back bigint not null,
  primary key (profile_id, return_id, line_no)
);
create index return_line_order on orders.return_line (profile_id, order_id);

-- How the money of a return goes back: to the payments it came from (after an exchange those of an earlier order), or into the new sale.
create table orders.return_refund (
  profile_id uuid not null,
  return_id uuid not null,
  refund_id uuid not null,
  paid_profile_id uuid not null,
  paid_order_id uuid not null,
  payment_id uuid not null,
  method text not null,
  amount_yen bigint not null constraint return_refund_positive check (amount_yen > 0),
  state text not null constraint return_refund_state_known check (state = any ('{owed,refunded}')),
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (profile_id, return_id, refund_id)
);
create index return_refund_owed on orders.return_refund (created_at) where state = 'owed';
create index return_refund_payment on orders.return_refund (payment_id);

-- A return is found by its id and by the number on its slip.
create table orders.return_number (
  number text primary key,
  return_id uuid not null,
  profile_id uuid not null
);

call core.guard_person('orders.return_slip');
call core.guard_person('orders.return_line');
call core.guard_person('orders.return_refund');
revoke update, delete on orders.return_slip from engawa_app;
revoke update, delete on orders.return_line from engawa_app;
revoke delete on orders.return_refund from engawa_app;

-- A sale may be paid by what comes back at the same moment.
alter table orders.payment drop constraint payment_method_known,
  add constraint payment_method_known check (method = any
    ('{cash,card,terminal,pay_in_shop,cash_on_delivery,account,gift_card,points,exchange,recorded}'));
