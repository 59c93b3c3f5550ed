-- The yardstick's tables: what any shop must write for an order, and nothing else.
drop schema if exists bench cascade;
create schema bench;
create table bench.stock (variant integer primary key, free integer not null) with (fillfactor = 70);
create table bench.balance (profile integer primary key, points bigint not null) with (fillfactor = 70);
create table bench.order (order_id bigint generated always as identity primary key, profile integer not null, total_yen bigint not null, placed_at timestamptz not null);
create table bench.line (order_id bigint not null, line_no smallint not null, variant integer not null, quantity integer not null, yen bigint not null, primary key (order_id, line_no));
create table bench.payment (payment_id bigint generated always as identity primary key, order_id bigint not null, method text not null, amount_yen bigint not null, paid_at timestamptz not null);
create table bench.posting (order_id bigint not null, seq smallint not null, side text not null, amount bigint not null, primary key (order_id, seq));
create table bench.event (event_id bigint generated always as identity primary key, profile integer not null, type text not null, payload jsonb not null, occurred_at timestamptz not null);
insert into bench.stock select n, 1000000000 from generate_series(1, 2000) n;
insert into bench.balance select n, 0 from generate_series(1, 10000) n;

-- The same transaction as one call. Goods come in key order, as reference-function.sql draws them.
create function bench.place(p_profile integer, p_a integer, p_b integer, p_c integer) returns bigint
language plpgsql as $$
declare this bigint; good integer; at timestamptz := clock_timestamp();
begin
  foreach good in array array[p_a, p_b, p_c] loop
    update bench.stock set free = free - 1 where variant = good and free >= 1;
    if not found then raise exception 'short'; end if;
  end loop;
  insert into bench.order (profile, total_yen, placed_at) values (p_profile, 1680, at) returning order_id into this;
  insert into bench.line values (this, 1, p_a, 1, 594), (this, 2, p_b, 1, 756), (this, 3, p_c, 1, 330);
  insert into bench.payment (order_id, method, amount_yen, paid_at) values (this, 'cash', 1680, at);
  insert into bench.posting values (this, 1, 'issuer', -16), (this, 2, 'available', 16);
  update bench.balance set points = points + 16 where profile = p_profile;
  insert into bench.event (profile, type, payload, occurred_at) values (p_profile, 'order.placed', jsonb_build_object('order_id', this, 'total_yen', 1680), at);
  return this;
end $$;
