-- The timeline: one append-only log of everything that happens in any channel, and the marks it leaves for work to do.
create schema activity;
grant usage on schema activity to engawa_app;

create table activity.event (
  profile_id uuid not null,
  occurred_at timestamptz not null,
  event_id uuid not null,
  type text not null,
  source text not null,
  channel text,
  place_id uuid,
  subject_kind text,
  subject_id uuid,
  version bigint,
  actor_kind text not null default 'system',
  actor_id text,
  payload jsonb not null default '{}',
  sealed bytea,
  received_at timestamptz not null,
  primary key (profile_id, occurred_at, event_id)
) partition by range (occurred_at);
create table activity.event_default partition of activity.event default;
-- Only through the log itself, where row policies apply.
revoke all on activity.event_default from engawa_app;
create index event_received on activity.event (received_at, event_id);
create index event_subject on activity.event (subject_id) where subject_id is not null;
call core.guard_person('activity.event');
revoke update, delete on activity.event from engawa_app;

-- One row per reaction that an event still awaits; deleted in the transaction that records the effect.
create table activity.pending (
  profile_id uuid not null,
  event_id uuid not null,
  reaction text not null,
  occurred_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  handed_until timestamptz,
  last_error text,
  primary key (profile_id, event_id, reaction)
);
create index pending_due on activity.pending (due_at);

-- A person whose summaries are out of date. However many events came, one row, one recompute.
create table activity.dirty (
  profile_id uuid primary key,
  marked_at timestamptz not null,
  mark bigint not null default 1
);
