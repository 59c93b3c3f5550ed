-- Generated from the database by npm run generate; the migrations are the source.

create schema customers;

create table customers.address (
  profile_id uuid not null,
  address_id uuid not null,
  sealed bytea not null,
  preferred boolean not null default false,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint address_pkey PRIMARY KEY (profile_id, address_id)
);
alter table customers.address enable row level security;
create policy person on customers.address to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.address to engawa_app;

create table customers.blocked_value (
  kind text not null,
  token bytea not null,
  reason text not null,
  created_at timestamp with time zone not null,
  constraint blocked_value_pkey PRIMARY KEY (kind, token)
);
grant select, insert, update, delete on customers.blocked_value to engawa_app;

create table customers.card_step (
  handle_token bytea not null,
  step bigint not null,
  used_at timestamp with time zone not null,
  constraint card_step_pkey PRIMARY KEY (handle_token, step)
);
CREATE INDEX card_step_used ON customers.card_step USING btree (used_at);
grant select, insert, update, delete on customers.card_step to engawa_app;

create table customers.identifier (
  kind text not null,
  token bytea not null,
  profile_id uuid not null,
  verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint identifier_pkey PRIMARY KEY (kind, token)
);
CREATE INDEX identifier_profile ON customers.identifier USING btree (profile_id);
alter table customers.identifier enable row level security;
create policy person on customers.identifier to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.identifier to engawa_app;

create table customers.joining (
  profile_id uuid not null,
  joined_at timestamp with time zone not null,
  route text not null,
  place_id uuid,
  poster_id uuid,
  staff_id uuid,
  constraint joining_pkey PRIMARY KEY (profile_id)
);
CREATE INDEX joining_at ON customers.joining USING btree (joined_at);
alter table customers.joining enable row level security;
create policy person on customers.joining to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, delete on customers.joining to engawa_app;

create table customers.merge (
  profile_id uuid not null,
  merge_id uuid not null,
  from_customer_id uuid not null,
  to_customer_id uuid not null,
  reason text not null,
  actor_kind text not null,
  actor_id text,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  undone_by text,
  constraint merge_pkey PRIMARY KEY (profile_id, merge_id)
);
CREATE INDEX merge_id ON customers.merge USING btree (merge_id);
CREATE INDEX merge_into ON customers.merge USING btree (to_customer_id);
alter table customers.merge enable row level security;
create policy person on customers.merge to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.merge to engawa_app;

create table customers.old_card (
  card_token bytea not null,
  profile_id uuid not null,
  pin_hash bytea not null,
  imported_at timestamp with time zone not null,
  linked_at timestamp with time zone,
  linked_profile_id uuid,
  merge_id uuid,
  constraint old_card_pkey PRIMARY KEY (card_token)
);
CREATE INDEX old_card_merge ON customers.old_card USING btree (merge_id) WHERE (merge_id IS NOT NULL);
CREATE INDEX old_card_profile ON customers.old_card USING btree (profile_id);
alter table customers.old_card enable row level security;
create policy person on customers.old_card to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.old_card to engawa_app;

create table customers.pair (
  profile_id uuid not null,
  other_profile_id uuid not null,
  pair_id uuid not null,
  found_by text not null,
  probability real,
  reasons jsonb not null,
  state text not null default 'open'::text,
  found_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by_kind text,
  decided_by text,
  merge_id uuid,
  constraint pair_pkey PRIMARY KEY (profile_id, other_profile_id),
  constraint pair_decided_whole CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint pair_found_by_known CHECK ((found_by = ANY (ARRAY['alike'::text, 'met'::text]))),
  constraint pair_in_order CHECK ((profile_id < other_profile_id)),
  constraint pair_merged CHECK (((merge_id IS NULL) OR (state = 'accepted'::text))),
  constraint pair_state_known CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'rejected'::text])))
);
CREATE INDEX pair_named ON customers.pair USING btree (pair_id);
CREATE INDEX pair_other ON customers.pair USING btree (other_profile_id);
CREATE INDEX pair_queue ON customers.pair USING btree (probability DESC, pair_id) WHERE (state = 'open'::text);
alter table customers.pair enable row level security;
create policy person on customers.pair to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.pair to engawa_app;

create table customers.profile (
  profile_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  wrapped_key bytea,
  sealed bytea,
  birth_year smallint,
  birth_month smallint,
  gender text,
  prefecture text,
  city text,
  geohash text,
  locale text not null default 'ja'::text,
  route text,
  home_place_id uuid,
  registered_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  version bigint not null default 1,
  constraint profile_pkey PRIMARY KEY (profile_id),
  constraint profile_kind_known CHECK ((kind = ANY (ARRAY['member'::text, 'guest'::text, 'visitor'::text])))
);
CREATE INDEX profile_customer ON customers.profile USING btree (customer_id);
CREATE INDEX profile_registered ON customers.profile USING btree (registered_at);
alter table customers.profile enable row level security;
create policy person on customers.profile to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.profile to engawa_app;

