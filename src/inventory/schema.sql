-- Generated from the database by npm run generate; the migrations are the source.

create schema inventory;

create table inventory.channel_rule (
  channel text not null,
  place_ids uuid[],
  share_percent integer not null default 100,
  buffer integer not null default 0,
  cap integer,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  version bigint not null default 1,
  constraint channel_rule_pkey PRIMARY KEY (channel),
  constraint channel_buffer_not_negative CHECK ((buffer >= 0)),
  constraint channel_cap_not_negative CHECK ((cap >= 0)),
  constraint channel_share_known CHECK (((share_percent >= 0) AND (share_percent <= 100)))
);
grant select, insert, update, delete on inventory.channel_rule to engawa_app;

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

create table inventory.delivery (
  delivery_id uuid not null,
  place_id uuid not null,
  supplier text not null,
  external_id text,
  state text not null,
  expected_on date not null,
  note text,
  made_at timestamp with time zone not null,
  made_by text not null,
  closed_at timestamp with time zone,
  version bigint not null default 1,
  constraint delivery_pkey PRIMARY KEY (delivery_id),
  constraint delivery_external_id_key UNIQUE (external_id),
  constraint delivery_state_known CHECK ((state = ANY ('{expected,closed,cancelled}'::text[])))
);
CREATE INDEX delivery_place ON inventory.delivery USING btree (place_id, expected_on);
grant select, insert, update, delete on inventory.delivery to engawa_app;

create table inventory.delivery_line (
  delivery_id uuid not null,
  variant_id uuid not null,
  expected integer not null,
  received integer not null default 0,
  constraint delivery_line_pkey PRIMARY KEY (delivery_id, variant_id),
  constraint delivery_line_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES inventory.delivery(delivery_id),
  constraint delivery_expected_not_negative CHECK ((expected >= 0)),
  constraint delivery_received_not_negative CHECK ((received >= 0))
);
CREATE INDEX delivery_line_variant ON inventory.delivery_line USING btree (variant_id);
grant select, insert, update, delete on inventory.delivery_line to engawa_app;

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
  reason text,
  constraint movement_pkey PRIMARY KEY (movement_id),
  constraint movement_kind_known CHECK ((kind = ANY ('{opening,receipt,sale,return,count,loss,found,transfer}'::text[]))),
  constraint movement_not_zero CHECK ((quantity <> 0))
);
CREATE INDEX movement_correction ON inventory.movement USING btree (place_id, moved_at) WHERE (kind = ANY ('{count,loss,found}'::text[]));
CREATE INDEX movement_variant ON inventory.movement USING btree (variant_id, moved_at);
grant select, insert on inventory.movement to engawa_app;

create table inventory.stock (
  place_id uuid not null,
  variant_id uuid not null,
  on_hand integer not null default 0,
  reserved integer not null default 0,
  safety integer not null default 0,
  version bigint not null default 1,
  constraint stock_pkey PRIMARY KEY (place_id, variant_id),
  constraint stock_reserved_not_negative CHECK ((reserved >= 0)),
  constraint stock_safety_not_negative CHECK ((safety >= 0))
) with (fillfactor=70);
CREATE INDEX stock_variant ON inventory.stock USING btree (variant_id);
grant select, insert, update, delete on inventory.stock to engawa_app;

create table inventory.stocktake (
  stocktake_id uuid not null,
  place_id uuid not null,
  state text not null,
  scope text not null,
  category_id uuid,
  note text,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  closed_at timestamp with time zone,
  closed_by text,
  version bigint not null default 1,
  constraint stocktake_pkey PRIMARY KEY (stocktake_id),
  constraint stocktake_scope_known CHECK ((scope = ANY ('{all,category,list}'::text[]))),
  constraint stocktake_state_known CHECK ((state = ANY ('{open,approved,cancelled}'::text[])))
);
CREATE UNIQUE INDEX stocktake_one_open ON inventory.stocktake USING btree (place_id) WHERE (state = 'open'::text);
CREATE INDEX stocktake_place ON inventory.stocktake USING btree (place_id, opened_at);
grant select, insert, update, delete on inventory.stocktake to engawa_app;

create table inventory.stocktake_entry (
  entry_id uuid not null,
  stocktake_id uuid not null,
  variant_id uuid not null,
  round integer not null,
  quantity integer not null,
  expected integer not null,
  device text,
  counted_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint stocktake_entry_pkey PRIMARY KEY (entry_id),
  constraint stocktake_entry_stocktake_id_fkey FOREIGN KEY (stocktake_id) REFERENCES inventory.stocktake(stocktake_id)
);
CREATE INDEX stocktake_entry_of ON inventory.stocktake_entry USING btree (stocktake_id, variant_id);
grant select, insert on inventory.stocktake_entry to engawa_app;

create table inventory.stocktake_line (
  stocktake_id uuid not null,
  variant_id uuid not null,
  round integer not null default 1,
  difference integer,
  reason text,
  constraint stocktake_line_pkey PRIMARY KEY (stocktake_id, variant_id),
  constraint stocktake_line_stocktake_id_fkey FOREIGN KEY (stocktake_id) REFERENCES inventory.stocktake(stocktake_id)
);
grant select, insert, update, delete on inventory.stocktake_line to engawa_app;

