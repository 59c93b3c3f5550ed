-- Ways in: tries counted for all processes together, tickets good for one use, passkeys, sessions one can tell apart.
create table access.tries (
  subject bytea primary key,
  count integer not null,
  since timestamptz not null,
  free_at timestamptz
);
create index tries_since on access.tries (since);

-- A challenge, a state, a proof on its way: found by its hash, used once, soon stale.
create table access.ticket (
  ticket_hash bytea primary key,
  purpose text not null,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index ticket_expiry on access.ticket (expires_at);

-- Unique across people by credential; the name its owner gave it is sealed under her key.
create table access.passkey (
  credential_hash bytea primary key,
  passkey_id uuid not null,
  profile_id uuid,
  staff_id uuid,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  rp_id text not null,
  transports text[] not null default '{}',
  device_type text not null constraint passkey_device_type_known check (device_type in ('singleDevice', 'multiDevice')),
  backed_up boolean not null,
  sealed_name bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_one_owner check ((profile_id is null) <> (staff_id is null))
);
create index passkey_profile on access.passkey (profile_id) where profile_id is not null;
create index passkey_staff on access.passkey (staff_id) where staff_id is not null;
call core.guard_person('access.passkey');

alter table access.session add column method text, add column device text, add column seen_at timestamptz;
create index session_by_id on access.session (session_id);
create index session_staff on access.session (staff_id) where staff_id is not null;
