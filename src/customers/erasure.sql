-- Forget these profiles: their keys are destroyed, and with them everything sealed; what stands in clear and what finds them
-- goes too. The row stays, since orders and ledgers stand under it. Again it changes nothing; says how many were forgotten now.
create or replace function customers.erase(p_profiles uuid[], p_at timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_count integer;
begin
  delete from customers.card_step where handle_token in (
    select token from customers.identifier where profile_id = any (p_profiles) and kind = 'handle');
  delete from customers.identifier where profile_id = any (p_profiles);
  delete from customers.search_token where profile_id = any (p_profiles);
  delete from customers.address where profile_id = any (p_profiles);
  delete from customers.spending_pin where profile_id = any (p_profiles);
  delete from customers.old_card where profile_id = any (p_profiles);
  delete from customers.pair where profile_id = any (p_profiles) or other_profile_id = any (p_profiles);
  delete from customers.scan where profile_id = any (p_profiles);
  update customers.profile set wrapped_key = null, sealed = null, birth_year = null, birth_month = null, gender = null,
      prefecture = null, city = null, geohash = null, home_place_id = null, erased_at = p_at, version = version + 1
    where profile_id = any (p_profiles) and erased_at is null;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
