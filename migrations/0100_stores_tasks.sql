-- What needs a person: a collision, a shortfall, money nobody can match. One task for one person, known by ids only.
create table stores.task (
  task_id uuid primary key,
  kind text not null,
  role text not null,
  place_id uuid references stores.place,
  subject_kind text not null,
  subject_id uuid not null,
  detail jsonb not null default '{}',
  state text not null default 'open' constraint task_state_known check (state = any ('{open,resolved}')),
  staff_id uuid,
  opened_at timestamptz not null,
  due_at timestamptz,
  resolved_at timestamptz,
  resolved_by text,
  outcome text,
  -- What the person wrote about it: free text, so sealed under the house's own key.
  sealed_reason bytea,
  version bigint not null default 1,
  constraint task_resolved_whole check ((state = 'resolved') = (resolved_at is not null and resolved_by is not null and outcome is not null))
);
create index task_open on stores.task (opened_at, task_id) where state = 'open';
create index task_subject on stores.task (subject_id);
