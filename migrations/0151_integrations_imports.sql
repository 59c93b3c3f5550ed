-- An import may be taken back, and the same file brought in again: what it brought is named, and ids of a later turn differ.
alter table integrations.import drop constraint import_once;
alter table integrations.import drop constraint import_state_known;
alter table integrations.import add constraint import_state_known
  check (state in ('running', 'done', 'failed', 'undoing', 'undone', 'partly_undone'));
alter table integrations.import add column turn integer not null default 0;
alter table integrations.import add column undone_at timestamptz;
alter table integrations.import add column undone_by text;
alter table integrations.import add constraint import_once unique (resource, source, file_sha256, map_sha256, turn);

-- What an import brought about people: an order, a member, an opening balance. kept_reason: why an undoing had to leave it.
create table integrations.import_person (
  profile_id uuid not null,
  import_id uuid not null,
  kind text not null constraint import_person_kind_known check (kind in ('order', 'opening', 'customer')),
  subject_id uuid not null,
  undone_at timestamptz,
  kept_reason text,
  primary key (profile_id, import_id, kind, subject_id)
);
create index import_person_of on integrations.import_person (import_id, kind, profile_id) where undone_at is null;
call core.guard_look_up('integrations.import_person');

-- The same about goods: a product that was new, a count of a shelf.
create table integrations.import_thing (
  import_id uuid not null,
  kind text not null constraint import_thing_kind_known check (kind in ('product', 'price', 'count')),
  subject_id uuid not null,
  undone_at timestamptz,
  kept_reason text,
  primary key (import_id, kind, subject_id)
);

-- Why rows were refused, for who looks later: number, field and reason, never the row's values.
create table integrations.import_refusal (
  import_id uuid not null,
  row integer not null,
  field text not null,
  reason_ja text not null,
  reason_en text not null,
  primary key (import_id, row, field)
);
