\set profile random(1, 10000)
\set a random(1, 2000)
\set b random(1, 2000)
\set c random(1, 2000)
select bench.place(:profile, :a, :b, :c);
