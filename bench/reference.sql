-- The yardstick: the least any shop must write for an order of three lines, sent by pgbench statement by statement.
-- Three ranges of goods, so that rows are taken in key order and two buyers cannot wait for each other in a circle.
\set profile random(1, 10000)
\set a random(1, 700)
\set b random(701, 1400)
\set c random(1401, 2000)
begin;
update bench.stock set free = free - 1 where variant = :a and free >= 1;
update bench.stock set free = free - 1 where variant = :b and free >= 1;
update bench.stock set free = free - 1 where variant = :c and free >= 1;
insert into bench.order (profile, total_yen, placed_at) values (:profile, 1680, clock_timestamp()) returning order_id \gset
insert into bench.line values (:order_id, 1, :a, 1, 594), (:order_id, 2, :b, 1, 756), (:order_id, 3, :c, 1, 330);
insert into bench.payment (order_id, method, amount_yen, paid_at) values (:order_id, 'cash', 1680, clock_timestamp());
insert into bench.posting values (:order_id, 1, 'issuer', -16), (:order_id, 2, 'available', 16);
update bench.balance set points = points + 16 where profile = :profile;
insert into bench.event (profile, type, payload, occurred_at) values (:profile, 'order.placed', jsonb_build_object('order_id', :order_id::bigint, 'total_yen', 1680), clock_timestamp());
end;
