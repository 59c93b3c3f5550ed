-- Generated from the database by npm run generate; the migrations are the source.

create schema gifts;

create table gifts.card (
  profile_id uuid not null,
  card_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  state text not null,
  value_yen bigint not null,
  last_four text not null,
  place_id uuid not null,
  business_date date not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_reason text,
  version bigint not null default 1,
  constraint card_pkey PRIMARY KEY (profile_id, card_id),
  constraint card_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'void'::text]))),
  constraint card_value_positive CHECK ((value_yen > 0))
);
CREATE INDEX card_by_id ON gifts.card USING btree (card_id);
CREATE INDEX card_of_order ON gifts.card USING btree (profile_id, order_id);
alter table gifts.card enable row level security;
create policy person on gifts.card to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update on gifts.card to engawa_app;

create table gifts.card_number (
  number_hash bytea not null,
  card_id uuid not null,
  profile_id uuid not null,
  constraint card_number_pkey PRIMARY KEY (number_hash)
);
alter table gifts.card_number enable row level security;
create policy person on gifts.card_number to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on gifts.card_number to engawa_app;

create table gifts.claim (
  profile_id uuid not null,
  gift_id uuid not null,
  order_id uuid not null,
  claimed_at timestamp with time zone not null,
  constraint claim_pkey PRIMARY KEY (profile_id, gift_id)
);
CREATE INDEX claim_of_order ON gifts.claim USING btree (profile_id, order_id);
alter table gifts.claim enable row level security;
create policy person on gifts.claim to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on gifts.claim to engawa_app;

create table gifts.gift (
  profile_id uuid not null,
  gift_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  seq smallint not null,
  state text not null,
  variant_id uuid not null,
  choices uuid[] not null,
  place_id uuid not null,
  sealed bytea,
  issued_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  own_until timestamp with time zone not null,
  next_at timestamp with time zone,
  closed_at timestamp with time zone,
  version bigint not null default 1,
  link_no smallint not null default 0,
  printed smallint not null default 0,
  tell boolean not null default false,
  constraint gift_pkey PRIMARY KEY (profile_id, gift_id),
  constraint gift_choices_few CHECK (((cardinality(choices) >= 1) AND (cardinality(choices) <= 50))),
  constraint gift_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'claimed'::text, 'expired'::text, 'cancelled'::text])))
);
CREATE INDEX gift_by_id ON gifts.gift USING btree (gift_id);
CREATE INDEX gift_due ON gifts.gift USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX gift_of_order ON gifts.gift USING btree (profile_id, order_id);
alter table gifts.gift enable row level security;
create policy person on gifts.gift to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on gifts.gift to engawa_app;

create table gifts.link (
  token_hash bytea not null,
  gift_id uuid not null,
  profile_id uuid not null,
  constraint link_pkey PRIMARY KEY (token_hash)
);
alter table gifts.link enable row level security;
create policy person on gifts.link to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on gifts.link to engawa_app;

-- function gifts.add_cards(p jsonb, p_profile uuid, p_order uuid, p_at timestamp with time zone) returns void plpgsql security definer
-- function gifts.behind(p_hash bytea) returns TABLE(profile_id uuid, gift_id uuid, state text, variant_id uuid, choices uuid[], place_id uuid, sealed bytea, expires_at timestamp with time zone, own_until timestamp with time zone) sql stable security definer
-- function gifts.card_back(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function gifts.card_behind(p_hash bytea, p_at timestamp with time zone) returns TABLE(card_id uuid, state text, value_yen bigint, balance_yen bigint, held_yen bigint, last_four text, place_id uuid, issued_at timestamp with time zone, expires_at timestamp with time zone) sql stable security definer
-- function gifts.card_liability(p_at timestamp with time zone) returns TABLE(month text, cards bigint, sold_yen bigint, redeemed_yen bigint, expired_yen bigint, void_yen bigint, held_yen bigint, outstanding_yen bigint) sql stable security definer
-- function gifts.cards_of(p_profile uuid, p_order uuid, p_at timestamp with time zone) returns TABLE(card_id uuid, line_no smallint, state text, value_yen bigint, balance_yen bigint, last_four text, issued_at timestamp with time zone, expires_at timestamp with time zone) sql stable security definer
-- function gifts.claim_once(p_hash bytea, p_profile uuid, p_profiles uuid[], p_order uuid, p_keep boolean, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, OUT giver uuid, OUT gift uuid, OUT of_order uuid) returns record plpgsql security definer
-- function gifts.draw_cards(p jsonb, p_profile uuid, p_order uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.drop_cards(p_profile uuid, p_order uuid, p_at timestamp with time zone) returns void sql security definer
-- function gifts.drop_waiting(p_profile uuid, p_order uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.give_up(p_profile uuid, p_gift uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns text plpgsql security definer
-- function gifts.issue(p_profile uuid, p_order uuid) returns void sql security definer
-- function gifts.locked_card(p_card uuid, p_at timestamp with time zone, OUT card gifts.card, OUT balance_yen bigint, OUT held_yen bigint) returns record plpgsql security definer
-- function gifts.open_cards(p_profile uuid, p_order uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.print(p_profile uuid, p_gift uuid, p_paper boolean, p_hash bytea) returns TABLE(link_no smallint, printed smallint) plpgsql security definer
-- function gifts.received_as(p_profile uuid, p_order uuid) returns TABLE(profile_id uuid, gift_id uuid, order_id uuid) sql stable security definer
-- function gifts.set_aside(p jsonb, p_profile uuid, p_order uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.take_back(p_profile uuid, p_gift uuid) returns boolean plpgsql security definer
-- function gifts.void_card(p_card uuid, p_reason text, p_unused boolean, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns bigint plpgsql security definer
-- function gifts.void_sold(p_profile uuid, p_order uuid, p_lines smallint[], p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