create table inventory.transfer (
  transfer_id uuid not null,
  number text not null,
  from_place_id uuid not null,
  to_place_id uuid not null,
  state text not null,
  purpose text not null default 'request'::text,
  note text,
  needed_on date,
  requested_at timestamp with time zone not null,
  requested_by text not null,
  decided_at timestamp with time zone,
  decided_by text,
  closed_at timestamp with time zone,
  version bigint not null default 1,
  constraint transfer_pkey PRIMARY KEY (transfer_id),
  constraint transfer_number_key UNIQUE (number),
  constraint transfer_state_known CHECK ((state = ANY ('{requested,approved,declined,cancelled,shipped,closed}'::text[])))
);
CREATE INDEX transfer_in ON inventory.transfer USING btree (to_place_id, requested_at);
CREATE INDEX transfer_open ON inventory.transfer USING btree (to_place_id) WHERE (state = ANY ('{requested,approved,shipped}'::text[]));
CREATE INDEX transfer_out ON inventory.transfer USING btree (from_place_id, requested_at);
grant select, insert, update, delete on inventory.transfer to engawa_app;

create table inventory.transfer_difference (
  difference_id uuid not null,
  transfer_id uuid not null,
  variant_id uuid not null,
  quantity integer not null,
  reason text not null,
  note text,
  explained_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text,
  constraint transfer_difference_pkey PRIMARY KEY (difference_id),
  constraint transfer_difference_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES inventory.transfer(transfer_id),
  constraint transfer_difference_not_zero CHECK ((quantity <> 0)),
  constraint transfer_reason_known CHECK ((reason = ANY ('{lost,damaged,not_sent,over_sent,found}'::text[])))
);
CREATE INDEX transfer_difference_of ON inventory.transfer_difference USING btree (transfer_id);
grant select, insert on inventory.transfer_difference to engawa_app;

create table inventory.transfer_line (
  transfer_id uuid not null,
  variant_id uuid not null,
  requested integer not null,
  approved integer,
  shipped integer not null default 0,
  received integer not null default 0,
  returned integer not null default 0,
  gone integer not null default 0,
  constraint transfer_line_pkey PRIMARY KEY (transfer_id, variant_id),
  constraint transfer_line_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES inventory.transfer(transfer_id),
  constraint transfer_approved_not_negative CHECK ((approved >= 0)),
  constraint transfer_counts_not_negative CHECK (((shipped >= 0) AND (received >= 0) AND (returned >= 0) AND (gone >= 0))),
  constraint transfer_in_transit_not_negative CHECK (((((shipped - received) - returned) - gone) >= 0)),
  constraint transfer_requested_positive CHECK ((requested >= 0))
);
CREATE INDEX transfer_line_moving ON inventory.transfer_line USING btree (variant_id) WHERE ((((shipped - received) - returned) - gone) > 0);
grant select, insert, update, delete on inventory.transfer_line to engawa_app;

-- view inventory.availability (place_id uuid, variant_id uuid, available integer)

-- view inventory.incoming (place_id uuid, variant_id uuid, quantity integer, expected_on date, source_kind text, source_id uuid)

-- function inventory.available_to(p_channel text, p_variants uuid[], p_places uuid[]) returns TABLE(place_id uuid, variant_id uuid, available integer) sql stable security definer
-- function inventory.close_holds(p_source uuid, p_outcome text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.close_holds_at(p_source uuid, p_place uuid, p_outcome text, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.count_many(p_lines jsonb, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns SETOF uuid plpgsql security definer
-- function inventory.count_shelf(p_movement uuid, p_place uuid, p_variant uuid, p_counted integer, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.draw_holds(p_source uuid, p_lines jsonb, p_at timestamp with time zone) returns void plpgsql security definer
-- function inventory.expect(p_place uuid, p_lines jsonb) returns void plpgsql security definer
-- function inventory.hand_hold(p_from uuid, p_kind text, p_to uuid) returns void sql security definer
-- function inventory.move(p_movement uuid, p_place uuid, p_variant uuid, p_quantity integer, p_kind text, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function inventory.move_all(p_moves jsonb, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns integer plpgsql security definer
-- function inventory.refuse(p_place uuid, p_missing jsonb) returns void plpgsql
-- function inventory.release_expired(p_at timestamp with time zone, p_limit integer) returns integer plpgsql security definer
-- function inventory.sell_all(p_sales jsonb) returns boolean plpgsql security definer
-- function inventory.share_of(p_free integer, r inventory.channel_rule) returns integer sql immutable
-- function inventory.shortage(p_place uuid, p_lines jsonb, p_promise boolean) returns jsonb plpgsql stable security definer
-- function inventory.take(p_place uuid, p_lines jsonb, p_mode text, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_expires timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function inventory.take_in(p_place uuid, p_lines jsonb, p_source uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function inventory.take_parts(p_parts jsonb, p_channel text, p_mode text, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_expires timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function inventory.take_sold(p_place uuid, p_lines jsonb, p_source_kind text, p_source uuid, p_at timestamp with time zone, p_found timestamp with time zone, p_actor_kind text, p_actor_id text) returns jsonb plpgsql security definer
-- function inventory.uncount_many(p_movements uuid[], p_source_kind text, p_source uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns TABLE(movement_id uuid, kept text) plpgsql security definer
