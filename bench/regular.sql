-- A regular customer's past, under :'profile': 200 orders of three lines over a year and 5,000 events, points and visits with them.
insert into orders."order" (profile_id, order_id, number, channel, way, state, place_id, supply_mode, business_date, placed_at, items_yen, total_yen, points_earned, taxes, done_at)
  select :'profile'::uuid, md5('regular' || n)::uuid, 'R' || n, case n % 4 when 0 then 'ec' else 'till' end, case n % 4 when 0 then 'ship' else 'carry' end, 'done',
    md5('place' || 1 + n % 5)::uuid, 'take_away', at::date, at, 330, 330, 3, '[{"rate_num": 10, "rate_den": 100, "taxable_yen": 330, "tax_yen": 30}]', at
  from (select n, :'at'::timestamptz - n * interval '44 hours' as at from generate_series(0, 199) n) h;
insert into orders.reference (order_id, profile_id) select order_id, profile_id from orders."order" where profile_id = :'profile';
insert into orders.number (number, order_id, profile_id) select number, order_id, profile_id from orders."order" where profile_id = :'profile';
insert into orders.line (profile_id, order_id, line_no, variant_id, name, quantity, unit_yen, amount_yen, tax_category, rate_num, rate_den)
  select profile_id, order_id, l, md5('variant' || (substr(number, 2)::integer * 7 + l) % 500)::uuid, '商品', 1, 110, 110, 'standard', 10, 100
  from orders."order", generate_series(1, 3) l where profile_id = :'profile';
insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, state, created_at, settled_at)
  select profile_id, order_id, order_id, 'recorded', 330, 'captured', placed_at, placed_at from orders."order" where profile_id = :'profile';
insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, business_date, event_at, recorded_at, actor_kind)
  select profile_id, order_id, 'earn', 'order', order_id, business_date, placed_at, placed_at, 'system' from orders."order" where profile_id = :'profile';
insert into loyalty.lot (profile_id, lot_id, unit, source_id, state, granted_at, expires_at, original, remaining)
  select profile_id, order_id, 'points', order_id, 'available', placed_at, date_trunc('day', placed_at) + interval '2 years', 3, 3
  from orders."order" where profile_id = :'profile';
insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id)
  select profile_id, order_id, 1, 'points', 'issuer:retailer', -3, null from orders."order" where profile_id = :'profile'
  union all select profile_id, order_id, 2, 'points', 'available', 3, order_id from orders."order" where profile_id = :'profile';
insert into loyalty.account (profile_id, unit, available) values (:'profile', 'points', 600);
insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id, payload, received_at)
  select profile_id, placed_at, order_id, 'order.placed', 'bench', channel, place_id, 'order', order_id,
    jsonb_build_object('number', number, 'total_yen', total_yen, 'items', 3), placed_at from orders."order" where profile_id = :'profile';
insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id, payload, received_at)
  select :'profile'::uuid, at, md5('event' || n)::uuid, (array['Product Viewed', 'Product List Viewed', 'Product Added', 'Store Visited'])[1 + n % 4], 'bench',
    case n % 4 when 3 then 'till' else 'ec' end, case n % 4 when 3 then md5('place' || 1 + n % 5)::uuid end, 'product', md5('product' || n % 500)::uuid,
    jsonb_build_object('product_id', md5('product' || n % 500)::uuid), at
  from (select n, :'at'::timestamptz - n * interval '110 minutes' as at from generate_series(1, 4800) n) h;
