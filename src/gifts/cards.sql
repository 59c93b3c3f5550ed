-- Gift cards. A card's account in the ledger (unit `gift`, under the card's id) is locked before anything is decided about the card;
-- several in the order of their ids, and cards before members' accounts, so no two calls wait for each other in a circle.

-- Write the cards an order sells. p: {place_id, business_date, expires_at, cards: [{card_id, line_no, value_yen, number_hash, last_four}]}.
create or replace function gifts.add_cards(p jsonb, p_profile uuid, p_order uuid, p_at timestamptz) returns void
language plpgsql security definer as $$
begin
  insert into gifts.card (profile_id, card_id, order_id, line_no, state, value_yen, last_four, place_id, business_date, issued_at, expires_at)
    select p_profile, c.card_id, p_order, c.line_no, 'waiting', c.value_yen, c.last_four, (p->>'place_id')::uuid, (p->>'business_date')::date, p_at,
      (p->>'expires_at')::timestamptz
    from jsonb_to_recordset(p->'cards') as c(card_id uuid, line_no smallint, value_yen bigint, last_four text);
  insert into gifts.card_number (number_hash, card_id, profile_id)
    select decode(c.number_hash, 'hex'), c.card_id, p_profile from jsonb_to_recordset(p->'cards') as c(number_hash text, card_id uuid);
end $$;

-- The money is there: each card holds its value from now on. Safe to repeat.
create or replace function gifts.open_cards(p_profile uuid, p_order uuid, p_at timestamptz, p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare c gifts.card;
begin
  for c in select * from gifts.card where profile_id = p_profile and order_id = p_order and state = 'waiting' order by card_id for update loop
    perform loyalty.earn(c.card_id, 'gift', c.value_yen, 'available', c.card_id, core.uuid7(p_at), 'earn', 'gift_card', c.card_id, c.place_id, c.business_date,
      p_at, c.expires_at, 'paid', p_actor_kind, p_actor_id);
    update gifts.card set state = 'open', version = version + 1 where profile_id = c.profile_id and card_id = c.card_id;
  end loop;
end $$;

-- The money never came.
create or replace function gifts.drop_cards(p_profile uuid, p_order uuid, p_at timestamptz) returns void
language sql security definer as $$
  update gifts.card set state = 'void', closed_at = p_at, closed_reason = 'not_paid', version = version + 1
    where profile_id = p_profile and order_id = p_order and state = 'waiting'
$$;

-- A card with what it holds, locked: state is `expired` once its time is over.
create or replace function gifts.locked_card(p_card uuid, p_at timestamptz, out card gifts.card, out balance_yen bigint, out held_yen bigint)
language plpgsql security definer as $$
declare account record;
begin
  account := loyalty.lock_account(p_card, 'gift');
  select * into card from gifts.card c where c.card_id = p_card;
  if card.state = 'open' and card.expires_at <= p_at then card.state := 'expired'; end if;
  balance_yen := case card.state when 'open' then account.available else 0 end;
  held_yen := account.held;
end $$;

-- Pay with cards, all or none. p: {mode: 'use' | 'hold', until, cards: [{card_id, payment_id, amount_yen, at}]}; 'hold' sets the value aside
-- until the rest of the money is known. `at` is which payment it was, as it was asked.
create or replace function gifts.draw_cards(p jsonb, p_profile uuid, p_order uuid, p_place uuid, p_business_date date, p_at timestamptz, p_actor_kind text, p_actor_id text)
returns void
language plpgsql security definer as $$
declare want record; seen record;
begin
  for want in select * from jsonb_to_recordset(p->'cards') as w(card_id uuid, payment_id uuid, amount_yen bigint, at integer) order by card_id, payment_id loop
    seen := gifts.locked_card(want.card_id, p_at);
    if (seen.card).state is null or (seen.card).state in ('waiting', 'void') then
      raise exception using errcode = 'EG404', message = 'gifts.card_unknown', detail = json_build_object('field', 'payments.' || want.at || '.number')::text;
    elsif (seen.card).state = 'expired' then
      raise exception using errcode = 'EG410', message = 'gifts.card_expired', detail = json_build_object('field', 'payments.' || want.at || '.number')::text;
    elsif seen.balance_yen < want.amount_yen then
      raise exception using errcode = 'EG409', message = 'gifts.card_short',
        detail = json_build_object('field', 'payments.' || want.at || '.amount_yen', 'balance_yen', seen.balance_yen)::text;
    end if;
    perform loyalty.draw(p_profile, array[want.card_id], 'gift', want.amount_yen, p->>'mode', want.payment_id, p_order, p_place, p_business_date, p_at,
      (p->>'until')::timestamptz, p_actor_kind, p_actor_id);
  end loop;
end $$;

-- Give what a payment had taken back to its card, with the card's own expiry. False when the card cannot take it (void, or its time
-- is over): then a person gives it back some other way.
create or replace function gifts.card_back(p_profile uuid, p_order uuid, p_payment uuid, p_yen bigint, p_place uuid, p_business_date date,
  p_at timestamptz, p_actor_kind text, p_actor_id text) returns boolean
language plpgsql security definer as $$
declare seen record;
begin
  seen := gifts.locked_card(loyalty.drawn_from(p_profile, p_payment), p_at);
  if (seen.card).state is distinct from 'open' then return false; end if;
  perform loyalty.put_back(p_profile, p_payment, p_yen, 'order', p_order, p_place, p_business_date, p_at, p_actor_kind, p_actor_id);
  return true;
