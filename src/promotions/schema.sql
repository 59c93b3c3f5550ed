-- Generated from the database by npm run generate; the migrations are the source.

create schema promotions;

create table promotions.coupon (
  token bytea not null,
  coupon_id uuid not null,
  offer_id uuid not null,
  kind text not null,
  profile_id uuid,
  code text,
  state text not null default 'open'::text,
  place_ids uuid[],
  channels text[],
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  order_id uuid,
  reason_ja text,
  reason_en text,
  constraint coupon_pkey PRIMARY KEY (token),
  constraint coupon_kind_known CHECK ((kind = ANY ('{personal,list,public}'::text[]))),
  constraint coupon_personal_is_hers CHECK (((profile_id IS NOT NULL) = (kind = 'personal'::text))),
  constraint coupon_public_in_words CHECK (((code IS NOT NULL) = (kind = 'public'::text))),
  constraint coupon_reason_in_japanese CHECK (((reason_en IS NULL) OR (reason_ja IS NOT NULL))),
  constraint coupon_redeemed_by CHECK (((order_id IS NOT NULL) = (state = 'redeemed'::text))),
  constraint coupon_state_known CHECK ((state = ANY ('{open,redeemed,revoked}'::text[])))
);
CREATE INDEX coupon_by_id ON promotions.coupon USING btree (coupon_id);
CREATE INDEX coupon_of_offer ON promotions.coupon USING btree (offer_id, issued_at);
CREATE INDEX coupon_of_person ON promotions.coupon USING btree (profile_id) WHERE (profile_id IS NOT NULL);
alter table promotions.coupon enable row level security;
create policy person on promotions.coupon to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on promotions.coupon to engawa_app;

create table promotions.member_use (
  profile_id uuid not null,
  offer_id uuid not null,
  uses integer not null,
  constraint member_use_pkey PRIMARY KEY (profile_id, offer_id),
  constraint member_use_not_negative CHECK ((uses >= 0))
);
alter table promotions.member_use enable row level security;
create policy person on promotions.member_use to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select on promotions.member_use to engawa_app;

create table promotions.offer (
  offer_id uuid not null,
  external_id text,
  state text not null default 'draft'::text,
  version bigint not null default 1,
  name text not null,
  name_en text,
  rule jsonb not null,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  member_cap integer,
  use_cap integer,
  budget_yen bigint,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  asked_by text,
  written bigint not null default 1,
  lottery jsonb,
  constraint offer_pkey PRIMARY KEY (offer_id),
  constraint offer_external_id_key UNIQUE (external_id),
  constraint offer_budget_positive CHECK ((budget_yen > 0)),
  constraint offer_member_cap_positive CHECK ((member_cap > 0)),
  constraint offer_period_forward CHECK (((ends_at IS NULL) OR (starts_at IS NULL) OR (ends_at > starts_at))),
  constraint offer_state_known CHECK ((state = ANY ('{draft,asked,approved,live,stopped,ended}'::text[]))),
  constraint offer_use_cap_positive CHECK ((use_cap > 0))
);
CREATE INDEX offer_live ON promotions.offer USING btree (state) WHERE (state = 'live'::text);
grant select, insert, update, delete on promotions.offer to engawa_app;

create table promotions.offer_change (
  offer_id uuid not null,
  version bigint not null,
  state text not null,
  offer jsonb not null,
  changed_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  constraint offer_change_pkey PRIMARY KEY (offer_id, version),
  constraint offer_change_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES promotions.offer(offer_id)
);
grant select, insert on promotions.offer_change to engawa_app;

create table promotions.override (
  offer_id uuid not null,
  written bigint not null,
  rule text not null,
  reason text not null,
  staff_id uuid not null,
  overridden_at timestamp with time zone not null,
  constraint override_pkey PRIMARY KEY (offer_id, written, rule),
  constraint override_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES promotions.offer(offer_id)
);
grant select, insert on promotions.override to engawa_app;

create table promotions.redemption (
  profile_id uuid not null,
  order_id uuid not null,
  offer_id uuid not null,
  offer_version bigint not null,
  coupon_id uuid,
  discount_yen bigint not null,
  points bigint not null default 0,
  place_id uuid not null,
  channel text not null,
  state text not null default 'used'::text,
  redeemed_at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint redemption_pkey PRIMARY KEY (profile_id, order_id, offer_id),
  constraint redemption_not_negative CHECK ((discount_yen >= 0)),
  constraint redemption_state_known CHECK ((state = ANY ('{used,given_back}'::text[])))
);
CREATE INDEX redemption_of_offer ON promotions.redemption USING btree (offer_id, redeemed_at);
alter table promotions.redemption enable row level security;
create policy person on promotions.redemption to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select on promotions.redemption to engawa_app;

create table promotions.slot (
  offer_id uuid not null,
  slot smallint not null,
  left_uses bigint,
  left_yen bigint,
  constraint slot_pkey PRIMARY KEY (offer_id, slot),
  constraint slot_uses_not_negative CHECK ((left_uses >= 0)),
  constraint slot_yen_not_negative CHECK ((left_yen >= 0))
);
grant select on promotions.slot to engawa_app;

-- view promotions.given (profile_id uuid, order_id uuid, offer_id uuid, offer_version bigint, coupon_id uuid, discount_yen bigint, points bigint, place_id uuid, channel text, state text, redeemed_at timestamp with time zone)

-- function promotions.coupons_shown(p_tokens bytea[], p_ids uuid[]) returns TABLE(token bytea, coupon_id uuid, offer_id uuid, offer text, offer_en text, kind text, code text, profile_id uuid, state text, place_ids uuid[], channels text[], expires_at timestamp with time zone, offer_state text, offer_ends_at timestamp with time zone) sql stable security definer
-- function promotions.draw(p_offer uuid, p_uses bigint, p_yen bigint, p_from text) returns boolean plpgsql security definer
-- function promotions.give_back(p_profile uuid, p_order uuid, p_at timestamp with time zone) returns void plpgsql security definer
-- function promotions.open_slots(p_offer uuid, p_slots integer) returns void sql security definer
-- function promotions.redeem(p jsonb) returns void plpgsql security definer
-- function promotions.revoke(p_coupon uuid, p_at timestamp with time zone) returns TABLE(state text, changed boolean, offer_id uuid) plpgsql security definer
