-- Events from outside (sites, apps, servers, tills, sensors): who may send, what came once, what could not be read.
create schema collection;
grant usage on schema collection to engawa_app;

-- A source writes with its key, of which only the hash is kept. The key before a rotation counts until a moment.
create table collection.source (
  source_id uuid primary key,
  name text not null,
  kind text not null,
  place_id uuid,
  mapping jsonb not null default '{}',
  key_hash bytea not null,
  former_hash bytea,
  former_until timestamptz,
  created_at timestamptz not null,
  revoked_at timestamptz,
  version bigint not null default 1,
  constraint source_kind_known check (kind in ('web', 'server', 'pos', 'iot', 'shared'))
);
create unique index source_key on collection.source (key_hash);
create index source_former on collection.source (former_hash) where former_hash is not null;

-- Names of events: those the retailer planned or changed, and those that came without being planned.
create table collection.plan (
  name text primary key,
  planned boolean not null,
  name_ja text,
  name_en text,
  properties jsonb not null default '{}',
  first_seen_at timestamptz,
  changed_at timestamptz not null,
  version bigint not null default 1
);

-- What came already, by the hash of source and message id: a repeat may bear another time and even another person.
create table collection.message (
  event_id uuid primary key,
  seen_at timestamptz not null,
  lasting boolean not null
);
create index message_seen on collection.message (seen_at) where not lasting;

-- How much came, a row a batch: a counter would be one hot row. Older rows are rolled up by day.
create table collection.tally (
  source_id uuid not null,
  tally_id uuid not null,
  at timestamptz not null,
  accepted bigint not null,
  repeated bigint not null,
  rolled boolean not null default false,
  primary key (source_id, tally_id)
);
create index tally_open on collection.tally (at) where not rolled;

-- What could not be read, sealed under the house's key, until it is replayed or its time is over.
create table collection.held (
  item_id uuid primary key,
  source_id uuid not null,
  reason text not null,
  field text,
  event text,
  sealed bytea not null,
  received_at timestamptz not null,
  expires_at timestamptz not null
);
create index held_source on collection.held (source_id, received_at, item_id);
create index held_expires on collection.held (expires_at);

-- What was last told of a person, by the time of the event that told it.
create table collection.trait (
  profile_id uuid not null,
  name text not null,
  sealed bytea,
  occurred_at timestamptz not null,
  event_id uuid not null,
  primary key (profile_id, name)
);
call core.guard_person('collection.trait');

-- Whose a browser's history is: the first person, by the time of her events, who signed in on it. Two people make it shared.
create table collection.claim (
  profile_id uuid not null primary key,
  claimed_by uuid not null,
  claimed_at timestamptz not null,
  merge_id uuid,
  shared boolean not null default false
);
call core.guard_person('collection.claim');
