-- How much of a fan a member is, with what each signal brought and what it was before it last moved; counted anew when its time has come.
create table loyalty.fan (
  profile_id uuid primary key,
  level smallint not null constraint fan_level_known check (level between 1 and 5),
  score integer not null,
  parts jsonb not null,
  before jsonb not null,
  counted_at timestamptz not null,
  recount_at timestamptz not null
);
call core.guard_person('loyalty.fan');
revoke delete on loyalty.fan from engawa_app;
create index fan_recount on loyalty.fan (recount_at);
