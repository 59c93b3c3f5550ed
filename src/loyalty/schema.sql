-- Generated from the database by npm run generate; the migrations are the source.

create schema loyalty;

create table loyalty.account (
  profile_id uuid not null,
  unit text not null,
  available bigint not null default 0,
  pending bigint not null default 0,
  held bigint not null default 0,
  debt bigint not null default 0,
  version bigint not null default 0,
  constraint account_pkey PRIMARY KEY (profile_id, unit),
  constraint account_available_not_negative CHECK ((available >= 0)),
  constraint account_debt_not_negative CHECK ((debt >= 0)),
  constraint account_held_not_negative CHECK ((held >= 0)),
  constraint account_pending_not_negative CHECK ((pending >= 0))
) with (fillfactor=70);
alter table loyalty.account enable row level security;
create policy person on loyalty.account to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on loyalty.account to engawa_app;

create table loyalty.bonus (
  profile_id uuid not null,
  bonus_id uuid not null,
  rule_key text not null,
  name jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  place_id uuid,
  business_date date not null,
  points bigint not null,
  taken_back bigint not null default 0,
  granted_at timestamp with time zone not null,
  unit text not null default 'points'::text,
  constraint bonus_pkey PRIMARY KEY (profile_id, bonus_id),
  constraint bonus_positive CHECK ((points > 0)),
  constraint bonus_subject_known CHECK ((subject_kind = ANY (ARRAY['order'::text, 'profile'::text]))),
  constraint bonus_taken_back_within CHECK (((taken_back >= 0) AND (taken_back <= points)))
);
alter table loyalty.bonus enable row level security;
create policy person on loyalty.bonus to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on loyalty.bonus to engawa_app;

create table loyalty.bonus_budget (
  rule_key text not null,
  granted bigint not null default 0,
  constraint bonus_budget_pkey PRIMARY KEY (rule_key),
  constraint bonus_budget_not_negative CHECK ((granted >= 0))
);
grant select on loyalty.bonus_budget to engawa_app;

create table loyalty.fan (
  profile_id uuid not null,
  level smallint not null,
  score integer not null,
  parts jsonb not null,
  before jsonb not null,
  counted_at timestamp with time zone not null,
  recount_at timestamp with time zone not null,
  constraint fan_pkey PRIMARY KEY (profile_id),
  constraint fan_level_known CHECK (((level >= 1) AND (level <= 5)))
);
CREATE INDEX fan_recount ON loyalty.fan USING btree (recount_at);
alter table loyalty.fan enable row level security;
create policy person on loyalty.fan to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update on loyalty.fan to engawa_app;

create table loyalty.hold (
  profile_id uuid not null,
  hold_id uuid not null,
  unit text not null,
  amount bigint not null,
  split jsonb not null,
  order_id uuid not null,
  state text not null,
  held_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  restored bigint not null default 0,
  constraint hold_pkey PRIMARY KEY (profile_id, hold_id),
  constraint point_hold_restored_within CHECK (((restored >= 0) AND (restored <= amount))),
  constraint point_hold_state_known CHECK ((state = ANY (ARRAY['held'::text, 'captured'::text, 'released'::text])))
);
CREATE INDEX point_hold_order ON loyalty.hold USING btree (profile_id, order_id);
alter table loyalty.hold enable row level security;
create policy person on loyalty.hold to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on loyalty.hold to engawa_app;

create table loyalty.journal (
  profile_id uuid not null,
  journal_id uuid not null,
  kind text not null,
  source_kind text not null,
  source_id uuid not null,
  place_id uuid,
  business_date date not null,
  event_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  reverses_id uuid,
  actor_kind text not null,
  actor_id text,
  reason text,
  constraint journal_pkey PRIMARY KEY (profile_id, journal_id),
  constraint journal_kind_known CHECK ((kind = ANY ('{earn,settle,use,hold,capture,release,restore,claw_back,expire,open,adjust,move,void}'::text[])))
);
CREATE INDEX journal_time ON loyalty.journal USING btree (event_at, journal_id);
alter table loyalty.journal enable row level security;
create policy person on loyalty.journal to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on loyalty.journal to engawa_app;

