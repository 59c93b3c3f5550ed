-- The points ledger. Every function locks the member's accounts first, in profile order, then writes a journal whose postings sum to zero.

create or replace function loyalty.post(
  p_profile uuid, p_journal uuid, p_kind text, p_source_kind text, p_source uuid, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text, p_reason text, p_unit text, p_postings jsonb) returns void
language plpgsql security definer as $$
declare total bigint;
begin
  insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, place_id, business_date, event_at, recorded_at, actor_kind, actor_id, reason)
    values (p_profile, p_journal, p_kind, p_source_kind, p_source, p_place, p_business_date, p_at, p_at, p_actor_kind, p_actor_id, p_reason);
  insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id)
    select p_profile, p_journal, p.seq, p_unit, p.item->>'side', (p.item->>'amount')::bigint, (p.item->>'lot_id')::uuid
    from jsonb_array_elements(p_postings) with ordinality as p(item, seq);
  select sum((item->>'amount')::bigint) into total from jsonb_array_elements(p_postings) as item;
  if total <> 0 then raise exception 'journal % does not sum to zero', p_journal; end if;
end $$;

create or replace function loyalty.lock_account(p_profile uuid, p_unit text) returns loyalty.account
language plpgsql security definer as $$
declare found_account loyalty.account;
begin
  select * into found_account from loyalty.account where profile_id = p_profile and unit = p_unit for update;
  if not found then
    insert into loyalty.account (profile_id, unit) values (p_profile, p_unit) on conflict do nothing;
    select * into found_account from loyalty.account where profile_id = p_profile and unit = p_unit for update;
  end if;
  return found_account;
end $$;

-- Grant points as a new lot. Pending points wait for the goods to be handed over; available ones first repay a debt.
create or replace function loyalty.earn(
  p_profile uuid, p_unit text, p_amount bigint, p_state text, p_lot uuid, p_journal uuid, p_kind text, p_source_kind text, p_source uuid,
  p_place uuid, p_business_date date, p_at timestamptz, p_expires timestamptz, p_funding text, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare account loyalty.account; repaid bigint := 0;
begin
  if p_amount = 0 then return; end if;
  -- The account is locked first, like everywhere. Who owes nothing is done in this one step.
  if p_state = 'available' then
    update loyalty.account set version = version + 1, available = available + p_amount where profile_id = p_profile and unit = p_unit and debt = 0;
  else
    update loyalty.account set version = version + 1, pending = pending + p_amount where profile_id = p_profile and unit = p_unit;
  end if;
  if not found then
    account := loyalty.lock_account(p_profile, p_unit);
    if p_state = 'available' then repaid := least(account.debt, p_amount); end if;
    update loyalty.account set version = version + 1, debt = debt - repaid,
        available = available + case when p_state = 'available' then p_amount - repaid else 0 end,
        pending = pending + case when p_state = 'pending' then p_amount else 0 end
      where profile_id = p_profile and unit = p_unit;
  end if;
  with entered as (
    insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, place_id, business_date, event_at, recorded_at, actor_kind, actor_id)
      values (p_profile, p_journal, p_kind, p_source_kind, p_source, p_place, p_business_date, p_at, p_at, p_actor_kind, p_actor_id)
  ), granted as (
    insert into loyalty.lot (profile_id, lot_id, unit, source_id, funding, place_id, state, granted_at, expires_at, original, remaining)
      values (p_profile, p_lot, p_unit, p_source, p_funding, p_place, p_state, p_at, p_expires, p_amount, p_amount - repaid)
  )
  insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id) values
    (p_profile, p_journal, 1, p_unit, 'issuer:' || p_funding, -p_amount, null),
    (p_profile, p_journal, 2, p_unit, p_state, p_amount, p_lot);
  if repaid > 0 then
    insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id) values
      (p_profile, p_journal, 3, p_unit, 'available', -repaid, p_lot),
      (p_profile, p_journal, 4, p_unit, 'debt', repaid, null);
  end if;
end $$;

