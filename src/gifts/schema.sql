-- Generated from the database by npm run generate; the migrations are the source.

create schema gifts;

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

-- function gifts.behind(p_hash bytea) returns TABLE(profile_id uuid, gift_id uuid, state text, variant_id uuid, choices uuid[], place_id uuid, sealed bytea, expires_at timestamp with time zone, own_until timestamp with time zone) sql stable security definer
-- function gifts.claim_once(p_hash bytea, p_profile uuid, p_profiles uuid[], p_order uuid, p_keep boolean, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, OUT giver uuid, OUT gift uuid, OUT of_order uuid) returns record plpgsql security definer
-- function gifts.drop_waiting(p_profile uuid, p_order uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.give_up(p_profile uuid, p_gift uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns text plpgsql security definer
-- function gifts.issue(p_profile uuid, p_order uuid) returns void sql security definer
-- function gifts.print(p_profile uuid, p_gift uuid, p_paper boolean, p_hash bytea) returns TABLE(link_no smallint, printed smallint) plpgsql security definer
-- function gifts.received_as(p_profile uuid, p_order uuid) returns TABLE(profile_id uuid, gift_id uuid, order_id uuid) sql stable security definer
-- function gifts.set_aside(p jsonb, p_profile uuid, p_order uuid, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function gifts.take_back(p_profile uuid, p_gift uuid) returns boolean plpgsql security definer
