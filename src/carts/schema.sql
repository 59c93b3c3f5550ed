-- Generated from the database by npm run generate; the migrations are the source.

create schema carts;

create table carts.cart (
  profile_id uuid not null,
  cart_id uuid not null,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version bigint not null default 1,
  into_profile_id uuid,
  into_cart_id uuid,
  constraint cart_pkey PRIMARY KEY (profile_id, cart_id),
  constraint cart_state_known CHECK ((state = ANY (ARRAY['open'::text, 'ordered'::text, 'merged'::text])))
);
CREATE UNIQUE INDEX cart_open ON carts.cart USING btree (profile_id) WHERE (state = 'open'::text);
alter table carts.cart enable row level security;
create policy person on carts.cart to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on carts.cart to engawa_app;

create table carts.coupon (
  profile_id uuid not null,
  cart_id uuid not null,
  coupon_id uuid not null,
  added_at timestamp with time zone not null,
  constraint coupon_pkey PRIMARY KEY (profile_id, cart_id, coupon_id),
  constraint coupon_profile_id_cart_id_fkey FOREIGN KEY (profile_id, cart_id) REFERENCES carts.cart(profile_id, cart_id)
);
alter table carts.coupon enable row level security;
create policy person on carts.coupon to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on carts.coupon to engawa_app;

create table carts.favourite (
  profile_id uuid not null,
  product_id uuid not null,
  added_at timestamp with time zone not null,
  constraint favourite_pkey PRIMARY KEY (profile_id, product_id)
);
alter table carts.favourite enable row level security;
create policy person on carts.favourite to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on carts.favourite to engawa_app;

create table carts.hand_over_code (
  code_hash bytea not null,
  profile_id uuid not null,
  cart_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  claimed_by text,
  constraint hand_over_code_pkey PRIMARY KEY (code_hash)
);
CREATE INDEX hand_over_code_cart ON carts.hand_over_code USING btree (profile_id, cart_id);
alter table carts.hand_over_code enable row level security;
create policy person on carts.hand_over_code to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on carts.hand_over_code to engawa_app;

create table carts.hand_over_guess (
  actor_id text not null,
  wrong_count integer not null,
  since timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint hand_over_guess_pkey PRIMARY KEY (actor_id)
);
grant select, insert, update, delete on carts.hand_over_guess to engawa_app;

create table carts.item (
  profile_id uuid not null,
  cart_id uuid not null,
  variant_id uuid not null,
  quantity integer not null,
  channel text not null,
  added_by_kind text not null,
  added_by_id text,
  added_at timestamp with time zone not null,
  way text,
  place_id uuid,
  constraint item_pkey PRIMARY KEY (profile_id, cart_id, variant_id),
  constraint item_profile_id_cart_id_fkey FOREIGN KEY (profile_id, cart_id) REFERENCES carts.cart(profile_id, cart_id),
  constraint item_place_for_way CHECK (((place_id IS NULL) OR (way = ANY (ARRAY['collect'::text, 'order_ahead'::text])))),
  constraint item_quantity_sane CHECK (((quantity >= 1) AND (quantity <= 999))),
  constraint item_way_known CHECK ((way = ANY (ARRAY['ship'::text, 'collect'::text, 'order_ahead'::text])))
);
alter table carts.item enable row level security;
create policy person on carts.item to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on carts.item to engawa_app;

-- view carts.open_cart (profile_id uuid, cart_id uuid, version bigint, changed_at timestamp with time zone)

-- view carts.open_line (profile_id uuid, cart_id uuid, variant_id uuid, quantity integer, channel text, added_by_kind text, added_at timestamp with time zone)

-- function carts.carry_favourites(p_from uuid, p_to uuid) returns void sql security definer
-- function carts.fold(p_from carts.cart, p_to carts.cart, p_at timestamp with time zone) returns carts.cart plpgsql
-- function carts.guess(p_actor text, p_at timestamp with time zone, p_most integer, p_window interval) returns timestamp with time zone plpgsql security definer
-- function carts.guessed_right(p_actor text) returns void sql security definer
-- function carts.lay_coupon(p_profiles uuid[], p_profile uuid, p_cart uuid, p_coupon uuid, p_in boolean, p_at timestamp with time zone, p_most integer, OUT profile_id uuid, OUT cart_id uuid, OUT version bigint) returns record plpgsql
-- function carts.living(p_profiles uuid[], p_profile uuid, p_cart uuid, p_at timestamp with time zone) returns carts.cart plpgsql
-- function carts.merge(p_from uuid, p_profiles uuid[], p_to uuid, p_cart uuid, p_at timestamp with time zone, OUT profile_id uuid, OUT cart_id uuid, OUT version bigint) returns record plpgsql security definer
-- function carts.order_once(p_profile uuid, p_cart uuid, p_version bigint) returns void plpgsql security definer
-- function carts.put(p_profiles uuid[], p_profile uuid, p_cart uuid, p_variant uuid, p_quantity integer, p_add boolean, p_channel text, p_actor_kind text, p_actor_id text, p_at timestamp with time zone, p_version bigint, p_most_lines integer, p_way text, p_place uuid, OUT profile_id uuid, OUT cart_id uuid, OUT version bigint, OUT quantity_before integer, OUT quantity integer) returns record plpgsql
-- function carts.take_out(p_profile uuid, p_cart uuid, p_variants uuid[], p_at timestamp with time zone) returns bigint plpgsql security definer
