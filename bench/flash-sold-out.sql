-- The same update once nothing is left: it finds no row and writes nothing. The floor of a refusal.
update bench.hot set free = free - 1 where id = 2 and free >= 1;
