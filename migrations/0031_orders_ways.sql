-- What an order promises beyond its lines, for the orders that promise something; お取り置き, which is no order until it is paid.
alter table orders."order"
  drop constraint order_way_known,
  add constraint order_way_known check (way = any ('{carry,ship,collect,order_ahead}'));
-- Made when ordered (a latte): no shelf has it.
alter table orders.line add column made boolean not null default false;

create table orders.promise (
  profile_id uuid not null,
  order_id uuid not null,
  sold_place_id uuid,
  ready_from timestamptz,
  ready_until timestamptz,
  keep_until timestamptz,
  delivery_date date,
  delivery_slot text,
  delivery_from date,
  call_number integer,
  preparing_at timestamptz,
  primary key (profile_id, order_id)
);
call core.guard_person('orders.promise');
create index promise_sold on orders.promise (sold_place_id, order_id) where sold_place_id is not null;

-- The last number a shop called out on a day.
create table orders.call (
  place_id uuid primary key,
  business_date date not null,
  number integer not null
);

create table orders.hold (
  profile_id uuid not null,
  hold_id uuid not null,
  place_id uuid not null,
  state text not null default 'held' constraint hold_state_known check (state = any ('{held,sold,released}')),
  channel text not null,
  staff_id uuid,
  held_at timestamptz not null,
  expires_at timestamptz not null,
  remind_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  order_id uuid,
  version bigint not null default 1,
  primary key (profile_id, hold_id)
);
create index hold_place on orders.hold (place_id, expires_at) where state = 'held';
create index hold_expiry on orders.hold (expires_at) where state = 'held';
create index hold_reminder on orders.hold (remind_at) where state = 'held' and remind_at is not null;
create index hold_order on orders.hold (order_id) where order_id is not null;
create table orders.hold_line (
  profile_id uuid not null,
  hold_id uuid not null,
  line_no smallint not null,
  variant_id uuid not null,
  gtin text,
  name text not null,
  quantity integer not null constraint hold_line_quantity_positive check (quantity > 0),
  unit_yen bigint not null,
  primary key (profile_id, hold_id, line_no)
);
call core.guard_person('orders.hold');
call core.guard_person('orders.hold_line');
-- Whose hold it is, by its id alone.
create table orders.hold_reference (
  hold_id uuid primary key,
  profile_id uuid not null
);
