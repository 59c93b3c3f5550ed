-- Points beside those an order earns. Accounts are locked first, in profile order, like everywhere; a rule's budget last.

-- Let a bonus stand at p_points: grant it, or take back what is too much. A bonus once granted never grows. Says what it changed.
create or replace function loyalty.award(
  p_profile uuid, p_profiles uuid[], p_bonus uuid, p_rule text, p_name jsonb, p_subject_kind text, p_subject uuid, p_points bigint,
  p_most integer, p_budget bigint, p_place uuid, p_business_date date, p_at timestamptz, p_expires timestamptz) returns bigint
language plpgsql security definer as $$
declare given loyalty.bonus; stands bigint; owner uuid; everyone uuid[] := array(select distinct unnest(p_profiles || p_profile) order by 1);
begin
  foreach owner in array everyone loop
    perform loyalty.lock_account(owner, 'points');
  end loop;
  select * into given from loyalty.bonus b where b.profile_id = p_profile and b.bonus_id = p_bonus;
  if given.bonus_id is null then
    if p_points = 0 then return 0; end if;
    if (select count(*) from loyalty.bonus b where b.profile_id = any (everyone) and b.rule_key = p_rule and b.taken_back < b.points) >= p_most then return 0; end if;
    insert into loyalty.bonus_budget (rule_key) values (p_rule) on conflict do nothing;
    update loyalty.bonus_budget set granted = granted + p_points where rule_key = p_rule and (p_budget is null or granted + p_points <= p_budget);
    if not found then return 0; end if;
    insert into loyalty.bonus (profile_id, bonus_id, rule_key, name, subject_kind, subject_id, place_id, business_date, points, granted_at)
      values (p_profile, p_bonus, p_rule, p_name, p_subject_kind, p_subject, p_place, p_business_date, p_points, p_at);
    perform loyalty.earn(p_profile, 'points', p_points, 'available', p_bonus, p_bonus, 'earn', 'bonus', p_bonus, p_place, p_business_date, p_at, p_expires,
      'retailer', 'system', 'engawa');
    return p_points;
  end if;
  stands := given.points - given.taken_back;
  if p_points >= stands then return 0; end if;
  perform loyalty.take_back(p_profile, p_profiles, 'points', stands - p_points, p_bonus, p_bonus, p_place, p_business_date, p_at, 'system', 'engawa');
  update loyalty.bonus set taken_back = taken_back + stands - p_points where profile_id = p_profile and bonus_id = p_bonus;
  update loyalty.bonus_budget set granted = granted - (stands - p_points) where rule_key = p_rule;
  return p_points - stands;
end $$;
