-- Where she has things sent: each address sealed under her key.
create table customers.address (
  profile_id uuid not null,
  address_id uuid not null,
  sealed bytea not null,
  preferred boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (profile_id, address_id)
);
call core.guard_person('customers.address');
