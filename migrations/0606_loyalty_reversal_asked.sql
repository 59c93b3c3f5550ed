-- A correction that one person has asked for and a second is to carry out.
create table loyalty.reversal_asked (
  profile_id uuid not null,
  journal_id uuid not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  primary key (profile_id, journal_id)
);
call core.guard_person('loyalty.reversal_asked');
revoke update on loyalty.reversal_asked from engawa_app;
