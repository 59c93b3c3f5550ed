import type { Check } from '#core/check'

export const tillChecks: Check[] = [
  {
    name: 'orders: a Z says what was sold, given back and paid over its till',
    sql: `select s.till_session_id as id, s.figures, f.now from orders.till_session s, orders.till_figures(s.till_session_id, false) as f(now)
      where s.closed_at is not null and s.figures <> f.now`,
    corrupt: `update orders.till_session set figures = jsonb_set(figures, '{sales_yen}', to_jsonb((figures->>'sales_yen')::bigint + 1))
      where till_session_id = (select till_session_id from orders.till_session where closed_at is not null limit 1)`,
  },
  {
    name: 'orders: what a till took is its sales and what was paid later, what it gave its returns and refunds',
    sql: `select s.till_session_id as id, m.taken, p.due from orders.till_session s
        cross join lateral (select coalesce(sum(taken_yen), 0) as taken from jsonb_to_recordset(s.figures->'payments') as m(taken_yen bigint)) m
        cross join lateral (select coalesce(sum(y.amount_yen), 0) as due from orders.till_entry e join orders.payment y
          on y.profile_id = e.profile_id and y.order_id = e.order_id and y.payment_id = e.entry_id
          where e.till_session_id = s.till_session_id and e.kind = 'paid' and not e.late) p
      where s.closed_at is not null and m.taken <> (s.figures->>'sales_yen')::bigint + p.due`,
    corrupt: `update orders.till_session set figures = jsonb_set(figures, '{payments}', '[]') where till_session_id =
      (select till_session_id from orders.till_session where closed_at is not null and (figures->>'sales_yen')::bigint > 0 limit 1)`,
  },
  {
    name: 'orders: the numbers of a till’s settlements have no gap, and each was counted',
    sql: `select s.till_session_id as id, s.number from (select *, row_number() over (partition by place_id, device_id order by number) as due
        from orders.till_session where closed_at is not null) s
      left join orders.till_count c on c.till_session_id = s.till_session_id and c.count_id = s.count_id
      where s.number <> s.due or c.count_id is null
        or c.counted_yen <> (select coalesce(sum(p.yen * p.pieces), 0) from jsonb_to_recordset(c.pieces) as p(yen bigint, pieces bigint))`,
    corrupt: `update orders.till_session set number = number + 1000 where till_session_id =
      (select till_session_id from orders.till_session where closed_at is not null limit 1)`,
  },
]
