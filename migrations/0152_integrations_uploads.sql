-- Files that are sent to be imported, in sealed pieces: every process may read them, and they go when their time is over.
-- content_id names the pieces of one sending; a sending that broke off is never read, the next one has an id of its own.
create table integrations.upload (
  upload_id uuid primary key,
  file_name text not null,
  content_id uuid,
  bytes bigint,
  sha256 bytea,
  resource text,
  map text,
  on_conflict text,
  made_by text not null,
  created_at timestamptz not null
);
create index upload_age on integrations.upload (created_at);

create table integrations.upload_piece (
  content_id uuid not null,
  piece integer not null,
  upload_id uuid not null,
  sealed bytea not null,
  primary key (content_id, piece)
);
create index upload_piece_of on integrations.upload_piece (upload_id);

-- An import that was asked for by the API is a worker's to do. due: what is still to be done; taken_at: since when somebody
-- is at it; actor: in whose name; rows_total: as soon as they are counted.
-- Its id is made of what was unique here: the same resource, source, file, map and turn have the same id.
alter table integrations.import drop constraint import_once;
alter table integrations.import add column upload_id uuid;
alter table integrations.import add column map text;
alter table integrations.import add column on_conflict text;
alter table integrations.import add column actor jsonb;
alter table integrations.import add column due text constraint import_due_known check (due in ('import', 'undoing'));
alter table integrations.import add column asked_at timestamptz;
alter table integrations.import add column taken_at timestamptz;
alter table integrations.import add column rows_total bigint;
alter table integrations.import add column problem jsonb;
create index import_due on integrations.import (asked_at, import_id) where due is not null;
