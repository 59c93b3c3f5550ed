-- Money that lives longer than the sale: authorized first, taken or given back in parts, paid later; every step outside leaves
-- its row before it is made. What a cash sale does not need is null there.
alter table orders.payment
  drop constraint payment_method_known,
  drop constraint payment_state_known,
  add constraint payment_method_known check (method = any ('{cash,card,terminal,pay_in_shop,cash_on_delivery,account,gift_card,points,recorded}')),
  add constraint payment_state_known check (state = any ('{due,pending,authorized,captured,refunding,partly_refunded,refunded,voiding,voided,replaced,failed}')),
  -- Null: all of amount_yen, once it is captured.
  add column captured_yen bigint,
  -- Null: nothing.
  add column refunded_yen bigint,
  -- The provider's own name for it; `reference` is ours, or the slip of an outside terminal.
  add column provider_id text,
  -- Where and on which day it was paid; null: as its order.
  add column place_id uuid,
  add column business_date date;
create index payment_paid_later on orders.payment (place_id, business_date) where place_id is not null;
-- What is unfinished is found by its operation.
drop index orders.payment_unsettled;

create table orders.payment_operation (
  profile_id uuid not null,
  order_id uuid not null,
  payment_id uuid not null,
  operation_id uuid not null,
  kind text not null constraint payment_operation_kind_known check (kind = any ('{charge,authorize,capture,void,refund}')),
  amount_yen bigint not null constraint payment_operation_amount_positive check (amount_yen > 0),
  state text not null constraint payment_operation_state_known check (state = any ('{open,done,refused,by_hand,given_up}')),
  attempts integer not null default 0,
  -- When the reconciler looks at it next; null once it is closed or waits for a person.
  due_at timestamptz,
  reason text,
  note text,
  slip text,
  place_id uuid,
  business_date date,
  actor_kind text,
  actor_id text,
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (profile_id, order_id, payment_id, operation_id)
);
create index payment_operation_due on orders.payment_operation (due_at) where state = 'open';
create index payment_operation_by_hand on orders.payment_operation (created_at) where state = 'by_hand';
create index payment_operation_given_back on orders.payment_operation (place_id, business_date) where kind = 'refund';
call core.guard_person('orders.payment_operation');

-- Of a payment by its reference alone, as a provider's message names it.
create index payment_operation_reference on orders.payment_operation (payment_id) where kind in ('charge', 'authorize');

insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, actor_kind, actor_id, created_at, closed_at)
  select profile_id, order_id, payment_id, payment_id, 'charge', amount_yen, case state when 'pending' then 'open' when 'failed' then 'given_up' else 'done' end,
    case state when 'pending' then created_at end, 'system', 'engawa', created_at, settled_at
  from orders.payment where method = 'card';
insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, due_at, reason, place_id, business_date,
    actor_kind, actor_id, created_at, closed_at)
  select p.profile_id, p.order_id, p.payment_id, core.uuid7(p.created_at), 'refund', p.amount_yen, case p.state when 'refunded' then 'done' else 'open' end,
    case p.state when 'refunding' then p.created_at end, o.cancel_reason, o.place_id, o.business_date, 'system', 'engawa', p.created_at,
    case p.state when 'refunded' then p.settled_at end
  from orders.payment p join orders."order" o on o.profile_id = p.profile_id and o.order_id = p.order_id where p.state in ('refunding', 'refunded');
update orders.payment set refunded_yen = amount_yen where state = 'refunded';

-- Money a provider took under a name of ours that we do not know: after a loss of data, or a mistake.
create table orders.payment_orphan (
  reference text primary key,
  provider text not null,
  provider_id text,
  amount_yen bigint not null,
  state text not null constraint payment_orphan_state_known check (state = any ('{open,refunded,by_hand,settled}')),
  seen_at timestamptz not null,
  closed_at timestamptz,
  note text
);
-- Up to when a provider's own list of charges has been compared with ours.
create table orders.payment_listing (
  provider text primary key,
  listed_to timestamptz not null
);

-- One card order of a cart at a time.
create index order_paying_cart on orders."order" (cart_profile_id, cart_id) where state = 'paying' and cart_id is not null;