end $$;

-- Declare a card void: what it held is posted away. Returns what that was, null when it was void before.
-- `p_unused`: only a card that holds all it was sold for. What an order that waits has set aside of it keeps it open.
create or replace function gifts.void_card(p_card uuid, p_reason text, p_unused boolean, p_place uuid, p_business_date date, p_at timestamptz,
  p_actor_kind text, p_actor_id text) returns bigint
language plpgsql security definer as $$
declare seen record; c gifts.card;
begin
  seen := gifts.locked_card(p_card, p_at);
  c := seen.card;
  if c.card_id is null or c.state = 'waiting' then
    raise exception using errcode = 'EG404', message = 'gifts.card_unknown', detail = '{"field": "card_id"}';
  elsif seen.held_yen > 0 then
    raise exception using errcode = 'EG409', message = 'gifts.card_paying', detail = json_build_object('field', 'card_id', 'held_yen', seen.held_yen)::text;
  elsif p_unused and (c.state <> 'open' or seen.balance_yen < c.value_yen) then
    raise exception using errcode = 'EG409', message = 'gifts.card_used', detail = json_build_object('field', 'lines', 'last_four', c.last_four)::text;
  elsif c.state = 'void' then
    return null;
  end if;
  update gifts.card set state = 'void', closed_at = p_at, closed_reason = p_reason, version = version + 1
    where profile_id = c.profile_id and card_id = c.card_id;
  return loyalty.void_lot(p_card, p_card, 'gift', p_place, p_business_date, p_at, p_actor_kind, p_actor_id, p_reason);
end $$;

-- The sale of these lines is undone: their cards are void. Refuses when anything was paid with one of them.
create or replace function gifts.void_sold(p_profile uuid, p_order uuid, p_lines smallint[], p_place uuid, p_business_date date, p_at timestamptz,
  p_actor_kind text, p_actor_id text) returns void
language plpgsql security definer as $$
declare this_card uuid;
begin
  for this_card in select card_id from gifts.card where profile_id = p_profile and order_id = p_order and line_no = any (p_lines) order by card_id loop
    perform gifts.void_card(this_card, 'returned', true, p_place, p_business_date, p_at, p_actor_kind, p_actor_id);
  end loop;
end $$;

-- What a number opens, with what it holds; no row when no card has it.
create or replace function gifts.card_behind(p_hash bytea, p_at timestamptz)
returns table (card_id uuid, state text, value_yen bigint, balance_yen bigint, held_yen bigint, last_four text, place_id uuid, issued_at timestamptz, expires_at timestamptz)
language sql stable security definer as $$
  select c.card_id, case when c.state = 'open' and c.expires_at <= p_at then 'expired' else c.state end, c.value_yen,
    case when c.state = 'open' and c.expires_at > p_at then coalesce(a.available, 0) else 0 end, coalesce(a.held, 0), c.last_four, c.place_id, c.issued_at, c.expires_at
  from gifts.card_number n join gifts.card c on c.profile_id = n.profile_id and c.card_id = n.card_id
  left join loyalty.holding a on a.profile_id = c.card_id and a.unit = 'gift' where n.number_hash = p_hash
$$;

-- The cards an order sold, with what they hold.
create or replace function gifts.cards_of(p_profile uuid, p_order uuid, p_at timestamptz)
returns table (card_id uuid, line_no smallint, state text, value_yen bigint, balance_yen bigint, last_four text, issued_at timestamptz, expires_at timestamptz)
language sql stable security definer as $$
  select c.card_id, c.line_no, case when c.state = 'open' and c.expires_at <= p_at then 'expired' else c.state end, c.value_yen,
    case when c.state = 'open' and c.expires_at > p_at then coalesce(a.available, 0) else 0 end, c.last_four, c.issued_at, c.expires_at
  from gifts.card c left join loyalty.holding a on a.profile_id = c.card_id and a.unit = 'gift'
  where c.profile_id = p_profile and c.order_id = p_order
$$;

-- What the house owed on cards at a moment, by the month (of the shop's business day) they were sold in.
create or replace function gifts.card_liability(p_at timestamptz)
returns table (month text, cards bigint, sold_yen bigint, redeemed_yen bigint, expired_yen bigint, void_yen bigint, held_yen bigint, outstanding_yen bigint)
language sql stable security definer as $$
  select to_char(c.business_date, 'YYYY-MM'), count(distinct c.card_id), coalesce(-sum(s.amount) filter (where s.side = 'issuer:paid'), 0)::bigint,
    coalesce(sum(s.amount) filter (where s.side = 'redeemed'), 0)::bigint, coalesce(sum(s.amount) filter (where s.side = 'expired'), 0)::bigint,
    coalesce(sum(s.amount) filter (where s.side = 'voided'), 0)::bigint, coalesce(sum(s.amount) filter (where s.side = 'held'), 0)::bigint,
    coalesce(sum(s.amount) filter (where s.side in ('available', 'held')), 0)::bigint
  from gifts.card c join loyalty.sides_at(array(select card_id from gifts.card), 'gift', p_at) s on s.profile_id = c.card_id group by 1 order by 1
$$;
