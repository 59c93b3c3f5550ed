-- What the points of one sale write: 16 earned as a lot of their own, 10 of hers spent, first expiring first, with every guard of the ledger.
\set profile random(0, 9999)
select loyalty.earn(m.id, 'points', 16, 'available', gen_random_uuid(), gen_random_uuid(), 'earn', 'order', m.sale, null, m.at::date, m.at,
    m.at + interval '1 year', 'retailer', 'system', 'bench'),
  loyalty.draw(m.id, array[m.id], 'points', 10, 'use', gen_random_uuid(), m.sale, null, m.at::date, m.at, m.at, 'system', 'bench')
from (select md5('profile' || :profile::text)::uuid as id, gen_random_uuid() as sale, clock_timestamp() as at) m;
