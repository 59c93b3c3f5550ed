-- An old card belongs to nobody who signs in until she proves its PIN: these two look past the row policies, by the card alone.
create or replace function customers.old_card_of(p_token bytea) returns table (profile_id uuid, pin_hash bytea, linked_at timestamptz)
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select c.profile_id, c.pin_hash, c.linked_at from customers.old_card c where c.card_token = p_token for update
$$;

create or replace function customers.link_old_card(p_token bytea, p_profile uuid, p_merge uuid, p_at timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update customers.old_card set linked_at = p_at, linked_profile_id = p_profile, merge_id = p_merge where card_token = p_token
$$;
