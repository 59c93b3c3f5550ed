-- The yardstick: one conditional update of one row that everyone wants, durable.
update bench.hot set free = free - 1 where id = 1 and free >= 1;
