-- A retailer of a given size, consistent in its ledgers: :products, :customers and :history orders (3 lines each).
-- Deterministic: ids are hashes of their numbers. Run as owner; :'at' is the instant of the bench.
insert into stores.place (place_id, kind, name, ships_ec, offers_pickup)
  select md5('place' || n)::uuid, case when n = 0 then 'warehouse' else 'shop' end, '店舗' || n, n = 0, n > 0 from generate_series(0, 9) n;
insert into catalog.brand (brand_id, name) values (md5('brand')::uuid, 'ベンチ');
insert into catalog.category (category_id, name) select md5('category' || n)::uuid, '分類' || n from generate_series(0, 19) n;
insert into catalog.product (product_id, brand_id, category_id, name, name_kana, tax_category, popularity, published_at)
  select md5('product' || n)::uuid, md5('brand')::uuid, md5('category' || n % 20)::uuid, '商品' || n, 'ショウヒン', case when n % 3 = 0 then 'standard' else 'food' end,
    1000000 / (n + 1), timestamptz '2026-01-01' from generate_series(0, :products - 1) n;
insert into catalog.variant (variant_id, product_id, gtin)
  select md5('variant' || n)::uuid, md5('product' || n)::uuid,
    code || (10 - (select sum(substr(code, at, 1)::integer * (1 + 2 * ((at + 1) % 2))) from generate_series(1, 12) at) % 10) % 10
  from (select n, '20' || lpad(n::text, 10, '0') as code from generate_series(0, :products - 1) n) coded;
insert into catalog.price (price_id, variant_id, yen, valid_from) select md5('price' || n)::uuid, md5('variant' || n)::uuid, 100 + n % 900, timestamptz '2026-01-01' from generate_series(0, :products - 1) n;
insert into inventory.stock (place_id, variant_id, on_hand) select md5('place' || p)::uuid, md5('variant' || n)::uuid, 1000000 from generate_series(0, :products - 1) n, generate_series(0, 9) p;
insert into inventory.movement (movement_id, place_id, variant_id, quantity, kind, source_kind, source_id, moved_at, actor_kind)
  select md5('opening' || p || '/' || n)::uuid, md5('place' || p)::uuid, md5('variant' || n)::uuid, 1000000, 'opening', 'bench', md5('bench')::uuid, timestamptz '2026-01-01', 'system'
  from generate_series(0, :products - 1) n, generate_series(0, 9) p;
insert into customers.profile (profile_id, customer_id, kind, registered_at) select md5('profile' || n)::uuid, md5('profile' || n)::uuid, 'member', timestamptz '2026-01-01' from generate_series(0, :customers - 1) n;

-- Ids of what happened grow with its time, like those the program makes.
select activity.ensure_months('2026-01-01', '2026-12-31');
insert into orders."order" (profile_id, order_id, number, imported, channel, way, state, place_id, supply_mode, business_date, placed_at, items_yen, total_yen, points_earned, taxes, done_at)
  select md5('profile' || n % :customers)::uuid,
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5('order' || n), 1, 3) || '8' || substr(md5('order' || n), 4, 15))::uuid, 'B' || n, true, 'till', 'carry', 'done', md5('place1')::uuid, 'take_away', at::date, at, 330, 330, 3,
    '[{"rate_num": 10, "rate_den": 100, "taxable_yen": 330, "tax_yen": 30}]', at
  from (select n, timestamptz '2026-01-01' + n * interval '1 second' * (25000000 / :history) as at from generate_series(0, :history - 1) n) h;
insert into orders.reference (order_id, profile_id) select order_id, profile_id from orders."order";
insert into orders.number (number, order_id, profile_id) select number, order_id, profile_id from orders."order";
insert into orders.line (profile_id, order_id, line_no, variant_id, name, quantity, unit_yen, amount_yen, tax_category, rate_num, rate_den)
  select profile_id, order_id, l, md5('variant' || (substr(number, 2)::integer * 3 + l) % :products)::uuid, '商品', 1, 110, 110, 'standard', 10, 100 from orders."order", generate_series(1, 3) l;
insert into orders.payment (profile_id, order_id, payment_id, method, amount_yen, state, created_at, settled_at)
  select profile_id, order_id, order_id, 'recorded', 330, 'captured', placed_at, placed_at from orders."order";
insert into activity.event (profile_id, occurred_at, event_id, type, source, channel, place_id, subject_kind, subject_id, payload, received_at)
  select profile_id, placed_at, order_id, 'order.placed', 'bench', 'till', place_id, 'order', order_id, '{"total_yen": 330}', placed_at from orders."order";
insert into loyalty.journal (profile_id, journal_id, kind, source_kind, source_id, business_date, event_at, recorded_at, actor_kind)
  select profile_id, order_id, 'earn', 'order', order_id, business_date, placed_at, placed_at, 'system' from orders."order";
insert into loyalty.lot (profile_id, lot_id, unit, source_id, state, granted_at, expires_at, original, remaining)
  select profile_id, order_id, 'points', order_id, 'available', placed_at, placed_at + interval '3 years', 3, 3 from orders."order";
insert into loyalty.posting (profile_id, journal_id, seq, unit, side, amount, lot_id)
  select profile_id, order_id, 1, 'points', 'issuer:retailer', -3, null from orders."order"
  union all select profile_id, order_id, 2, 'points', 'available', 3, order_id from orders."order";
insert into loyalty.account (profile_id, unit, available) select profile_id, 'points', sum(remaining) from loyalty.lot group by 1;
