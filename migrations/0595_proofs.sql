-- Proofs of purchase: what somebody bought elsewhere of a maker's campaign, told by a receipt or a serial, and what it brought.
create schema proofs;
grant usage on schema proofs to engawa_app;

create table proofs.campaign (
  campaign_id uuid primary key,
  -- What the QR code on the shelf says.
  code text not null constraint campaign_code_key unique,
  state text not null default 'draft' constraint campaign_state_known check (state = any ('{draft,live,stopped}')),
  version bigint not null default 1,
  -- The version in which its words were last written: a rule is set aside for this, and for nothing written later.
  written bigint not null default 1,
  name text not null,
  name_en text,
  maker text not null,
  goods jsonb not null,
  -- Days of the shop, both counted.
  starts_on date not null,
  ends_on date not null,
  rate_num integer not null constraint campaign_rate_not_negative check (rate_num >= 0),
  rate_den integer not null constraint campaign_rate_den_positive check (rate_den > 0),
  serial_points integer not null constraint campaign_serial_not_negative check (serial_points >= 0),
  -- The cheapest of its goods, and what it is to sell: the law's measures of what may be given with it.
  basis_yen bigint not null constraint campaign_basis_positive check (basis_yen > 0),
  planned_sales_yen bigint not null constraint campaign_planned_not_negative check (planned_sales_yen >= 0),
  odds_den integer not null constraint campaign_odds_positive check (odds_den > 0),
  coupon_offer_id uuid,
  terms text,
  terms_en text,
  changed_at timestamptz not null,
  constraint campaign_period_forward check (ends_on >= starts_on)
);

create table proofs.override (
  campaign_id uuid not null references proofs.campaign,
  written bigint not null,
  rule text not null,
  reason text not null,
  staff_id uuid not null,
  overridden_at timestamptz not null,
  primary key (campaign_id, written, rule)
);
revoke update, delete on proofs.override from engawa_app;

-- A draw gives a number from 0 to odds_den - 1; a prize is won by those from first_number on, odds_num of them, while some are left.
create table proofs.prize (
  prize_id uuid primary key,
  campaign_id uuid not null,
  seq smallint not null,
  name text not null,
  name_en text,
  value_yen bigint not null constraint prize_value_positive check (value_yen > 0),
  quantity integer not null constraint prize_quantity_positive check (quantity > 0),
  left_count integer not null constraint prize_left_within check (left_count between 0 and quantity),
  first_number integer not null,
  odds_num integer not null constraint prize_odds_positive check (odds_num > 0),
  starts_on date not null,
  ends_on date not null
);
create index prize_of_campaign on proofs.prize (campaign_id, seq);

-- Serials by the keyed hash of what is printed; what is printed is told once, when they are made.
create table proofs.serial (
  token_hash bytea primary key,
  campaign_id uuid not null,
  made_at timestamptz not null
);
create index serial_of_campaign on proofs.serial (campaign_id);
revoke update, delete on proofs.serial from engawa_app;

create table proofs.proof (
  profile_id uuid not null,
  proof_id uuid not null,
  campaign_id uuid not null,
  kind text not null constraint proof_kind_known check (kind = any ('{receipt,serial}')),
  state text not null constraint proof_state_known check (state = any ('{kept,review,settled,refused,lapsed}')),
  -- Why somebody of the house looks at it first.
  doubt text constraint proof_doubt_known check (doubt = any ('{price,twin}')),
  variant_id uuid not null,
  price_yen bigint,
  bought_on date,
  -- A shop of ours, when it is one.
  place_id uuid,
  -- The shop as she wrote it and the number, under her key; and a picture of the receipt.
  sealed bytea,
  sealed_photo bytea,
  entered_at timestamptz not null,
  entered_on date not null,
  keep_until timestamptz not null,
  settled_at timestamptz,
  points bigint not null default 0,
  draw_number integer,
  prize_id uuid,
  prize_state text constraint proof_prize_state_known check (prize_state = any ('{won,given}')),
  coupon_id uuid,
  decided_by uuid,
  primary key (profile_id, proof_id),
  constraint proof_receipt_whole check (kind = 'serial' or (price_yen is not null and bought_on is not null)),
  constraint proof_prize_stands check ((prize_id is null) = (prize_state is null))
);
create index proof_by_id on proofs.proof (proof_id);
create index proof_of_campaign on proofs.proof (campaign_id, state, entered_at);
create index proof_kept on proofs.proof (keep_until) where state = 'kept';

-- What may be told once, whoever tells it: by a keyed hash of the receipt or the serial. `likeness` is the same of all but its shop's name.
create table proofs.used (
  proof_hash bytea primary key,
  campaign_id uuid not null,
  likeness bytea,
  profile_id uuid not null,
  proof_id uuid not null,
  used_at timestamptz not null
);
create index used_by_proof on proofs.used (proof_id);
create index used_alike on proofs.used (likeness) where likeness is not null;

call core.guard_person('proofs.proof');
call core.guard_look_up('proofs.used');
revoke insert, update, delete on proofs.proof, proofs.used from engawa_app;
revoke update, delete on proofs.prize from engawa_app;
grant delete on proofs.prize to engawa_app;
