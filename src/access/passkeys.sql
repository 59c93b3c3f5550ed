-- Read and noted before anybody is signed in, so past the row policies.
create or replace function access.passkey_by_credential(p_hash bytea, p_kind text)
returns table (credential_id bytea, public_key bytea, counter bigint, transports text[], rp_id text, owner_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.credential_id, k.public_key, k.counter, k.transports, k.rp_id, case p_kind when 'member' then k.profile_id else k.staff_id end
  from access.passkey k
  where k.credential_hash = p_hash and case p_kind when 'member' then k.profile_id else k.staff_id end is not null
$$;

-- Used now; false when the counter went back meanwhile, which a copied key does. Synced passkeys always count 0.
create or replace function access.note_passkey_use(p_hash bytea, p_counter bigint, p_backed_up boolean, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.passkey set counter = p_counter, backed_up = p_backed_up, used_at = p_at
    where credential_hash = p_hash and (p_counter > counter or (p_counter = 0 and counter = 0));
  return found;
end $$;