create table loyalty.lot (
  profile_id uuid not null,
  lot_id uuid not null,
  unit text not null,
  source_id uuid not null,
  funding text not null default 'retailer'::text,
  state text not null,
  granted_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  original bigint not null,
  remaining bigint not null,
  place_id uuid,
  constraint lot_pkey PRIMARY KEY (profile_id, lot_id),
  constraint lot_original_positive CHECK ((original > 0)),
  constraint lot_remaining_within CHECK (((remaining >= 0) AND (remaining <= original))),
  constraint lot_state_known CHECK ((state = ANY ('{pending,available,closed}'::text[])))
) with (fillfactor=80);
CREATE INDEX lot_expiry ON loyalty.lot USING brin (expires_at) WITH (pages_per_range='32');
CREATE INDEX lot_spendable ON loyalty.lot USING btree (profile_id, expires_at, granted_at) WHERE ((state = 'available'::text) AND (remaining > 0));
alter table loyalty.lot enable row level security;
create policy person on loyalty.lot to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update, delete on loyalty.lot to engawa_app;

create table loyalty.posting (
  profile_id uuid not null,
  journal_id uuid not null,
  seq smallint not null,
  unit text not null,
  side text not null,
  amount bigint not null,
  lot_id uuid,
  constraint posting_pkey PRIMARY KEY (profile_id, journal_id, seq),
  constraint posting_not_zero CHECK ((amount <> 0))
);
alter table loyalty.posting enable row level security;
create policy person on loyalty.posting to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert on loyalty.posting to engawa_app;

create table loyalty.reversal_asked (
  profile_id uuid not null,
  journal_id uuid not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  constraint reversal_asked_pkey PRIMARY KEY (profile_id, journal_id)
);
alter table loyalty.reversal_asked enable row level security;
create policy person on loyalty.reversal_asked to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, delete on loyalty.reversal_asked to engawa_app;

create table loyalty.standing (
  profile_id uuid not null,
  tier_key text,
  since date not null,
  until date not null,
  by text not null,
  counted bigint not null,
  period_from date not null,
  period_to date not null,
  rules text not null,
  decided_at timestamp with time zone not null,
  constraint standing_pkey PRIMARY KEY (profile_id),
  constraint standing_by_known CHECK ((by = ANY (ARRAY['yen'::text, 'purchases'::text, 'credit'::text]))),
  constraint standing_counted_not_negative CHECK ((counted >= 0)),
  constraint standing_period CHECK ((period_from <= period_to))
);
CREATE INDEX standing_until ON loyalty.standing USING btree (until);
alter table loyalty.standing enable row level security;
create policy person on loyalty.standing to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select, insert, update on loyalty.standing to engawa_app;

-- view loyalty.holding (profile_id uuid, unit text, available bigint, pending bigint, held bigint, debt bigint)

-- view loyalty.live_lot (profile_id uuid, lot_id uuid, unit text, expires_at timestamp with time zone, granted_at timestamp with time zone, remaining bigint)

-- view loyalty.purchase (profile_id uuid, order_id uuid, place_id uuid, bought_at timestamp with time zone, kept_yen bigint, business_date date)

-- view loyalty.ranked (profile_id uuid, tier_key text, since date, until date, level smallint, score integer, parts jsonb, before jsonb, counted_at timestamp with time zone)

