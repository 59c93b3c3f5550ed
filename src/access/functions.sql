-- Put a look at a person on record in the same trip as the look: one entry for each profile she has.
create or replace function access.record(
  p_profiles uuid[], p_action text, p_actor_kind text, p_actor_id text, p_place uuid, p_detail jsonb, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into access.audit (profile_id, at, audit_id, actor_kind, actor_id, action, place_id, detail)
    select profile, p_at, core.uuid7(p_at), p_actor_kind, p_actor_id, p_action, p_place, p_detail from unnest(p_profiles) profile;
end $$;

-- The record of looks at people is nobody's to change; what is older than it has to be kept goes, a few at a time.
create or replace function access.forget_audit(p_before timestamptz, p_limit integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_gone integer;
begin
  delete from access.audit where (profile_id, at, audit_id) in (
    select profile_id, at, audit_id from access.audit where at < p_before limit p_limit);
  get diagnostics v_gone = row_count;
  return v_gone;
end $$;
