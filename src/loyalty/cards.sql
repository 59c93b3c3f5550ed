-- What gift cards need of the ledger beside what members do: their accounts are those of the cards, in the unit `gift`.

-- Post away what a lot still holds (a gift card is declared void). Returns how much that was.
create or replace function loyalty.void_lot(
  p_profile uuid, p_lot uuid, p_unit text, p_place uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text, p_reason text) returns bigint
language plpgsql security definer as $$
declare the_lot loyalty.lot;
begin
  perform loyalty.lock_account(p_profile, p_unit);
  select * into strict the_lot from loyalty.lot where profile_id = p_profile and lot_id = p_lot;
  if the_lot.state <> 'available' or the_lot.remaining = 0 then return 0; end if;
  update loyalty.lot set remaining = 0, state = 'closed' where profile_id = p_profile and lot_id = p_lot;
  perform loyalty.post(p_profile, core.uuid7(p_at), 'void', 'lot', p_lot, p_place, p_business_date, p_at, p_actor_kind, p_actor_id, p_reason, p_unit,
    jsonb_build_array(jsonb_build_object('side', 'available', 'amount', -the_lot.remaining, 'lot_id', p_lot),
                      jsonb_build_object('side', 'voided', 'amount', the_lot.remaining)));
  update loyalty.account set version = version + 1, available = available - the_lot.remaining where profile_id = p_profile and unit = p_unit;
  return the_lot.remaining;
end $$;

-- From whose account a hold was drawn (a gift card's hold: the card).
create or replace function loyalty.drawn_from(p_order_profile uuid, p_hold uuid) returns uuid
language sql stable security definer as $$
  select (split->0->>'profile_id')::uuid from loyalty.hold where profile_id = p_order_profile and hold_id = p_hold
$$;

-- What these accounts had posted on each side by a moment.
create or replace function loyalty.sides_at(p_profiles uuid[], p_unit text, p_at timestamptz) returns table (profile_id uuid, side text, amount bigint)
language sql stable security definer as $$
  select p.profile_id, p.side, sum(p.amount)::bigint from loyalty.posting p
    join loyalty.journal j on j.profile_id = p.profile_id and j.journal_id = p.journal_id
    where p.profile_id = any (p_profiles) and p.unit = p_unit and j.event_at <= p_at group by 1, 2
$$;
