-- Which device is a till: the newest row of a name is the one in force, the others say whose it was before. The device makes its key
-- itself; only its hash is kept.
create table access.till (
  device_id text not null,
  version integer not null,
  key_hash bytea not null,
  place_id uuid not null,
  device text,
  bound_at timestamptz not null,
  bound_by text not null,
  approved_by uuid,
  primary key (device_id, version)
);
revoke update, delete on access.till from engawa_app;
