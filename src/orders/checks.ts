import type { Check } from '#core/check'
import { documentChecks } from '#orders/document-checks'
import { loyaltyChecks } from '#orders/loyalty-checks'
import { returnChecks } from '#orders/return-checks'
import { tillChecks } from '#orders/till-checks'

const one_order = `(select profile_id, order_id from orders."order" where state <> 'cancelled' limit 1)`

export const checks: Check[] = [
  {
    name: 'orders: the parcels of an order are its goods, each once, from two places or more',
    sql: `select p.order_id as id, p.pieces from (select profile_id, order_id, sum(pieces) as pieces, count(*) as parcels from orders.parcel group by 1, 2) p
        left join (select source_id, sum(quantity) as pieces from inventory.hold where source_kind = 'order' group by 1) h on h.source_id = p.order_id
      where p.pieces <> coalesce(h.pieces, 0) or p.parcels < 2`,
    corrupt: `insert into orders.parcel (profile_id, order_id, place_id, pieces) values (md5('p')::uuid, md5('o')::uuid, md5('a')::uuid, 1)`,
  },
  {
    name: 'orders: lines sum to the total',
    sql: `select o.order_id as id, o.total_yen, coalesce(l.total, 0) as lines from orders."order" o left join
        (select profile_id, order_id, sum(amount_yen) as total, sum(amount_yen + discount_yen) as items from orders.line group by 1, 2) l using (profile_id, order_id)
      where o.total_yen <> coalesce(l.total, 0) or o.items_yen <> coalesce(l.items, 0) or o.items_yen - o.discount_yen <> o.total_yen`,
    corrupt: `update orders.line set amount_yen = amount_yen + 1 where (profile_id, order_id, line_no) = (select profile_id, order_id, line_no from orders.line limit 1)`,
  },
  {
    name: 'orders: what was taken off for a reason is part of what was taken off its lines',
    sql: `with given as (select o.profile_id, o.order_id, d.yen, d.lines from orders."order" o, jsonb_to_recordset(o.discounts) as d(yen bigint, lines jsonb)),
        part as (select g.profile_id, g.order_id, l.line_no, l.yen from given g, jsonb_to_recordset(g.lines) as l(line_no smallint, yen bigint))
      select g.order_id as id, g.yen as given, 0 as line_yen from given g
        where g.yen <> (select coalesce(sum(l.yen), 0) from jsonb_to_recordset(g.lines) as l(yen bigint))
      union all select p.order_id, sum(p.yen), max(l.discount_yen) from part p left join orders.line l using (profile_id, order_id, line_no)
        group by p.profile_id, p.order_id, p.line_no having sum(p.yen) > coalesce(max(l.discount_yen), 0)`,
    corrupt: `update orders."order" set discounts = '[{"yen": 1, "lines": [{"line_no": 1, "yen": 2}]}]'
      where (profile_id, order_id) = (select profile_id, order_id from orders."order" limit 1)`,
  },
  {
    name: 'orders: tax is rounded once per rate from the lines',
    sql: `with due as (select profile_id, order_id, rate_num, rate_den, sum(amount_yen) as taxable,
          sum(amount_yen) * rate_num / (rate_den + rate_num) as tax from orders.line group by 1, 2, 3, 4),
        shown as (select o.profile_id, o.order_id, t.rate_num, t.rate_den, t.taxable_yen as taxable, t.tax_yen as tax
          from orders."order" o, jsonb_to_recordset(o.taxes) as t(rate_num integer, rate_den integer, taxable_yen bigint, tax_yen bigint))
      select coalesce(due.order_id, shown.order_id) as id, due.tax, shown.tax as shown from due
        full join shown using (profile_id, order_id, rate_num, rate_den)
        left join orders."order" o on o.profile_id = due.profile_id and o.order_id = due.order_id
      where due.taxable is distinct from shown.taxable
        or case o.terms->>'rounding' when 'ceil' then ceil(due.tax) when 'half_up' then round(due.tax) else floor(due.tax) end is distinct from shown.tax`,
    corrupt: `update orders."order" set taxes = jsonb_set(taxes, '{0,tax_yen}', to_jsonb((taxes->0->>'tax_yen')::bigint + 1))
      where (profile_id, order_id) = (select profile_id, order_id from orders."order" where jsonb_array_length(taxes) > 0 limit 1)`,
  },
  {
    name: 'orders: payments sum to the total',
    sql: `select o.order_id as id, o.total_yen, coalesce(sum(p.amount_yen), 0) as paid from orders."order" o
      left join orders.payment p on p.profile_id = o.profile_id and p.order_id = o.order_id and p.state <> 'replaced'
      group by o.profile_id, o.order_id having o.total_yen <> coalesce(sum(p.amount_yen), 0)`,
    corrupt: `update orders.payment set amount_yen = amount_yen + 1 where (profile_id, order_id, payment_id) = (select profile_id, order_id, payment_id from orders.payment limit 1)`,
  },
  {
    name: 'orders: money stands as the order stands',
    sql: `select o.order_id as id, o.state, p.method, p.state as payment from orders."order" o join orders.payment p on p.profile_id = o.profile_id and p.order_id = o.order_id
      where not case o.state
        when 'paying' then p.state in ('pending', 'captured')
        when 'cancelled' then p.state in ('voiding', 'voided', 'failed', 'refunding', 'refunded', 'replaced')
        when 'done' then p.state in ('captured', 'refunding', 'partly_refunded', 'refunded', 'replaced', 'voiding', 'voided')
          or (p.state = 'due' and p.method <> 'pay_in_shop') or (p.state = 'authorized' and exists (select from orders.payment_operation x
            where x.profile_id = p.profile_id and x.order_id = p.order_id and x.payment_id = p.payment_id and x.kind = 'capture' and x.state in ('open', 'by_hand')))
        else p.state in ('due', 'authorized', 'captured', 'refunding', 'partly_refunded', 'refunded', 'replaced', 'voiding', 'voided') end`,
    corrupt: `update orders.payment set state = 'failed' where (profile_id, order_id, payment_id) = (select p.profile_id, p.order_id, p.payment_id
      from orders.payment p join orders."order" o on o.profile_id = p.profile_id and o.order_id = p.order_id where o.state in ('placed', 'ready', 'done') limit 1)`,
  },
  {
    name: 'orders: refunds are those of the operations, and never more than was taken',
    sql: `select p.payment_id as id, p.refunded_yen, coalesce(x.done, 0) as done, x.asked from orders.payment p left join (
          select profile_id, order_id, payment_id, sum(amount_yen) filter (where state = 'done') as done, sum(amount_yen) as asked from orders.payment_operation
          where kind = 'refund' and state in ('open', 'by_hand', 'done') group by 1, 2, 3) x using (profile_id, order_id, payment_id)
      where coalesce(p.refunded_yen, 0) <> coalesce(x.done, 0) or coalesce(x.asked, 0) > orders.taken_yen(p) or p.captured_yen > p.amount_yen
        or (p.state = 'refunded' and p.refunded_yen is distinct from orders.taken_yen(p))
        or (p.state = 'captured' and p.refunded_yen is not null) or (p.state = 'partly_refunded' and p.refunded_yen >= orders.taken_yen(p))`,
    corrupt: `insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, created_at, closed_at)
      select profile_id, order_id, payment_id, gen_random_uuid(), 'refund', amount_yen + 1, 'done', created_at, created_at from orders.payment limit 1`,
  },
  {
    name: 'orders: a payment stands where its operations brought it',
    sql: `select p.payment_id as id, p.state, x.kinds from orders.payment p left join (
          select profile_id, order_id, payment_id, array_agg(kind || ':' || state) as kinds from orders.payment_operation group by 1, 2, 3) x
          using (profile_id, order_id, payment_id)
      where (p.state = 'pending') <> coalesce(x.kinds && '{charge:open,authorize:open}', false)
        or (p.state = 'voiding') <> coalesce(x.kinds && '{void:open}', false)
        or (p.state = 'refunding') <> coalesce(x.kinds && '{refund:open,refund:by_hand}', false)
        or (p.state = 'authorized' and not coalesce(x.kinds && '{authorize:done}', false))
        or (p.method = 'card' and p.state in ('captured', 'partly_refunded') and not coalesce(x.kinds && '{charge:done,authorize:done,capture:done,capture:by_hand,void:done,charge:given_up,authorize:given_up,authorize:refused}', false))`,
    corrupt: `insert into orders.payment_operation (profile_id, order_id, payment_id, operation_id, kind, amount_yen, state, created_at)
      select profile_id, order_id, payment_id, gen_random_uuid(), 'void', amount_yen, 'open', created_at from orders.payment limit 1`,
  },
  {
    name: 'orders: goods stand as the order stands',
    sql: `select o.order_id as id, o.state, h.state as hold from orders."order" o join inventory.hold h on h.source_id = o.order_id
      where h.state <> case when o.state in ('paying', 'placed', 'ready') then case when exists (select from orders.parcel p where p.profile_id = o.profile_id
        and p.order_id = o.order_id and p.place_id = h.place_id and p.shipped_at is not null) then 'taken' else 'held' end when o.state = 'done' then 'taken' else 'released' end`,
    corrupt: `update orders."order" set state = case when state in ('paying', 'placed', 'ready') then 'done' else 'placed' end where (profile_id, order_id) =
      (select o.profile_id, o.order_id from orders."order" o join inventory.hold h on h.source_id = o.order_id limit 1)`,
  },
  {
    name: 'orders: what is set aside is reserved, and nothing else of it',
    sql: `select coalesce(h.hold_id, i.source_id) as id, h.state, i.pieces from
        (select o.hold_id, o.state, case when o.state = 'held' then sum(l.quantity) else 0 end as pieces from orders.hold o
          join orders.hold_line l on l.profile_id = o.profile_id and l.hold_id = o.hold_id group by o.hold_id, o.state) h
        full join (select source_id, sum(quantity) filter (where state = 'held') as pieces from inventory.hold where source_kind = 'hold' group by source_id) i
          on i.source_id = h.hold_id
      where coalesce(h.pieces, 0) <> coalesce(i.pieces, 0)`,
    corrupt: `update orders.hold set state = case state when 'held' then 'released' else 'held' end where (profile_id, hold_id) = (select profile_id, hold_id from orders.hold limit 1)`,
  },
  {
    name: 'orders: a hold that was sold names its sale, and no other does',
    sql: `select h.hold_id as id, h.state, h.order_id from orders.hold h left join orders.reference r on r.order_id = h.order_id
      where (h.state = 'sold') <> (r.order_id is not null) or (h.state = 'held') <> (h.closed_at is null)`,
    corrupt: `update orders.hold set order_id = case when order_id is null then hold_id end, closed_at = case when closed_at is null then held_at end
      where (profile_id, hold_id) = (select profile_id, hold_id from orders.hold limit 1)`,
  },
  {
    name: 'orders: whatever is not carried away promises something, and only that',
    sql: `select coalesce(o.order_id, m.order_id) as id, o.way from orders.promise m full join orders."order" o on o.profile_id = m.profile_id and o.order_id = m.order_id
      where (o.order_id is null) or (m.order_id is not null and o.way = 'carry') or (o.way = 'order_ahead' and m.call_number is null)`,
    corrupt: `update orders."order" o set way = 'carry' from orders.promise m where m.profile_id = o.profile_id and m.order_id = o.order_id
      and m.order_id = (select order_id from orders.promise limit 1)`,
  },
  {
    name: 'orders: goods left once for every order that is done here',
    sql: `select o.order_id as id from orders."order" o
        join (select profile_id, order_id, coalesce(sum(quantity) filter (where variant_id is not null and not made), 0) as pieces from orders.line group by 1, 2) l using (profile_id, order_id)
        left join (select source_id, -sum(quantity) as pieces from inventory.movement where kind = 'sale' group by 1) m on m.source_id = o.order_id
      where not o.imported and coalesce(m.pieces, 0) <> case when o.state = 'done' then l.pieces
        else coalesce((select sum(p.pieces) from orders.parcel p where p.profile_id = o.profile_id and p.order_id = o.order_id and p.shipped_at is not null), 0) end`,
    corrupt: `delete from inventory.movement where movement_id = (select movement_id from inventory.movement where kind = 'sale' limit 1)`,
  },
  {
    name: 'orders: points earned stand in the ledger once',
    sql: `select o.order_id as id, o.points_earned, coalesce(g.total, 0) as granted from orders."order" o
      left join (select l.profile_id, l.source_id, sum(l.original) as total from loyalty.lot l join loyalty.journal j
        on j.profile_id = l.profile_id and j.source_id = l.source_id and j.kind = 'earn' group by 1, 2) g on g.profile_id = o.profile_id and g.source_id = o.order_id
      where o.state in ('placed', 'ready', 'done') and coalesce(g.total, 0) <> o.points_earned and not (o.imported and g.total is null)`,
    corrupt: `update orders."order" set points_earned = points_earned + 1 where (profile_id, order_id) = ${one_order}`,
  },
  {
    name: 'orders: points used stand in the ledger as the order stands',
    sql: `select o.order_id as id, o.points_used, h.state from orders."order" o left join loyalty.hold h on h.profile_id = o.profile_id and h.order_id = o.order_id and h.unit = 'points'
      where o.points_used > 0 and (h.amount is distinct from o.points_used
        or h.state <> case when o.state = 'paying' then 'held' when o.state = 'cancelled' then 'released' else 'captured' end)`,
    corrupt: `update orders."order" set points_used = points_used + 1 where (profile_id, order_id) = ${one_order}`,
  },
  {
    name: 'orders: the timeline tells of every order once',
    sql: `select o.order_id as id, count(e.event_id) from orders."order" o left join activity.event e
        on e.profile_id = o.profile_id and e.subject_id = o.order_id and e.type = 'order.placed'
      where o.state in ('placed', 'ready', 'done') and o.placed_at >= activity.kept_from() group by o.profile_id, o.order_id having count(e.event_id) <> 1`,
    corrupt: `delete from activity.event where event_id = (select e.event_id from activity.event e join orders."order" o
      on o.profile_id = e.profile_id and o.order_id = e.subject_id where e.type = 'order.placed' and o.state in ('placed', 'ready', 'done') limit 1)`,
  },
  {
    name: 'orders: every order can be found by its id and number',
    sql: `select o.order_id as id from orders."order" o left join orders.reference r on r.order_id = o.order_id and r.profile_id = o.profile_id
      left join orders.number n on n.number = o.number and n.order_id = o.order_id where r.order_id is null or n.order_id is null`,
    corrupt: `delete from orders.reference where order_id = (select order_id from orders.reference limit 1)`,
  },
  ...loyaltyChecks,
  ...returnChecks,
  ...documentChecks,
  ...tillChecks,
]
