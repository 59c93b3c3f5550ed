-- A company's debt is a ledger: every change goes through business.enter, which keeps the balances beside it.

create or replace function business.enter(
  p_profile uuid, p_entry uuid, p_kind text, p_open bigint, p_owed bigint, p_source uuid, p_business_date date, p_taxes jsonb, p_note text,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
begin
  insert into business.entry (profile_id, entry_id, kind, open_yen, owed_yen, source_id, business_date, taxes, note, entered_at, actor_kind, actor_id)
    values (p_profile, p_entry, p_kind, p_open, p_owed, p_source, p_business_date, p_taxes, p_note, p_at, p_actor_kind, p_actor_id)
    on conflict do nothing;
  if not found then return false; end if;
  if p_kind <> 'ordered' then
    update business.account set open_yen = open_yen + p_open, owed_yen = owed_yen + p_owed where profile_id = p_profile;
  end if;
  return true;
end $$;

-- An order for an account: its prices are still those of the list, and what it puts on the account fits under the limit.
-- Check and write are one statement, so orders at the same moment cannot exceed it together.
-- p: {profile_id, list_version, credit_yen, entry_id}
create or replace function business.order(
  p jsonb, p_order uuid, p_order_profile uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare account business.account; credit bigint := p->>'credit_yen';
begin
  update business.account set open_yen = open_yen + credit
    where profile_id = (p->>'profile_id')::uuid and state = 'active' and (credit = 0 or owed_yen + open_yen + credit <= credit_limit_yen)
    returning * into account;
  if not found then
    select * into account from business.account where profile_id = (p->>'profile_id')::uuid;
    if account.state is distinct from 'active' then
      raise exception using errcode = 'EG409', message = 'business.suspended', detail = '{"field": "account_id"}';
    end if;
    raise exception using errcode = 'EG409', message = 'business.over_limit', detail = jsonb_build_object('field', 'payments',
      'available_yen', greatest(account.credit_limit_yen - account.owed_yen - account.open_yen, 0), 'wanted_yen', credit)::text;
  end if;
  perform from business.price_list where price_list_id = account.price_list_id and version = (p->>'list_version')::bigint for share;
  if not found then
    raise exception using errcode = 'EG409', message = 'orders.price_stale', detail = '{"field": "lines"}';
  end if;
  insert into business.purchase (profile_id, order_id, order_profile_id, credit_yen, state, ordered_at)
    values (account.profile_id, p_order, p_order_profile, credit, case when credit > 0 then 'open' else 'paid' end, p_at);
  if credit > 0 then
    perform business.enter(account.profile_id, (p->>'entry_id')::uuid, 'ordered', credit, 0, p_order, p_business_date, null, null, p_at, p_actor_kind, p_actor_id);
  end if;
end $$;

-- The order left or was given up: what it held of the limit is let go; delivered, it is owed. A repeat, or an order of no
-- account, changes nothing. Returns the account it was for.
create or replace function business.close_purchase(
  p_order uuid, p_outcome text, p_entry uuid, p_owed bigint, p_taxes jsonb, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text) returns uuid
language plpgsql security definer as $$
declare bought business.purchase;
begin
  update business.purchase set state = p_outcome where order_id = p_order and state = 'open' returning * into bought;
  if not found then return null; end if;
  if bought.credit_yen > 0 then
    perform business.enter(bought.profile_id, p_entry, p_outcome, -bought.credit_yen, case p_outcome when 'delivered' then p_owed else 0 end, p_order,
      p_business_date, case p_outcome when 'delivered' then p_taxes end, null, p_at, p_actor_kind, p_actor_id);
  end if;
  return bought.profile_id;
end $$;

-- Published for desk and measurement: what companies owe.
create or replace view business.receivable with (security_invoker = true) as
  select profile_id, company_name, state, credit_limit_yen, owed_yen, open_yen from business.account;
