-- Generated from the database by npm run generate; the migrations are the source.

create schema stores;

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
  opens_on date,
  closes_on date,
  returns_to_place_id uuid,
  constraint place_pkey PRIMARY KEY (place_id),
  constraint place_external_id_key UNIQUE (external_id),
  constraint place_kind_known CHECK ((kind = ANY ('{shop,warehouse,popup,restaurant,office,dealer}'::text[])))
);
grant select, insert, update, delete on stores.place to engawa_app;

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
