-- Reverse what an order brought in earned, if nothing of it was used: a journal against its own, the lot is empty. False when points were used.
create or replace function loyalty.reverse_earned(
  p_profile uuid, p_order uuid, p_place uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
declare the_lot loyalty.lot;
begin
  select * into the_lot from loyalty.lot l where l.profile_id = p_profile and l.source_id = p_order and l.unit = 'points';
  if not found then return true; end if;
  return loyalty.reverse_lot(the_lot.profile_id, the_lot.lot_id, p_business_date, p_at, p_actor_kind, p_actor_id);
end $$;

-- Reverse the grant of one lot that is whole. False when some of it was used, repaid a debt or has expired.
create or replace function loyalty.reverse_lot(
  p_profile uuid, p_lot uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
declare granted uuid;
begin
  select j.journal_id into granted from loyalty.lot l
    join loyalty.posting p on p.profile_id = l.profile_id and p.lot_id = l.lot_id and p.amount = l.original
    join loyalty.journal j on j.profile_id = p.profile_id and j.journal_id = p.journal_id and j.kind in ('earn', 'open')
    where l.profile_id = p_profile and l.lot_id = p_lot limit 1;
  return granted is not null and loyalty.reverse_grant(p_profile, granted, 'import_undone', p_business_date, p_at, p_actor_kind, p_actor_id);
end $$;

-- The same by the journal that granted it, for a reason. What a bonus had given no longer stands, and its rule's budget has it again.
create or replace function loyalty.reverse_grant(
  p_profile uuid, p_journal uuid, p_reason text, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
declare the_lot loyalty.lot; granted loyalty.journal; given loyalty.bonus; reversal uuid := core.uuid7(p_at);
begin
  select j.* into granted from loyalty.journal j where j.profile_id = p_profile and j.journal_id = p_journal and j.kind in ('earn', 'open');
  select l.* into the_lot from loyalty.posting p join loyalty.lot l on l.profile_id = p.profile_id and l.lot_id = p.lot_id
    where p.profile_id = p_profile and p.journal_id = p_journal and p.amount = l.original limit 1;
  if the_lot.lot_id is null then return false; end if;
  -- Looked at again under the account's lock: of two who reverse it the second finds it closed.
  perform loyalty.lock_account(p_profile, the_lot.unit);
  select * into the_lot from loyalty.lot l where l.profile_id = p_profile and l.lot_id = the_lot.lot_id;
  if the_lot.state <> 'available' or the_lot.remaining <> the_lot.original then return false; end if;
  insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, place_id, business_date, event_at, recorded_at, reverses_id, actor_kind, actor_id, reason)
    values (p_profile, reversal, 'adjust', case p_reason when 'import_undone' then 'import' else granted.source_kind end, the_lot.source_id, granted.place_id,
      p_business_date, p_at, p_at, granted.journal_id, p_actor_kind, p_actor_id, p_reason);
  insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id) values
    (p_profile, reversal, 1, the_lot.unit, 'available', -the_lot.original, the_lot.lot_id),
    (p_profile, reversal, 2, the_lot.unit, 'issuer:' || the_lot.funding, the_lot.original, null);
  update loyalty.lot set remaining = 0, state = 'closed' where profile_id = p_profile and lot_id = the_lot.lot_id;
  update loyalty.account set version = version + 1, available = available - the_lot.original where profile_id = p_profile and unit = the_lot.unit;
  if granted.source_kind = 'bonus' then
    update loyalty.bonus b set taken_back = b.points where b.profile_id = p_profile and b.bonus_id = granted.source_id returning * into given;
    update loyalty.bonus_budget set granted = bonus_budget.granted - the_lot.original where rule_key = given.rule_key;
  end if;
  return true;
end $$;

-- Reverse many opening balances; each is told with why it was kept.
create or replace function loyalty.unopen_many(p_openings jsonb, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text)
returns table (journal_id uuid, kept text)
language plpgsql security definer as $$
declare g record;
begin
  for g in select x.* from jsonb_to_recordset(p_openings) as x(profile_id uuid, subject_id uuid) order by x.profile_id, x.subject_id loop
    journal_id := g.subject_id;
    kept := case when not loyalty.reverse_lot(g.profile_id, g.subject_id, p_business_date, p_at, p_actor_kind, p_actor_id) then 'points_used' end;
    return next;
  end loop;
end $$;

-- Which of these people have a ledger that tells of more than opening balances and their reversal.
create or replace function loyalty.has_history(p_profiles uuid[]) returns setof uuid
language sql stable security definer as $$
  select distinct j.profile_id from loyalty.journal j
  where j.profile_id = any (p_profiles) and j.kind <> 'open' and not (j.kind = 'adjust' and j.reason = 'import_undone')
    and not exists (select from loyalty.journal r where r.profile_id = j.profile_id and r.reverses_id = j.journal_id)
  union
  select a.profile_id from loyalty.account a where a.profile_id = any (p_profiles) and (a.available <> 0 or a.pending <> 0 or a.held <> 0 or a.debt <> 0)
$$;