-- Grant many available lots at once, for orders booked from history and for opening balances. Accounts are locked in profile order first, like everywhere;
-- who owes points repays them first, one grant after the other.
create or replace function loyalty.earn_many(p_unit text, p_grants jsonb) returns void
language plpgsql security definer as $$
declare g record; owner uuid[]; known integer; indebted uuid[];
begin
  select array_agg(distinct x.profile_id order by x.profile_id) into owner from jsonb_to_recordset(p_grants) as x(profile_id uuid);
  for attempt in 1 .. 2 loop
    with locked as (
      select debt, profile_id from loyalty.account where unit = p_unit and profile_id = any (owner) order by profile_id for update
    )
    select count(*), coalesce(array_agg(profile_id) filter (where debt > 0), '{}') into known, indebted from locked;
    exit when known = cardinality(owner);
    insert into loyalty.account (profile_id, unit) select unnest(owner), p_unit on conflict do nothing;
  end loop;

  for g in select x.* from jsonb_to_recordset(p_grants) as x(profile_id uuid, amount bigint, lot_id uuid, journal_id uuid, source_id uuid, place_id uuid,
      business_date date, at timestamptz, expires_at timestamptz, actor_kind text, actor_id text, kind text, source_kind text)
      where x.profile_id = any (indebted) and x.amount > 0 order by x.profile_id, x.at, x.lot_id loop
    perform loyalty.earn(g.profile_id, p_unit, g.amount, 'available', g.lot_id, g.journal_id, coalesce(g.kind, 'earn'),
      coalesce(g.source_kind, 'order'), g.source_id, g.place_id, g.business_date,
      g.at, g.expires_at, 'retailer', g.actor_kind, g.actor_id);
  end loop;

  with given as materialized (
    select x.* from jsonb_to_recordset(p_grants) as x(profile_id uuid, amount bigint, lot_id uuid, journal_id uuid, source_id uuid, place_id uuid,
      business_date date, at timestamptz, recorded_at timestamptz, expires_at timestamptz, actor_kind text, actor_id text, kind text, source_kind text)
    where not x.profile_id = any (indebted) and x.amount > 0
  ), journals as (
    insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, place_id, business_date, event_at, recorded_at, actor_kind, actor_id)
      select profile_id, journal_id, coalesce(kind, 'earn'), coalesce(source_kind, 'order'), source_id, place_id, business_date, at, recorded_at, actor_kind,
        actor_id from given
  ), lots as (
    insert into loyalty.lot (profile_id, lot_id, unit, source_id, funding, place_id, state, granted_at, expires_at, original, remaining)
      select profile_id, lot_id, p_unit, source_id, 'retailer', place_id, 'available', at, expires_at, amount, amount from given
  ), postings as (
    insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id)
      select profile_id, journal_id, 1, p_unit, 'issuer:retailer', -amount, null from given
      union all
      select profile_id, journal_id, 2, p_unit, 'available', amount, lot_id from given
  )
  update loyalty.account a set version = a.version + t.grants, available = a.available + t.amount
    from (select profile_id, count(*) as grants, sum(amount) as amount from given group by 1) t
    where a.profile_id = t.profile_id and a.unit = p_unit;
end $$;

-- Bring many opening balances at once; one that was brought before (its journal stands) is left out. Returns the journals written.
create or replace function loyalty.open_many(p_unit text, p_grants jsonb) returns setof uuid
language plpgsql security definer as $$
declare fresh jsonb;
begin
  insert into loyalty.account (profile_id, unit)
    select distinct x.profile_id, p_unit from jsonb_to_recordset(p_grants) as x(profile_id uuid) order by 1 on conflict do nothing;
  -- Locked before looking: of two imports of the same balance the second waits and finds it there.
  perform from loyalty.account a where a.unit = p_unit
    and a.profile_id in (select x.profile_id from jsonb_to_recordset(p_grants) as x(profile_id uuid)) order by a.profile_id for update;
  select jsonb_agg(g.item) into fresh from jsonb_array_elements(p_grants) g(item)
    where not exists (select from loyalty.journal j where j.profile_id = (g.item->>'profile_id')::uuid and j.journal_id = (g.item->>'journal_id')::uuid);
  if fresh is null then return; end if;
  perform loyalty.earn_many(p_unit, fresh);
  return query select (g.item->>'journal_id')::uuid from jsonb_array_elements(fresh) g(item);
