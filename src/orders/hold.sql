-- お取り置き: goods set aside for a person, no order until they are paid for at the till.

-- The goods go into a sale: what was set aside is free again inside this very transaction, and the sale takes it.
-- Refused when the hold has ended or is another shop's; whoever locks the row first (a sale, its expiry, she herself) wins.
create or replace function orders.use_hold(
  p_profile uuid, p_hold uuid, p_order uuid, p_place uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
begin
  update orders.hold set state = 'sold', closed_at = p_at, order_id = p_order, remind_at = null, version = version + 1
    where profile_id = p_profile and hold_id = p_hold and place_id = p_place and state = 'held';
  if not found then
    raise exception using errcode = 'EG409', message = 'orders.hold_gone', detail = jsonb_build_object('field', 'hold_id', 'hold_id', p_hold)::text;
  end if;
  perform inventory.close_holds(p_hold, 'released', p_at, p_actor_kind, p_actor_id);
end $$;

-- The card that was to pay for it was declined: the goods, just given back by that order, are set aside again. What she had
-- not wanted then may be another's by now: a hold that is not whole any more stays ended.
create or replace function orders.reopen_hold(
  p_profile uuid, p_hold uuid, p_place uuid, p_lines jsonb, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
begin
  begin
    perform inventory.take(p_place, p_lines, 'set_aside', 'hold', p_hold, p_at, null, p_actor_kind, p_actor_id);
  exception when sqlstate 'EG409' then
    update orders.hold set state = 'released', close_reason = 'payment_failed', order_id = null, version = version + 1
      where profile_id = p_profile and hold_id = p_hold;
    return false;
  end;
  update orders.hold set state = 'held', closed_at = null, order_id = null, version = version + 1 where profile_id = p_profile and hold_id = p_hold;
  return true;
end $$;

-- End a hold without a sale; false when it had ended before.
create or replace function orders.release_hold(
  p_profile uuid, p_hold uuid, p_reason text, p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
begin
  update orders.hold set state = 'released', closed_at = p_at, close_reason = p_reason, remind_at = null, version = version + 1
    where profile_id = p_profile and hold_id = p_hold and state = 'held';
  if not found then return false; end if;
  perform inventory.close_holds(p_hold, 'released', p_at, p_actor_kind, p_actor_id);
  return true;
end $$;
