-- Generated from the database by npm run generate; the migrations are the source.

create schema stores;

create table stores.delivery_terms (
  valid_from date not null,
  terms jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint delivery_terms_pkey PRIMARY KEY (valid_from)
);
grant select, insert, update, delete on stores.delivery_terms to engawa_app;

create table stores.place (
  place_id uuid not null,
  external_id text,
  kind text not null,
  name text not null,
  name_kana text,
  name_en text,
  brand_ids uuid[] not null default '{}'::uuid[],
  postal_code text,
  prefecture text,
  city text,
  address text,
  phone text,
  latitude double precision,
  longitude double precision,
  time_zone text not null default 'Asia/Tokyo'::text,
  cutover time without time zone not null default '05:00:00'::time without time zone,
  hours jsonb not null default '{}'::jsonb,
  ships_ec boolean not null default false,
  offers_pickup boolean not null default false,
  pickup_cutoff time without time zone not null default '17:00:00'::time without time zone,
  pickup_ready_minutes integer not null default 90,
  pickup_keep_days integer not null default 7,
  active boolean not null default true,
  version bigint not null default 1,
  pickup_days integer not null default 7,
  pickup_window_minutes integer not null default 0,
  barred_payments text[] not null default '{}'::text[],
  offers_holds boolean not null default false,
  hold_minutes integer not null default 60,
  hold_days integer not null default 0,
  offers_order_ahead boolean not null default false,
  order_ahead_minutes integer not null default 10,
  order_ahead_paused_until timestamp with time zone,
  opens_on date,
  closes_on date,
  returns_to_place_id uuid,
  constraint place_pkey PRIMARY KEY (place_id),
  constraint place_external_id_key UNIQUE (external_id),
  constraint place_hold_days_sane CHECK (((hold_days >= 0) AND (hold_days <= 31))),
  constraint place_hold_minutes_sane CHECK (((hold_minutes >= 5) AND (hold_minutes <= 1440))),
  constraint place_kind_known CHECK ((kind = ANY ('{shop,warehouse,popup,restaurant,office,dealer}'::text[]))),
  constraint place_order_ahead_minutes_sane CHECK (((order_ahead_minutes >= 0) AND (order_ahead_minutes <= 1440))),
  constraint place_pickup_days_sane CHECK (((pickup_days >= 1) AND (pickup_days <= 31))),
  constraint place_pickup_window_sane CHECK (((pickup_window_minutes >= 0) AND (pickup_window_minutes <= 1440)))
);
grant select, insert, update, delete on stores.place to engawa_app;

create table stores.postal_code (
  postal_code text not null,
  prefecture text not null,
  city text not null,
  town text not null,
  town_kana text,
  constraint postal_code_pkey PRIMARY KEY (postal_code, city, town)
);
grant select, insert, update, delete on stores.postal_code to engawa_app;

create table stores.poster (
  poster_id uuid not null,
  code text not null,
  place_id uuid not null,
  name text not null,
  active boolean not null default true,
  created_at timestamp with time zone not null,
  constraint poster_pkey PRIMARY KEY (poster_id),
  constraint poster_code_key UNIQUE (code),
  constraint poster_place_id_fkey FOREIGN KEY (place_id) REFERENCES stores.place(place_id)
);
grant select, insert, update, delete on stores.poster to engawa_app;

create table stores.task (
  task_id uuid not null,
  kind text not null,
  role text not null,
  place_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}'::jsonb,
  state text not null default 'open'::text,
  staff_id uuid,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  resolved_at timestamp with time zone,
  resolved_by text,
  outcome text,
  sealed_reason bytea,
  version bigint not null default 1,
  constraint task_pkey PRIMARY KEY (task_id),
  constraint task_place_id_fkey FOREIGN KEY (place_id) REFERENCES stores.place(place_id),
  constraint task_resolved_whole CHECK (((state = 'resolved'::text) = ((resolved_at IS NOT NULL) AND (resolved_by IS NOT NULL) AND (outcome IS NOT NULL)))),
  constraint task_state_known CHECK ((state = ANY ('{open,resolved}'::text[])))
);
CREATE INDEX task_open ON stores.task USING btree (opened_at, task_id) WHERE (state = 'open'::text);
CREATE INDEX task_subject ON stores.task USING btree (subject_id);
grant select, insert, update, delete on stores.task to engawa_app;

-- view stores.place_card (place_id uuid, external_id text, kind text, name text, name_en text, prefecture text, city text, latitude double precision, longitude double precision, time_zone text, cutover time without time zone, ships_ec boolean, offers_pickup boolean, active boolean)

-- function stores.distances(p_latitude double precision, p_longitude double precision) returns TABLE(place_id uuid, metres double precision) sql stable
-- function stores.metres(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision) returns double precision sql immutable
