-- Offers and their coupons: what a retailer gives, whom it was given, and that no cap or budget is ever exceeded.
create schema promotions;
grant usage on schema promotions to engawa_app;

create table promotions.offer (
  offer_id uuid primary key,
  external_id text constraint offer_external_id_key unique,
  state text not null default 'draft' constraint offer_state_known check (state = any ('{draft,approved,live,ended}')),
  version bigint not null default 1,
  name text not null,
  name_en text,
  -- {priority, group, exclusive, goods, conditions, effect}: what `pricing` reads.
  rule jsonb not null,
  starts_at timestamptz,
  ends_at timestamptz,
  member_cap integer constraint offer_member_cap_positive check (member_cap > 0),
  use_cap integer constraint offer_use_cap_positive check (use_cap > 0),
  budget_yen bigint constraint offer_budget_positive check (budget_yen > 0),
  changed_at timestamptz not null,
  changed_by text not null,
  constraint offer_period_forward check (ends_at is null or starts_at is null or ends_at > starts_at)
);
create index offer_live on promotions.offer (state) where state = 'live';

-- Each version as it stood, and who made it so.
create table promotions.offer_change (
  offer_id uuid not null references promotions.offer,
  version bigint not null,
  state text not null,
  offer jsonb not null,
  changed_at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  primary key (offer_id, version)
);
revoke update, delete on promotions.offer_change from engawa_app;

-- What is left of a cap and a budget, in several parts so that buyers do not wait for each other. No part falls below zero.
create table promotions.slot (
  offer_id uuid not null,
  slot smallint not null,
  left_uses bigint constraint slot_uses_not_negative check (left_uses >= 0),
  left_yen bigint constraint slot_yen_not_negative check (left_yen >= 0),
  primary key (offer_id, slot)
);
revoke insert, update, delete on promotions.slot from engawa_app;

-- By the keyed hash of its code. A public code (one for everybody) is kept in words; the others are derived from coupon_id.
create table promotions.coupon (
  token bytea primary key,
  coupon_id uuid not null,
  offer_id uuid not null,
  kind text not null constraint coupon_kind_known check (kind = any ('{personal,list,public}')),
  profile_id uuid,
  code text constraint coupon_public_in_words check ((code is not null) = (kind = 'public')),
  state text not null default 'open' constraint coupon_state_known check (state = any ('{open,redeemed,revoked}')),
  place_ids uuid[],
  channels text[],
  issued_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  order_id uuid,
  constraint coupon_personal_is_hers check ((profile_id is not null) = (kind = 'personal')),
  constraint coupon_redeemed_by check ((order_id is not null) = (state = 'redeemed'))
);
create index coupon_by_id on promotions.coupon (coupon_id);
create index coupon_of_offer on promotions.coupon (offer_id, issued_at);
create index coupon_of_person on promotions.coupon (profile_id) where profile_id is not null;
revoke update, delete on promotions.coupon from engawa_app;
call core.guard_look_up('promotions.coupon');

-- The ledger of what was given with which order.
create table promotions.redemption (
  profile_id uuid not null,
  order_id uuid not null,
  offer_id uuid not null,
  offer_version bigint not null,
  coupon_id uuid,
  discount_yen bigint not null constraint redemption_not_negative check (discount_yen >= 0),
  points bigint not null default 0,
  place_id uuid not null,
  channel text not null,
  state text not null default 'used' constraint redemption_state_known check (state = any ('{used,given_back}')),
  redeemed_at timestamptz not null,
  given_back_at timestamptz,
  primary key (profile_id, order_id, offer_id)
);
create index redemption_of_offer on promotions.redemption (offer_id, redeemed_at);
revoke insert, update, delete on promotions.redemption from engawa_app;
call core.guard_person('promotions.redemption');

-- How often one person used an offer that has a cap per member.
create table promotions.member_use (
  profile_id uuid not null,
  offer_id uuid not null,
  uses integer not null constraint member_use_not_negative check (uses >= 0),
  primary key (profile_id, offer_id)
);
revoke insert, update, delete on promotions.member_use from engawa_app;
call core.guard_person('promotions.member_use');

-- Offers know goods by their tags, too.
drop function if exists catalog.sellables(uuid[], text[], timestamptz, timestamptz);
