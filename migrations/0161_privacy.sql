-- Who asked to be forgotten, and when: what a restored backup is held against. Ids only.
create schema privacy;
grant usage on schema privacy to engawa_app;
create table privacy.erasure (
  profile_id uuid not null,
  erasure_id uuid not null,
  erased_at timestamptz not null,
  reason text not null,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, erasure_id)
);
create index erasure_recent on privacy.erasure (erased_at);
call core.guard_person('privacy.erasure');
revoke update, delete on privacy.erasure from engawa_app;