end $$;

-- The goods were handed over: what was pending from this source becomes available. Safe to repeat. Returns the points settled.
create or replace function loyalty.settle(
  p_profile uuid, p_source uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns bigint
language plpgsql security definer as $$
declare account loyalty.account; waiting loyalty.lot; repaid bigint; settled bigint := 0; postings jsonb;
begin
  for waiting in select * from loyalty.lot where profile_id = p_profile and source_id = p_source and state = 'pending' order by lot_id loop
    account := loyalty.lock_account(p_profile, waiting.unit);
    update loyalty.lot set state = 'available' where profile_id = p_profile and lot_id = waiting.lot_id and state = 'pending'
      returning * into waiting;
    if not found or waiting.remaining = 0 then continue; end if;
    repaid := least(account.debt, waiting.remaining);
    postings := jsonb_build_array(
      jsonb_build_object('side', 'pending', 'amount', -waiting.remaining, 'lot_id', waiting.lot_id),
      jsonb_build_object('side', 'available', 'amount', waiting.remaining, 'lot_id', waiting.lot_id));
    if repaid > 0 then
      postings := postings || jsonb_build_array(
        jsonb_build_object('side', 'available', 'amount', -repaid, 'lot_id', waiting.lot_id),
        jsonb_build_object('side', 'debt', 'amount', repaid));
      update loyalty.lot set remaining = remaining - repaid where profile_id = p_profile and lot_id = waiting.lot_id;
    end if;
    perform loyalty.post(p_profile, core.uuid7(p_at), 'settle', 'order', p_source, null, p_business_date, p_at, p_actor_kind, p_actor_id, null, waiting.unit, postings);
    update loyalty.account set version = version + 1, pending = pending - waiting.remaining,
        available = available + waiting.remaining - repaid, debt = debt - repaid
      where profile_id = p_profile and unit = waiting.unit;
    settled := settled + waiting.remaining;
  end loop;
  return settled;
end $$;

-- Draw points for an order from all profiles of the customer, first expiring first. 'use' redeems at once,
-- 'hold' sets them aside until the payment is known. Each profile's part is a journal of its own that balances.
create or replace function loyalty.draw(
  p_order_profile uuid, p_profiles uuid[], p_unit text, p_amount bigint, p_mode text, p_hold uuid, p_order uuid, p_place uuid,
  p_business_date date, p_at timestamptz, p_expires timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare
  owner uuid; the_lot loyalty.lot; need bigint := p_amount; part bigint; split jsonb := '[]'; mine jsonb; total bigint; usable bigint := 0;
  side text := case p_mode when 'use' then 'redeemed' else 'held' end;
begin
  if p_amount = 0 then return; end if;
  for owner in select distinct unnest(p_profiles) order by 1 loop
    perform loyalty.lock_account(owner, p_unit);
  end loop;
  for the_lot in select * from loyalty.lot
      where profile_id = any (p_profiles) and unit = p_unit and state = 'available' and remaining > 0 and expires_at > p_at
      order by expires_at, granted_at, lot_id loop
    usable := usable + the_lot.remaining;
    part := least(need, the_lot.remaining);
    split := split || jsonb_build_object('profile_id', the_lot.profile_id, 'lot_id', the_lot.lot_id, 'amount', part);
    need := need - part;
    exit when need = 0;
  end loop;
  if need > 0 then
    raise exception using errcode = 'EG409', message = 'loyalty.short',
      detail = jsonb_build_object('field', 'points_used', 'wanted', p_amount, 'available', usable)::text;
  end if;
  for owner in select distinct (item->>'profile_id')::uuid from jsonb_array_elements(split) as item order by 1 loop
    select jsonb_agg(jsonb_build_object('side', 'available', 'amount', -(item->>'amount')::bigint, 'lot_id', item->>'lot_id')),
           sum((item->>'amount')::bigint) into mine, total
      from jsonb_array_elements(split) as item where (item->>'profile_id')::uuid = owner;
    update loyalty.lot l set remaining = l.remaining - (item->>'amount')::bigint
      from jsonb_array_elements(split) as item where (item->>'profile_id')::uuid = owner
        and l.profile_id = owner and l.lot_id = (item->>'lot_id')::uuid;
    perform loyalty.post(owner, core.uuid7(p_at), p_mode, 'order', p_order, p_place, p_business_date, p_at, p_actor_kind, p_actor_id, null, p_unit,
      mine || jsonb_build_object('side', side, 'amount', total));
    update loyalty.account set version = version + 1, available = available - total, held = held + case p_mode when 'hold' then total else 0 end
      where profile_id = owner and unit = p_unit;
  end loop;
  insert into loyalty.hold (profile_id, hold_id, unit, amount, split, order_id, state, held_at, expires_at)
    values (p_order_profile, p_hold, p_unit, p_amount, split, p_order, case p_mode when 'use' then 'captured' else 'held' end, p_at, p_expires);
end $$;

-- End what was drawn for an order: 'capture' a hold, 'release' a hold, or 'restore' what was redeemed (cancelled order).
-- Points go back into the lots they came from, with their own expiry: nothing is made fresh, nothing is forfeited. Safe to repeat.
create or replace function loyalty.finish_draw(
  p_order_profile uuid, p_order uuid, p_kind text, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns bigint
language plpgsql security definer as $$
declare drawn loyalty.hold; owner uuid; mine jsonb; total bigint; done bigint := 0;
  from_side text := case p_kind when 'restore' then 'redeemed' else 'held' end;
  from_state text := case p_kind when 'restore' then 'captured' else 'held' end;
begin
  -- Value of gift cards goes back with its payment's refund, as far as the card can still take it; their accounts are locked before members'.
  for drawn in select * from loyalty.hold where profile_id = p_order_profile and order_id = p_order and state = from_state
      and (p_kind <> 'restore' or unit <> 'gift') order by unit <> 'gift', hold_id for update loop
    for owner in select distinct (item->>'profile_id')::uuid from jsonb_array_elements(drawn.split) as item order by 1 loop
      perform loyalty.lock_account(owner, drawn.unit);
      select jsonb_agg(jsonb_build_object('side', 'available', 'amount', (item->>'amount')::bigint, 'lot_id', item->>'lot_id')),
             sum((item->>'amount')::bigint) into mine, total
        from jsonb_array_elements(drawn.split) as item where (item->>'profile_id')::uuid = owner;
      if p_kind = 'capture' then mine := jsonb_build_array(jsonb_build_object('side', 'redeemed', 'amount', total)); end if;
      perform loyalty.post(owner, core.uuid7(p_at), p_kind, 'order', p_order, null, p_business_date, p_at, p_actor_kind, p_actor_id, null, drawn.unit,
        mine || jsonb_build_object('side', from_side, 'amount', -total));
      update loyalty.account set version = version + 1,
          held = held - case p_kind when 'restore' then 0 else total end,
          available = available + case p_kind when 'capture' then 0 else total end
        where profile_id = owner and unit = drawn.unit;
      if p_kind <> 'capture' then
        -- What was left of the lot may have expired meanwhile and closed it: open again, it expires as a whole at the next sweep.
        update loyalty.lot l set state = 'available', remaining = l.remaining + (item->>'amount')::bigint
          from jsonb_array_elements(drawn.split) as item where (item->>'profile_id')::uuid = owner
            and l.profile_id = owner and l.lot_id = (item->>'lot_id')::uuid;
      end if;
    end loop;
    update loyalty.hold set state = case p_kind when 'capture' then 'captured' else 'released' end
      where profile_id = p_order_profile and hold_id = drawn.hold_id;
    done := done + drawn.amount;
  end loop;
  return done;
end $$;

-- Take back points granted by an order: its own pending lot, then what is left of its lot, then other lots by expiry, then debt.
-- (Order of claw-back: research on loyalty ledgers; a debt is repaid by later points and is never a claim for money.)
create or replace function loyalty.claw_back(
  p_profile uuid, p_unit text, p_amount bigint, p_order uuid, p_place uuid, p_business_date date, p_at timestamptz,
  p_actor_kind text, p_actor_id text, p_reason text) returns void
language plpgsql security definer as $$
declare the_lot loyalty.lot; need bigint := p_amount; part bigint; postings jsonb := '[]'; from_pending bigint := 0; from_available bigint := 0;
begin
  if p_amount = 0 then return; end if;
  perform loyalty.lock_account(p_profile, p_unit);
  for the_lot in select * from loyalty.lot
      where profile_id = p_profile and unit = p_unit and remaining > 0 and (state = 'available' or (state = 'pending' and source_id = p_order))
      order by (source_id = p_order) desc, (state = 'pending') desc, expires_at, granted_at, lot_id loop
    exit when need = 0;
    part := least(need, the_lot.remaining);
    update loyalty.lot set remaining = remaining - part where profile_id = p_profile and lot_id = the_lot.lot_id;
    postings := postings || jsonb_build_object('side', the_lot.state, 'amount', -part, 'lot_id', the_lot.lot_id);
    if the_lot.state = 'pending' then from_pending := from_pending + part; else from_available := from_available + part; end if;
    need := need - part;
  end loop;
  if need > 0 then postings := postings || jsonb_build_object('side', 'debt', 'amount', -need); end if;
  perform loyalty.post(p_profile, core.uuid7(p_at), 'claw_back', 'order', p_order, p_place, p_business_date, p_at, p_actor_kind, p_actor_id, p_reason, p_unit,
    postings || jsonb_build_object('side', 'issuer:retailer', 'amount', p_amount));
  update loyalty.account set version = version + 1, pending = pending - from_pending, available = available - from_available, debt = debt + need
    where profile_id = p_profile and unit = p_unit;
end $$;

-- Lots whose day has passed leave the member's account. Returns how many lots.
create or replace function loyalty.expire(p_at timestamptz, p_limit integer) returns integer
language plpgsql security definer as $$
declare the_lot loyalty.lot; expired integer := 0;
begin
  for the_lot in select * from loyalty.lot where state = 'available' and remaining > 0 and expires_at <= p_at order by profile_id, lot_id limit p_limit loop
    perform loyalty.lock_account(the_lot.profile_id, the_lot.unit);
    select * into the_lot from loyalty.lot l where l.profile_id = the_lot.profile_id and l.lot_id = the_lot.lot_id;
    if the_lot.remaining = 0 then continue; end if;
    update loyalty.lot set remaining = 0, state = 'closed' where profile_id = the_lot.profile_id and lot_id = the_lot.lot_id;
    perform loyalty.post(the_lot.profile_id, core.uuid7(p_at), 'expire', 'lot', the_lot.lot_id, null, (p_at at time zone 'Asia/Tokyo')::date, p_at, 'system', 'engawa', null, the_lot.unit,
      jsonb_build_array(jsonb_build_object('side', 'available', 'amount', -the_lot.remaining, 'lot_id', the_lot.lot_id),
                        jsonb_build_object('side', 'expired', 'amount', the_lot.remaining)));
    update loyalty.account set version = version + 1, available = available - the_lot.remaining where profile_id = the_lot.profile_id and unit = the_lot.unit;
    expired := expired + 1;
  end loop;
  return expired;
end $$;

-- Published for desk, segments and measurement: what each profile holds, and the lots behind it that may still be spent.
create or replace view loyalty.holding with (security_invoker = true) as
  select profile_id, unit, available, pending, held, debt from loyalty.account;
create or replace view loyalty.live_lot with (security_invoker = true) as
  select profile_id, lot_id, unit, expires_at, granted_at, remaining from loyalty.lot where state = 'available' and remaining > 0;