create table customers.scan (
  profile_id uuid not null,
  scan_id uuid not null,
  kind text not null,
  may_spend boolean not null,
  actor_kind text not null,
  actor_id text not null,
  place_id uuid,
  scanned_at timestamp with time zone not null,
  constraint scan_pkey PRIMARY KEY (profile_id, scan_id),
  constraint scan_kind_known CHECK ((kind = ANY (ARRAY['qr'::text, 'member_number'::text, 'card'::text, 'pin'::text])))
);
alter table customers.scan enable row level security;
create policy person on customers.scan to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on customers.scan to engawa_app;

create table customers.search_token (
  profile_id uuid not null,
  kind text not null,
  token bytea not null,
  constraint search_token_pkey PRIMARY KEY (profile_id, kind, token)
);
CREATE INDEX search_token_value ON customers.search_token USING btree (token);
alter table customers.search_token enable row level security;
create policy person on customers.search_token to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.search_token to engawa_app;

create table customers.spending_pin (
  profile_id uuid not null,
  pin_hash text not null,
  set_at timestamp with time zone not null,
  constraint spending_pin_pkey PRIMARY KEY (profile_id)
);
alter table customers.spending_pin enable row level security;
create policy person on customers.spending_pin to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on customers.spending_pin to engawa_app;

-- view customers.facts (profile_id uuid, customer_id uuid, kind text, birth_year smallint, birth_month smallint, gender text, prefecture text, city text, geohash text, locale text, route text, home_place_id uuid, registered_at timestamp with time zone, erased_at timestamp with time zone)

-- view customers.sealed_contact (profile_id uuid, wrapped_key bytea, sealed bytea)

-- view customers.standing_merge (profile_id uuid, merge_id uuid, from_customer_id uuid, to_customer_id uuid, reason text, merged_at timestamp with time zone)

-- function customers.add_names(p_profiles uuid[], p_kinds text[], p_tokens bytea[], p_at timestamp with time zone) returns void sql security definer
-- function customers.all_living(p_profiles uuid[]) returns boolean plpgsql stable security definer
-- function customers.change(p_profile uuid, p_version bigint, p_sealed bytea, p_facts jsonb, p_at timestamp with time zone, p_dropped bytea[], p_kinds text[], p_tokens bytea[], p_verified boolean[], p_search_kinds text[], p_search_tokens bytea[]) returns bigint plpgsql security definer
-- function customers.claim_identifiers(p_profile uuid, p_kinds text[], p_tokens bytea[], p_verified boolean[], p_at timestamp with time zone) returns void plpgsql security definer
-- function customers.customer_of(p_profile uuid) returns uuid sql stable security definer
-- function customers.erase(p_profiles uuid[], p_at timestamp with time zone) returns integer plpgsql security definer
-- function customers.join_customers(p_merge uuid, p_keep uuid, p_join uuid, p_reason text, p_automatic boolean, p_actor_kind text, p_actor_id text, p_at timestamp with time zone) returns uuid[] plpgsql security definer
-- function customers.link_old_card(p_token bytea, p_profile uuid, p_merge uuid, p_at timestamp with time zone) returns void sql security definer
-- function customers.meet(p_profiles uuid[], p_keys bytea[], p_kinds text[], p_tokens bytea[], p_at timestamp with time zone) returns boolean plpgsql security definer
-- function customers.named(p_kinds text[], p_tokens bytea[]) returns TABLE(kind text, token bytea, profile_id uuid, customer_id uuid, person text, wrapped_key bytea) plpgsql stable security definer
-- function customers.numbered(p_customer uuid) returns boolean sql stable security definer
-- function customers.old_card_of(p_token bytea) returns TABLE(profile_id uuid, pin_hash bytea, linked_at timestamp with time zone) sql security definer
-- function customers.part_customers(p_merge uuid, p_by text, p_at timestamp with time zone) returns uuid[] plpgsql security definer
-- function customers.profiles_of(p_profile uuid) returns uuid[] sql stable security definer
-- function customers.register(p_profile uuid, p_kind text, p_wrapped_key bytea, p_sealed bytea, p_facts jsonb, p_at timestamp with time zone, p_kinds text[], p_tokens bytea[], p_verified boolean[], p_search_kinds text[], p_search_tokens bytea[]) returns void plpgsql security definer
-- function customers.register_many(p_people jsonb) returns TABLE(profile_id uuid, field text, code text) plpgsql security definer
-- function customers.unregister_many(p_profiles uuid[], p_at timestamp with time zone) returns TABLE(profile_id uuid, kept text) plpgsql security definer
-- function customers.whole(p_profiles uuid[]) returns TABLE(profile_id uuid, profile_ids uuid[], member boolean) plpgsql stable security definer
-- function customers.wrapped_keys(p_profiles uuid[]) returns TABLE(profile_id uuid, wrapped_key bytea) plpgsql stable security definer
