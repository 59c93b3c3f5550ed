-- How each member joined, kept as it was: the profile's own words may be corrected later, the count of a campaign may not.
create table customers.joining (
  profile_id uuid primary key,
  joined_at timestamptz not null,
  route text not null,
  place_id uuid,
  poster_id uuid,
  staff_id uuid
);
create index joining_at on customers.joining (joined_at);
call core.guard_person('customers.joining');
revoke update on customers.joining from engawa_app;
insert into customers.joining (profile_id, joined_at, route, place_id)
  select profile_id, registered_at, coalesce(route, 'unknown'), home_place_id from customers.profile where kind = 'member';

-- An old shop's card with the PIN printed beside it: found by the number's keyed hash, no link to people by key.
create table customers.old_card (
  card_token bytea primary key,
  profile_id uuid not null,
  pin_hash bytea not null,
  imported_at timestamptz not null,
  linked_at timestamptz,
  linked_profile_id uuid,
  merge_id uuid
);
create index old_card_profile on customers.old_card (profile_id);
create index old_card_merge on customers.old_card (merge_id) where merge_id is not null;
