-- Generated from the database by npm run generate; the migrations are the source.

create schema inventory;

create table inventory.collision (
  collision_id uuid not null,
  place_id uuid not null,
  variant_id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  wanted integer not null,
  missing integer not null,
  promised integer not null,
  found_at timestamp with time zone not null,
  constraint collision_pkey PRIMARY KEY (collision_id),
  constraint collision_missing_not_negative CHECK ((missing >= 0)),
  constraint collision_of_something CHECK (((missing + promised) > 0)),
  constraint collision_promised_not_negative CHECK ((promised >= 0)),
  constraint collision_wanted_positive CHECK ((wanted > 0))
);
CREATE INDEX collision_stock ON inventory.collision USING btree (place_id, variant_id);
grant select, insert on inventory.collision to engawa_app;

create table inventory.hold (
  hold_id uuid not null,
  place_id uuid not null,
  variant_id uuid not null,
  quantity integer not null,
  state text not null default 'held'::text,
  source_kind text not null,
  source_id uuid not null,
  held_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint hold_pkey PRIMARY KEY (hold_id),
  constraint hold_positive CHECK ((quantity > 0)),
  constraint hold_state_known CHECK ((state = ANY ('{held,taken,released}'::text[])))
);
CREATE INDEX hold_expiry ON inventory.hold USING btree (expires_at) WHERE ((state = 'held'::text) AND (expires_at IS NOT NULL));
CREATE INDEX hold_open ON inventory.hold USING btree (place_id, variant_id) WHERE (state = 'held'::text);
CREATE INDEX hold_source ON inventory.hold USING btree (source_id);
grant select, insert, update, delete on inventory.hold to engawa_app;

create table inventory.movement (
  movement_id uuid not null,
  place_id uuid not null,
  variant_id uuid not null,
  quantity integer not null,
  kind text not null,
  source_kind text not null,
  source_id uuid not null,
  moved_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint movement_pkey PRIMARY KEY (movement_id),
  constraint movement_kind_known CHECK ((kind = ANY ('{opening,receipt,sale,return,count,loss,transfer}'::text[]))),
  constraint movement_not_zero CHECK ((quantity <> 0))
);
CREATE INDEX movement_variant ON inventory.movement USING btree (variant_id, moved_at);
grant select, insert on inventory.movement to engawa_app;

create table inventory.stock (
  place_id uuid not null,
  variant_id uuid not null,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  safety integer not null default 0,
  incoming integer not null default 0,
  version bigint not null default 1,
  constraint stock_pkey PRIMARY KEY (place_id, variant_id),
  constraint stock_reserved_not_negative CHECK ((reserved >= 0)),
  constraint stock_safety_not_negative CHECK ((safety >= 0))
) with (fillfactor=70);
CREATE INDEX stock_variant ON inventory.stock USING btree (variant_id);
grant select, insert, update, delete on inventory.stock to engawa_app;

-- view inventory.availability (place_id uuid, variant_id uuid, available integer)

-- function inventory.close_holds(p_source uuid, p_outcome text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.count_shelf(p_movement uuid, p_place uuid, p_variant uuid, p_counted integer, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.expect(p_place uuid, p_lines jsonb) returns void plpgsql security definer
-- function inventory.move(p_movement uuid, p_place uuid, p_variant uuid, p_quantity integer, p_kind text, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function inventory.refuse(p_place uuid, p_missing jsonb) returns void plpgsql
-- function inventory.release_expired(p_at timestamp with time zone, p_limit integer) returns integer plpgsql security definer
-- function inventory.shortage(p_place uuid, p_lines jsonb, p_promise boolean) returns jsonb plpgsql stable security definer
-- function inventory.take(p_place uuid, p_lines jsonb, p_mode text, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_expires timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function inventory.take_sold(p_place uuid, p_lines jsonb, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_found timestamp with time zone, p_actor_kind text, p_actor_id text) returns jsonb plpgsql security definer
