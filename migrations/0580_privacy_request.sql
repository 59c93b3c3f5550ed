-- What people ask of the privacy desk by telephone, letter or at the counter, and by when the house answers. Words of their own
-- are not kept here: what was asked, what came of it and why are each one of a few, so that nothing is left to be forgotten.
create table privacy.request (
  profile_id uuid not null,
  request_id uuid not null,
  kind text not null constraint request_kind_known check (kind in ('see', 'export', 'correct', 'stop', 'erase')),
  via text not null constraint request_via_known check (via in ('phone', 'letter', 'counter', 'mail')),
  -- For stop: these uses only; none names every use that may be stopped.
  purposes text[] not null default '{}',
  received_on date not null,
  due_on date not null,
  state text not null default 'open' constraint request_state_known check (state in ('open', 'done', 'refused')),
  because text,
  received_at timestamptz not null,
  received_by_kind text not null,
  received_by text,
  closed_at timestamptz,
  closed_by_kind text,
  closed_by text,
  constraint request_closed_whole check ((state = 'open') = (closed_at is null)),
  constraint request_refused_because check ((state = 'refused') = (because is not null)),
  primary key (profile_id, request_id)
);
create index request_named on privacy.request (request_id);
create index request_due on privacy.request (state, due_on, request_id);
call core.guard_person('privacy.request');
revoke delete on privacy.request from engawa_app;
