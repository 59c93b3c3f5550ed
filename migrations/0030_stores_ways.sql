-- What a place says about each way of buying; what delivery costs and when it comes; postal codes and their towns.
alter table stores.place
  add column pickup_days integer not null default 7 constraint place_pickup_days_sane check (pickup_days between 1 and 31),
  add column pickup_window_minutes integer not null default 0 constraint place_pickup_window_sane check (pickup_window_minutes between 0 and 1440),
  add column barred_payments text[] not null default '{}',
  add column offers_holds boolean not null default false,
  add column hold_minutes integer not null default 60 constraint place_hold_minutes_sane check (hold_minutes between 5 and 1440),
  add column hold_days integer not null default 0 constraint place_hold_days_sane check (hold_days between 0 and 31),
  add column offers_order_ahead boolean not null default false,
  add column order_ahead_minutes integer not null default 10 constraint place_order_ahead_minutes_sane check (order_ahead_minutes between 0 and 1440),
  add column order_ahead_paused_until timestamptz;

-- One row per change: the terms that began last are in force.
create table stores.delivery_terms (
  valid_from date primary key,
  terms jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Japan Post's table; one code may have several towns.
create table stores.postal_code (
  postal_code text not null,
  prefecture text not null,
  city text not null,
  town text not null,
  town_kana text,
  primary key (postal_code, city, town)
);
