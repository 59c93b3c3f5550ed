-- A person who is erased has no tags, and nothing she wished forgotten.
create or replace function tags.forget(p_profiles uuid[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from tags.standing where profile_id = any (p_profiles);
  delete from tags.forgotten where profile_id = any (p_profiles)
$$;

-- Published for segments and desk: what is concluded of whom; what is sensitive is hers alone.
create or replace view tags.membership with (security_invoker = true) as
  select m.profile_id, m.tag_id, t.name, t.name_en, m.since, m.reach, m.reached_at, m.half_life_days, m.until_at, m.evidence
  from tags.standing m join tags.tag t using (tag_id)
  where t.state = 'live' and not coalesce((t.rule->>'sensitive')::boolean, false);

-- Published for segments: from which of them she wants to be left out, by whichever of her profiles.
create or replace view tags.left_out with (security_invoker = true) as
  select p.customer_id, f.fact as segment_id from tags.forgotten f join customers.facts p using (profile_id) where f.kind = 'segment';
