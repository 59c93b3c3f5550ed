-- The same writes in one call of a PL/pgSQL function: told beside the yardstick, as the floor one trip can reach.
\set profile random(1, 10000)
\set a random(1, 700)
\set b random(701, 1400)
\set c random(1401, 2000)
select bench.place(:profile, :a, :b, :c);
