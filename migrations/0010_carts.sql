-- One living cart per customer, seen by every channel, and the six digits that hand it over.
create schema carts;
grant usage on schema carts to engawa_app;

create table carts.cart (
  profile_id uuid not null,
  cart_id uuid not null,
  state text not null default 'open' constraint cart_state_known check (state in ('open', 'ordered', 'merged')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version bigint not null default 1,
  primary key (profile_id, cart_id)
);
create unique index cart_open on carts.cart (profile_id) where state = 'open';

create table carts.item (
  profile_id uuid not null,
  cart_id uuid not null,
  variant_id uuid not null,
  quantity integer not null constraint item_quantity_sane check (quantity between 1 and 999),
  channel text not null,
  added_by_kind text not null,
  added_by_id text,
  added_at timestamptz not null,
  primary key (profile_id, cart_id, variant_id),
  foreign key (profile_id, cart_id) references carts.cart
);

create table carts.hand_over_code (
  code_hash bytea primary key,
  profile_id uuid not null,
  cart_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_at timestamptz,
  claimed_by text
);
create index hand_over_code_cart on carts.hand_over_code (profile_id, cart_id);
call core.guard_person('carts.cart');
call core.guard_person('carts.item');
