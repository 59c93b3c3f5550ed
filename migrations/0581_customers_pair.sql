-- Two records that may be one person, for somebody to look at. Of the two the smaller id names the row, so that a pair is there
-- once whoever finds it; what was decided stays, so that a pair that was parted is not proposed again.
create table customers.pair (
  profile_id uuid not null,
  other_profile_id uuid not null,
  pair_id uuid not null,
  -- alike: the records' fields agree; met: one event named both by identifiers that are each one's own.
  found_by text not null constraint pair_found_by_known check (found_by in ('alike', 'met')),
  probability real,
  -- What each field said: its name and level in both languages, and its weight in bits. Never a value.
  reasons jsonb not null,
  state text not null default 'open' constraint pair_state_known check (state in ('open', 'accepted', 'rejected')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by_kind text,
  decided_by text,
  merge_id uuid,
  constraint pair_in_order check (profile_id < other_profile_id),
  constraint pair_decided_whole check ((state = 'open') = (decided_at is null)),
  constraint pair_merged check (merge_id is null or state = 'accepted'),
  primary key (profile_id, other_profile_id)
);
create index pair_named on customers.pair (pair_id);
create index pair_other on customers.pair (other_profile_id);
create index pair_queue on customers.pair (probability desc, pair_id) where state = 'open';
call core.guard_person('customers.pair');
