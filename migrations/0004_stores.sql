-- Places where goods and people are: shops, warehouses, POP-UPs, restaurants that serve our products.
create schema stores;
grant usage on schema stores to engawa_app;

create table stores.place (
  place_id uuid primary key,
  external_id text constraint place_external_id_key unique,
  kind text not null constraint place_kind_known check (kind in ('shop', 'warehouse', 'popup', 'restaurant', 'office')),
  name text not null,
  name_kana text,
  name_en text,
  brand_ids uuid[] not null default '{}',
  postal_code text,
  prefecture text,
  city text,
  address text,
  phone text,
  latitude double precision,
  longitude double precision,
  time_zone text not null default 'Asia/Tokyo',
  cutover time not null default '05:00',
  hours jsonb not null default '{}',
  ships_ec boolean not null default false,
  offers_pickup boolean not null default false,
  pickup_cutoff time not null default '17:00',
  pickup_ready_minutes integer not null default 90,
  pickup_keep_days integer not null default 7,
  active boolean not null default true,
  version bigint not null default 1
);
