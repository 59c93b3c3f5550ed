-- Points as double-entry ledger: journals of postings that sum to zero, lots with origin and expiry, accounts as cached sums.
create schema loyalty;
grant usage on schema loyalty to engawa_app;

create table loyalty.account (
  profile_id uuid not null,
  unit text not null,
  available bigint not null default 0 constraint account_available_not_negative check (available >= 0),
  pending bigint not null default 0 constraint account_pending_not_negative check (pending >= 0),
  held bigint not null default 0 constraint account_held_not_negative check (held >= 0),
  debt bigint not null default 0 constraint account_debt_not_negative check (debt >= 0),
  version bigint not null default 0,
  primary key (profile_id, unit)
) with (fillfactor = 70);

create table loyalty.journal (
  profile_id uuid not null,
  journal_id uuid not null,
  kind text not null constraint journal_kind_known check (kind in
    ('earn', 'settle', 'use', 'hold', 'capture', 'release', 'restore', 'claw_back', 'expire', 'open', 'adjust', 'move')),
  source_kind text not null,
  source_id uuid not null,
  place_id uuid,
  business_date date not null,
  event_at timestamptz not null,
  recorded_at timestamptz not null,
  reverses_id uuid,
  actor_kind text not null,
  actor_id text,
  reason text,
  primary key (profile_id, journal_id)
);
create index journal_source on loyalty.journal (profile_id, source_id);

-- side: available | pending | held | debt of the member; issuer:<funding> | redeemed | expired | other of the house.
create table loyalty.posting (
  profile_id uuid not null,
  journal_id uuid not null,
  seq smallint not null,
  unit text not null,
  side text not null,
  amount bigint not null constraint posting_not_zero check (amount <> 0),
  lot_id uuid,
  primary key (profile_id, journal_id, seq)
);

create table loyalty.lot (
  profile_id uuid not null,
  lot_id uuid not null,
  unit text not null,
  source_id uuid not null,
  funding text not null default 'retailer',
  state text not null constraint lot_state_known check (state in ('pending', 'available', 'closed')),
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  original bigint not null constraint lot_original_positive check (original > 0),
  remaining bigint not null,
  primary key (profile_id, lot_id),
  constraint lot_remaining_within check (remaining >= 0 and remaining <= original)
) with (fillfactor = 80);
create index lot_source on loyalty.lot (profile_id, source_id);
create index lot_spendable on loyalty.lot (profile_id, expires_at, granted_at) where state = 'available' and remaining > 0;
create index lot_expiry on loyalty.lot (expires_at) where state = 'available' and remaining > 0;

-- Points set aside while a payment is under way.
create table loyalty.hold (
  profile_id uuid not null,
  hold_id uuid not null,
  unit text not null,
  amount bigint not null,
  split jsonb not null,
  order_id uuid not null,
  state text not null constraint point_hold_state_known check (state in ('held', 'captured', 'released')),
  held_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (profile_id, hold_id)
);
create index point_hold_order on loyalty.hold (profile_id, order_id);

call core.guard_person('loyalty.account');
call core.guard_person('loyalty.journal');
call core.guard_person('loyalty.posting');
call core.guard_person('loyalty.lot');
call core.guard_person('loyalty.hold');
revoke update, delete on loyalty.journal, loyalty.posting from engawa_app;
