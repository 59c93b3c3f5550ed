-- The tier a member stands in, and until which day it holds by itself: then, and with each purchase, it is looked at anew.
create table loyalty.standing (
  profile_id uuid primary key,
  tier_key text,
  since date not null,
  until date not null,
  by text not null constraint standing_by_known check (by in ('yen', 'purchases', 'credit')),
  counted bigint not null,
  period_from date not null,
  period_to date not null,
  rules text not null,
  decided_at timestamptz not null,
  constraint standing_period check (period_from <= period_to),
  constraint standing_counted_not_negative check (counted >= 0)
);
call core.guard_person('loyalty.standing');
revoke delete on loyalty.standing from engawa_app;
create index standing_until on loyalty.standing (until);
