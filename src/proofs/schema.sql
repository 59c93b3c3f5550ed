-- Generated from the database by npm run generate; the migrations are the source.

create schema proofs;

create table proofs.campaign (
  campaign_id uuid not null,
  code text not null,
  state text not null default 'draft'::text,
  version bigint not null default 1,
  written bigint not null default 1,
  name text not null,
  name_en text,
  maker text not null,
  goods jsonb not null,
  starts_on date not null,
  ends_on date not null,
  rate_num integer not null,
  rate_den integer not null,
  serial_points integer not null,
  basis_yen bigint not null,
  planned_sales_yen bigint not null,
  odds_den integer not null,
  coupon_offer_id uuid,
  terms text,
  terms_en text,
  changed_at timestamp with time zone not null,
  constraint campaign_pkey PRIMARY KEY (campaign_id),
  constraint campaign_code_key UNIQUE (code),
  constraint campaign_basis_positive CHECK ((basis_yen > 0)),
  constraint campaign_odds_positive CHECK ((odds_den > 0)),
  constraint campaign_period_forward CHECK ((ends_on >= starts_on)),
  constraint campaign_planned_not_negative CHECK ((planned_sales_yen >= 0)),
  constraint campaign_rate_den_positive CHECK ((rate_den > 0)),
  constraint campaign_rate_not_negative CHECK ((rate_num >= 0)),
  constraint campaign_serial_not_negative CHECK ((serial_points >= 0)),
  constraint campaign_state_known CHECK ((state = ANY ('{draft,live,stopped}'::text[])))
);
grant select, insert, update, delete on proofs.campaign to engawa_app;

create table proofs.override (
  campaign_id uuid not null,
  written bigint not null,
  rule text not null,
  reason text not null,
  staff_id uuid not null,
  overridden_at timestamp with time zone not null,
  constraint override_pkey PRIMARY KEY (campaign_id, written, rule),
  constraint override_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES proofs.campaign(campaign_id)
);
grant select, insert on proofs.override to engawa_app;

create table proofs.prize (
  prize_id uuid not null,
  campaign_id uuid not null,
  seq smallint not null,
  name text not null,
  name_en text,
  value_yen bigint not null,
  quantity integer not null,
  left_count integer not null,
  first_number integer not null,
  odds_num integer not null,
  starts_on date not null,
  ends_on date not null,
  constraint prize_pkey PRIMARY KEY (prize_id),
  constraint prize_left_within CHECK (((left_count >= 0) AND (left_count <= quantity))),
  constraint prize_odds_positive CHECK ((odds_num > 0)),
  constraint prize_quantity_positive CHECK ((quantity > 0)),
  constraint prize_value_positive CHECK ((value_yen > 0))
);
CREATE INDEX prize_of_campaign ON proofs.prize USING btree (campaign_id, seq);
grant select, insert, delete on proofs.prize to engawa_app;

create table proofs.proof (
  profile_id uuid not null,
  proof_id uuid not null,
  campaign_id uuid not null,
  kind text not null,
  state text not null,
  doubt text,
  variant_id uuid not null,
  price_yen bigint,
  bought_on date,
  place_id uuid,
  sealed bytea,
  sealed_photo bytea,
  entered_at timestamp with time zone not null,
  entered_on date not null,
  keep_until timestamp with time zone not null,
  settled_at timestamp with time zone,
  points bigint not null default 0,
  draw_number integer,
  prize_id uuid,
  prize_state text,
  coupon_id uuid,
  decided_by uuid,
  constraint proof_pkey PRIMARY KEY (profile_id, proof_id),
  constraint proof_doubt_known CHECK ((doubt = ANY ('{price,twin}'::text[]))),
  constraint proof_kind_known CHECK ((kind = ANY ('{receipt,serial}'::text[]))),
  constraint proof_prize_stands CHECK (((prize_id IS NULL) = (prize_state IS NULL))),
  constraint proof_prize_state_known CHECK ((prize_state = ANY ('{won,given}'::text[]))),
  constraint proof_receipt_whole CHECK (((kind = 'serial'::text) OR ((price_yen IS NOT NULL) AND (bought_on IS NOT NULL)))),
  constraint proof_state_known CHECK ((state = ANY ('{kept,review,settled,refused,lapsed}'::text[])))
);
CREATE INDEX proof_by_id ON proofs.proof USING btree (proof_id);
CREATE INDEX proof_kept ON proofs.proof USING btree (keep_until) WHERE (state = 'kept'::text);
CREATE INDEX proof_of_campaign ON proofs.proof USING btree (campaign_id, state, entered_at);
alter table proofs.proof enable row level security;
create policy person on proofs.proof to engawa_app using ((( SELECT core.sees_everyone() AS sees_everyone) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select on proofs.proof to engawa_app;

create table proofs.serial (
  token_hash bytea not null,
  campaign_id uuid not null,
  made_at timestamp with time zone not null,
  constraint serial_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX serial_of_campaign ON proofs.serial USING btree (campaign_id);
grant select, insert on proofs.serial to engawa_app;

create table proofs.used (
  proof_hash bytea not null,
  campaign_id uuid not null,
  likeness bytea,
  profile_id uuid not null,
  proof_id uuid not null,
  used_at timestamp with time zone not null,
  constraint used_pkey PRIMARY KEY (proof_hash)
);
CREATE INDEX used_alike ON proofs.used USING btree (likeness) WHERE (likeness IS NOT NULL);
CREATE INDEX used_by_proof ON proofs.used USING btree (proof_id);
alter table proofs.used enable row level security;
create policy person on proofs.used to engawa_app using ((( SELECT core.looks_up() AS looks_up) OR (profile_id = ANY (( SELECT core.scope_profiles() AS scope_profiles)::uuid[]))));
grant select on proofs.used to engawa_app;

-- function proofs.decide(p_profile uuid, p_proof uuid, p_accept boolean, p_staff uuid) returns boolean plpgsql security definer
-- function proofs.enter(p jsonb, p_profile uuid, p_at timestamp with time zone) returns text plpgsql security definer
-- function proofs.figures(p_campaigns uuid[]) returns TABLE(campaign_id uuid, entries integer, waiting integer, kept integer, points bigint, won integer, serials integer) sql stable security definer
-- function proofs.forget(p_profiles uuid[]) returns void sql security definer
-- function proofs.give(p_profile uuid, p_proof uuid, p_staff uuid) returns boolean plpgsql security definer
-- function proofs.hand_coupon(p_profile uuid, p_proof uuid, p_coupon uuid) returns void sql security definer
-- function proofs.lapse(p_at timestamp with time zone, p_limit integer) returns integer plpgsql security definer
-- function proofs.settle(p_profile uuid, p_proof uuid, p_points bigint, p_number integer, p_at timestamp with time zone, p_business_date date, p_expires timestamp with time zone, p_actor_kind text, p_actor_id text, OUT changed boolean, OUT prize uuid) returns record plpgsql security definer
