-- The PIN with which a member spends points when all she shows is a bar code or a card. Slowly hashed under the house's key.
create table customers.spending_pin (
  profile_id uuid primary key,
  pin_hash text not null,
  set_at timestamptz not null
);
call core.guard_person('customers.spending_pin');
alter table customers.scan drop constraint scan_kind_known;
alter table customers.scan add constraint scan_kind_known check (kind in ('qr', 'member_number', 'card', 'pin'));
