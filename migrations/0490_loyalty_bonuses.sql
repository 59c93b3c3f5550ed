-- What was granted beside the points an order earns: by which rule, for what, and how much of it was taken back since.
create table loyalty.bonus (
  profile_id uuid not null,
  bonus_id uuid not null,
  rule_key text not null,
  name jsonb not null,
  subject_kind text not null constraint bonus_subject_known check (subject_kind in ('order', 'profile')),
  subject_id uuid not null,
  place_id uuid,
  business_date date not null,
  points bigint not null constraint bonus_positive check (points > 0),
  taken_back bigint not null default 0,
  granted_at timestamptz not null,
  constraint bonus_taken_back_within check (taken_back between 0 and points),
  primary key (profile_id, bonus_id)
);
call core.guard_person('loyalty.bonus');
revoke update, delete on loyalty.bonus from engawa_app;

-- What a rule has granted to all, less what was taken back: no budget is passed by a point.
create table loyalty.bonus_budget (
  rule_key text primary key,
  granted bigint not null default 0 constraint bonus_budget_not_negative check (granted >= 0)
);
revoke insert, update, delete on loyalty.bonus_budget from engawa_app;
