import type { Check } from '#core/check'

// A return that never was, of any order there is.
const ghost = `insert into orders.return_slip (profile_id, return_id, order_id, seq, number, way, place_id, business_date, returned_at, reason,
    total_yen, refund_yen, points_back, points_taken, taxes, actor_kind)
  select profile_id, gen_random_uuid(), order_id, 9999, 'ghost', 'counter', place_id, business_date, placed_at, 'other', 1, 1, 1, 1,
    jsonb_build_array(jsonb_build_object('rate_num', 10, 'rate_den', 100, 'taxable_yen', 1000000000, 'tax_yen', 1000000000)), 'system'
  from orders."order" where state = 'done' limit 1`
const ghostLine = `insert into orders.return_line (profile_id, return_id, order_id, line_no, quantity, condition, total_yen, refund_yen, points_back)
  select profile_id, gen_random_uuid(), order_id, line_no, 1000000, 'sellable', 0, 0, 0 from orders.line where variant_id is not null and not made limit 1`

export const returnChecks: Check[] = [
  {
    name: 'orders: never more comes back than was bought',
    sql: `select b.order_id || '/' || b.line_no as id, l.quantity as bought, b.back from
        (select profile_id, order_id, line_no, sum(quantity) as back from orders.return_line group by 1, 2, 3) b
        left join orders.line l using (profile_id, order_id, line_no) where b.back > coalesce(l.quantity, 0)`,
    corrupt: ghostLine,
  },
  {
    name: 'orders: a return is the sum of its lines, and its refund of its parts',
    sql: `select s.return_id as id, s.total_yen, l.total, s.refund_yen, l.refund, f.sent from orders.return_slip s
      left join (select profile_id, return_id, sum(total_yen) as total, sum(refund_yen) as refund, sum(points_back) as points from orders.return_line group by 1, 2) l
        using (profile_id, return_id)
      left join (select profile_id, return_id, sum(amount_yen) as sent from orders.return_refund group by 1, 2) f using (profile_id, return_id)
      where s.total_yen is distinct from l.total or s.refund_yen is distinct from l.refund or s.points_back is distinct from l.points
        or s.refund_yen <> coalesce(f.sent, 0)
        or s.total_yen <> (select coalesce(sum((t->>'taxable_yen')::bigint), 0) from jsonb_array_elements(s.taxes) as t)`,
    corrupt: ghost,
  },
  {
    name: 'orders: taxes of returns stay within the order’s, and meet them once all is back',
    sql: `with slips as (select s.profile_id, s.order_id, t.rate_num, t.rate_den, sum(t.taxable_yen) as taxable, sum(t.tax_yen) as tax
          from orders.return_slip s, jsonb_to_recordset(s.taxes) as t(rate_num integer, rate_den integer, taxable_yen bigint, tax_yen bigint) group by 1, 2, 3, 4)
      select s.order_id as id, s.tax, t.tax_yen as of_order from slips s join orders."order" o using (profile_id, order_id)
        left join lateral (select x.taxable_yen, x.tax_yen from jsonb_to_recordset(o.taxes) as x(rate_num integer, rate_den integer, taxable_yen bigint, tax_yen bigint)
          where x.rate_num = s.rate_num and x.rate_den = s.rate_den) t on true
      where s.tax > coalesce(t.tax_yen, 0) or s.taxable > coalesce(t.taxable_yen, 0) or (s.taxable = t.taxable_yen and s.tax <> t.tax_yen)`,
    corrupt: ghost,
  },
  {
    name: 'orders: points of each return stand in the ledger',
    sql: `select s.return_id as id, s.points_taken, j.taken, s.points_back, j.back from orders.return_slip s
      left join (select j.source_id, sum(p.amount) filter (where j.kind = 'claw_back' and p.side like 'issuer:%') as taken,
            -sum(p.amount) filter (where j.kind = 'restore' and p.side = 'redeemed') as back
          from loyalty.journal j join loyalty.posting p on p.profile_id = j.profile_id and p.journal_id = j.journal_id
          where j.source_kind = 'return' group by 1) j on j.source_id = s.return_id
      where s.points_taken <> coalesce(j.taken, 0) or s.points_back <> coalesce(j.back, 0)`,
    corrupt: ghost,
  },
  {
    name: 'orders: points given back are remembered where they were drawn',
    sql: `select s.order_id as id, s.back, h.restored from (select profile_id, order_id, sum(points_back) as back from orders.return_slip group by 1, 2) s
      left join (select profile_id, order_id, sum(restored) as restored from loyalty.hold where unit = 'points' group by 1, 2) h using (profile_id, order_id)
      where s.back <> coalesce(h.restored, 0)`,
    corrupt: ghost,
  },
  {
    name: 'orders: after returns an order keeps the points its kept part earns',
    sql: `select o.order_id as id, o.points_earned, s.taken, s.refund from orders."order" o
      join (select profile_id, order_id, sum(points_taken) as taken, sum(refund_yen) as refund from orders.return_slip group by 1, 2) s using (profile_id, order_id)
      cross join lateral (select o.total_yen - case when o.terms->>'points_as' = 'discount' then 0 else o.points_used end as paid,
        coalesce((o.terms->>'rate_num')::bigint, 1) as num, coalesce((o.terms->>'rate_den')::bigint, 100) as den) t
      where case when o.points_earned = 0 then s.taken <> 0
        when div(t.paid * t.num, t.den) = o.points_earned then div((t.paid - s.refund) * t.num, t.den) <> o.points_earned - s.taken
        else s.taken > o.points_earned end`,
    corrupt: ghost,
  },
  {
    name: 'orders: no payment gives back more than it brought',
    sql: `select f.payment_id as id, p.amount_yen, f.sent from
        (select paid_profile_id, paid_order_id, payment_id, sum(amount_yen) as sent from orders.return_refund where method <> 'exchange' group by 1, 2, 3) f
      left join orders.payment p on p.profile_id = f.paid_profile_id and p.order_id = f.paid_order_id and p.payment_id = f.payment_id
      where f.sent > coalesce(p.amount_yen, 0)`,
    corrupt: `insert into orders.return_refund (profile_id, return_id, refund_id, paid_profile_id, paid_order_id, payment_id, method, amount_yen, created_at)
      select profile_id, gen_random_uuid(), gen_random_uuid(), profile_id, order_id, payment_id, method, amount_yen + 1, created_at
      from orders.payment limit 1`,
  },
  {
    name: 'orders: goods that came back stand in the stock once',
    sql: `select b.return_id as id, b.pieces, m.pieces as moved from
        (select r.return_id, sum(r.quantity) as pieces, sum(r.quantity) filter (where r.condition = 'damaged') as damaged from orders.return_line r
          join orders.line l using (profile_id, order_id, line_no) where l.variant_id is not null and not l.made group by 1) b
      left join (select source_id, sum(quantity) filter (where kind = 'return') as pieces, -sum(quantity) filter (where kind = 'loss') as lost
          from inventory.movement where source_kind = 'return' group by 1) m on m.source_id = b.return_id
      where b.pieces is distinct from m.pieces or coalesce(b.damaged, 0) <> coalesce(m.lost, 0)`,
    corrupt: ghostLine,
  },
]