-- function loyalty.award(p_profile uuid, p_profiles uuid[], p_bonus uuid, p_rule text, p_name jsonb, p_subject_kind text, p_subject uuid, p_unit text, p_points bigint, p_most integer, p_budget bigint, p_place uuid, p_business_date date, p_at timestamp with time zone, p_expires timestamp with time zone) returns bigint plpgsql security definer
-- function loyalty.claw_back(p_profile uuid, p_unit text, p_amount bigint, p_order uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, p_reason text) returns void plpgsql security definer
-- function loyalty.counted(p_profiles uuid[], p_by text, p_to date, p_now date, p_before date, p_earlier date) returns TABLE(profile_id uuid, now bigint, before bigint, earlier bigint) plpgsql stable security definer
-- function loyalty.deeds(p_profiles uuid[], p_since timestamp with time zone, p_until timestamp with time zone) returns TABLE(purchases bigint, spend bigint, visits bigint, app bigint, reviews bigint, referrals bigint, last_day date) plpgsql stable security definer
-- function loyalty.draw(p_order_profile uuid, p_profiles uuid[], p_unit text, p_amount bigint, p_mode text, p_hold uuid, p_order uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_expires timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function loyalty.drawn_from(p_order_profile uuid, p_hold uuid) returns uuid sql stable security definer
-- function loyalty.earn(p_profile uuid, p_unit text, p_amount bigint, p_state text, p_lot uuid, p_journal uuid, p_kind text, p_source_kind text, p_source uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_expires timestamp with time zone, p_funding text, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function loyalty.earn_many(p_unit text, p_grants jsonb) returns void plpgsql security definer
-- function loyalty.expire(p_at timestamp with time zone, p_limit integer) returns integer plpgsql security definer
-- function loyalty.fan_due(p_at timestamp with time zone, p_limit integer) returns SETOF uuid sql stable security definer
-- function loyalty.finish_draw(p_order_profile uuid, p_order uuid, p_kind text, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns bigint plpgsql security definer
-- function loyalty.give_back(p_order_profile uuid, p_unit text, p_amount bigint, p_order uuid, p_return uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function loyalty.has_history(p_profiles uuid[]) returns SETOF uuid sql stable security definer
-- function loyalty.lock_account(p_profile uuid, p_unit text) returns loyalty.account plpgsql security definer
-- function loyalty.open_many(p_unit text, p_grants jsonb) returns SETOF uuid plpgsql security definer
-- function loyalty.post(p_profile uuid, p_journal uuid, p_kind text, p_source_kind text, p_source uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, p_reason text, p_unit text, p_postings jsonb) returns void plpgsql security definer
-- function loyalty.put_back(p_order_profile uuid, p_hold uuid, p_amount bigint, p_source_kind text, p_source uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function loyalty.reverse_earned(p_profile uuid, p_order uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function loyalty.reverse_grant(p_profile uuid, p_journal uuid, p_reason text, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function loyalty.reverse_lot(p_profile uuid, p_lot uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns boolean plpgsql security definer
-- function loyalty.savers_after(p_profile uuid, p_limit integer) returns SETOF uuid sql stable security definer
-- function loyalty.settle(p_profile uuid, p_source uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns bigint plpgsql security definer
-- function loyalty.sides_at(p_profiles uuid[], p_unit text, p_at timestamp with time zone) returns TABLE(profile_id uuid, side text, amount bigint) sql stable security definer
-- function loyalty.standing_due(p_day date, p_limit integer) returns SETOF uuid sql stable security definer
-- function loyalty.take_back(p_order_profile uuid, p_profiles uuid[], p_unit text, p_amount bigint, p_order uuid, p_return uuid, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns void plpgsql security definer
-- function loyalty.tier_of(p_profiles uuid[]) returns TABLE(tier_key text, since date, until date) sql stable security definer
-- function loyalty.unopen_many(p_openings jsonb, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text) returns TABLE(journal_id uuid, kept text) plpgsql security definer
-- function loyalty.void_lot(p_profile uuid, p_lot uuid, p_unit text, p_place uuid, p_business_date date, p_at timestamp with time zone, p_actor_kind text, p_actor_id text, p_reason text) returns bigint plpgsql security definer
