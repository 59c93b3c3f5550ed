-- What a return does to points. Accounts are locked in profile order first, like everywhere; each profile's part is a journal that balances.

-- Take back points an order had earned, in this order: what of its own lot still waits, what is left of its own lot, the customer's
-- other lots first-expiring first, and what none of them covers becomes the debt of the profile that ordered (never a claim for money).
create or replace function loyalty.take_back(
  p_order_profile uuid, p_profiles uuid[], p_unit text, p_amount bigint, p_order uuid, p_return uuid, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare
  whole uuid[] := array(select distinct unnest(p_profiles || p_order_profile) order by 1);
  owner uuid; the_lot loyalty.lot; need bigint := p_amount; part bigint; split jsonb := '[]'; mine jsonb; total bigint; waiting bigint;
begin
  if p_amount = 0 then return; end if;
  foreach owner in array whole loop
    perform loyalty.lock_account(owner, p_unit);
  end loop;
  for the_lot in select * from loyalty.lot
      where profile_id = any (whole) and unit = p_unit and remaining > 0
        and (state = 'available' or (state = 'pending' and profile_id = p_order_profile and source_id = p_order))
      order by (profile_id = p_order_profile and source_id = p_order) desc, (state = 'pending') desc, expires_at, granted_at, lot_id loop
    exit when need = 0;
    part := least(need, the_lot.remaining);
    update loyalty.lot set remaining = remaining - part where profile_id = the_lot.profile_id and lot_id = the_lot.lot_id;
    split := split || jsonb_build_object('profile_id', the_lot.profile_id, 'side', the_lot.state, 'amount', -part, 'lot_id', the_lot.lot_id);
    need := need - part;
  end loop;
  if need > 0 then split := split || jsonb_build_object('profile_id', p_order_profile, 'side', 'debt', 'amount', -need); end if;
  foreach owner in array whole loop
    select jsonb_agg(item - 'profile_id'), -sum((item->>'amount')::bigint),
        -coalesce(sum((item->>'amount')::bigint) filter (where item->>'side' = 'pending'), 0)
      into mine, total, waiting from jsonb_array_elements(split) as item where (item->>'profile_id')::uuid = owner;
    continue when mine is null;
    perform loyalty.post(owner, core.uuid7(p_at), 'claw_back', 'return', p_return, p_place, p_business_date, p_at, p_actor_kind, p_actor_id, 'returned', p_unit,
      mine || jsonb_build_object('side', 'issuer:retailer', 'amount', total));
    update loyalty.account set version = version + 1, pending = pending - waiting,
        available = available - (total - waiting - case when owner = p_order_profile then need else 0 end),
        debt = debt + case when owner = p_order_profile then need else 0 end
      where profile_id = owner and unit = p_unit;
  end loop;
end $$;

-- Give back points that had paid for what is returned.
create or replace function loyalty.give_back(
  p_order_profile uuid, p_unit text, p_amount bigint, p_order uuid, p_return uuid, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare drawn uuid;
begin
  if p_amount = 0 then return; end if;
  select hold_id into strict drawn from loyalty.hold
    where profile_id = p_order_profile and order_id = p_order and unit = p_unit and state = 'captured' for update;
  perform loyalty.put_back(p_order_profile, drawn, p_amount, 'return', p_return, p_place, p_business_date, p_at, p_actor_kind, p_actor_id);
end $$;

-- Give back some of what was drawn: into the lots it came from, with those lots' own expiry, the last drawn (the longest living)
-- first. Who owes pays that with what comes back. A lot whose day has passed expires again at the next sweep.
create or replace function loyalty.put_back(
  p_order_profile uuid, p_hold uuid, p_amount bigint, p_source_kind text, p_source uuid, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare
  drawn loyalty.hold; owner uuid; account loyalty.account; item record; need bigint := p_amount; part bigint; owed bigint; skip bigint;
  split jsonb := '[]'; postings jsonb; total bigint; repaid bigint;
begin
  select * into strict drawn from loyalty.hold where profile_id = p_order_profile and hold_id = p_hold and state = 'captured' for update;
  skip := drawn.restored;
  for item in select x.profile_id, x.lot_id, x.amount
      from jsonb_array_elements(drawn.split) with ordinality as e(value, at), jsonb_to_record(e.value) as x(profile_id uuid, lot_id uuid, amount bigint)
      order by e.at desc loop
    exit when need = 0;
    part := greatest(item.amount - skip, 0);
    skip := skip - (item.amount - part);
    part := least(part, need);
    continue when part = 0;
    split := split || jsonb_build_object('profile_id', item.profile_id, 'lot_id', item.lot_id, 'amount', part);
    need := need - part;
  end loop;
  if need > 0 then raise exception 'more given back than order % had used', drawn.order_id; end if;
  update loyalty.hold set restored = restored + p_amount where profile_id = p_order_profile and hold_id = drawn.hold_id;
  for owner in select distinct (value->>'profile_id')::uuid from jsonb_array_elements(split) order by 1 loop
    account := loyalty.lock_account(owner, drawn.unit);
    postings := '[]'; total := 0; repaid := 0;
    for item in select x.lot_id, x.amount
        from jsonb_array_elements(split) with ordinality as e(value, at), jsonb_to_record(e.value) as x(profile_id uuid, lot_id uuid, amount bigint)
        where x.profile_id = owner order by e.at loop
      owed := least(account.debt - repaid, item.amount);
      postings := postings || jsonb_build_object('side', 'available', 'amount', item.amount, 'lot_id', item.lot_id);
      if owed > 0 then
        postings := postings || jsonb_build_object('side', 'available', 'amount', -owed, 'lot_id', item.lot_id)
          || jsonb_build_object('side', 'debt', 'amount', owed);
      end if;
      update loyalty.lot set state = 'available', remaining = remaining + item.amount - owed where profile_id = owner and lot_id = item.lot_id;
      total := total + item.amount;
      repaid := repaid + owed;
    end loop;
    perform loyalty.post(owner, core.uuid7(p_at), 'restore', p_source_kind, p_source, p_place, p_business_date, p_at, p_actor_kind, p_actor_id, 'returned', drawn.unit,
      postings || jsonb_build_object('side', 'redeemed', 'amount', -total));
    update loyalty.account set version = version + 1, available = available + total - repaid, debt = debt - repaid
      where profile_id = owner and unit = drawn.unit;
  end loop;
end $$;
