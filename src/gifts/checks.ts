import type { Check } from '#core/check'

const one_gift = (where: string) =>
  `(profile_id, gift_id) = (select profile_id, gift_id from gifts.gift where ${where} limit 1)`

export const checks: Check[] = [
  {
    name: 'gifts: the goods of a gift lie held until it is received or given up, and no longer',
    sql: `select g.gift_id as id, g.state, h.pieces from gifts.gift g
        left join (select source_id, variant_id, place_id, sum(quantity) as pieces from inventory.hold where source_kind = 'gift' and state = 'held' group by 1, 2, 3) h
          on h.source_id = g.gift_id and h.variant_id = g.variant_id and h.place_id = g.place_id
      where coalesce(h.pieces, 0) <> case when g.state in ('waiting', 'open', 'expired') then 1 else 0 end
      union all select h.source_id, h.state, h.quantity from inventory.hold h
      where h.source_kind = 'gift' and h.state = 'held' and not exists (select from gifts.gift g where g.gift_id = h.source_id)`,
    corrupt: `update gifts.gift set state = case when state = 'open' then 'cancelled' else 'open' end where ${one_gift('true')}`,
  },
  {
    name: 'gifts: each piece of a gift order is one gift, and each gift a piece of one',
    sql: `select coalesce(l.order_id, g.order_id) as id, l.pieces, g.gifts from
        (select o.profile_id, o.order_id, l.line_no, sum(l.quantity) as pieces from orders."order" o join orders.line l using (profile_id, order_id)
          where o.way = 'gift' and l.variant_id is not null group by 1, 2, 3) l
        full join (select profile_id, order_id, line_no, count(*) as gifts from gifts.gift group by 1, 2, 3) g using (profile_id, order_id, line_no)
      where l.pieces is distinct from g.gifts`,
    corrupt: `update gifts.gift set line_no = line_no + 100 where ${one_gift('true')}`,
  },
  {
    name: 'gifts: a gift stands as its order stands, and what was given back of an order are its cancelled gifts',
    sql: `select g.order_id as id, o.state, g.cancelled, b.back from
        (select profile_id, order_id, line_no, count(*) filter (where state = 'cancelled') as cancelled, count(*) filter (where state = 'waiting') as waiting,
          count(*) as gifts from gifts.gift group by 1, 2, 3) g
        left join orders."order" o using (profile_id, order_id)
        left join (select profile_id, order_id, line_no, sum(quantity) as back from orders.return_line group by 1, 2, 3) b using (profile_id, order_id, line_no)
      where case o.state when 'paying' then g.waiting <> g.gifts when 'cancelled' then g.cancelled <> g.gifts
        when 'done' then g.waiting > 0 or g.cancelled <> coalesce(b.back, 0) else true end`,
    corrupt: `update gifts.gift set state = 'waiting' where ${one_gift(`state <> 'waiting'`)}`,
  },
  {
    name: 'gifts: a gift that was received was so once, by an order that costs nothing and holds one of its choices',
    sql: `select coalesce(g.gift_id, c.gift_id) as id, g.state, c.claims from gifts.gift g
        full join (select c.gift_id, count(*) as claims, min(l.variant_id::text)::uuid as variant_id, sum(l.quantity) as pieces, sum(o.total_yen) as yen from gifts.claim c
          left join orders."order" o using (profile_id, order_id) left join orders.line l using (profile_id, order_id) group by 1) c using (gift_id)
      where g.gift_id is null or (g.state = 'claimed' and c.gift_id is null) or (c.gift_id is not null and g.state not in ('claimed', 'cancelled'))
        or c.claims <> 1 or c.pieces <> 1 or c.yen <> 0 or not c.variant_id = any (g.choices)`,
    corrupt: `delete from gifts.claim where (profile_id, gift_id) = (select profile_id, gift_id from gifts.claim limit 1)`,
  },
  {
    name: 'gifts: every gift has one link, and ends within six months',
    sql: `select coalesce(g.gift_id, l.gift_id) as id, g.own_until from gifts.gift g full join gifts.link l using (profile_id, gift_id)
      where g.gift_id is null or l.gift_id is null or g.own_until > g.issued_at + interval '6 months' or g.expires_at > g.own_until`,
    corrupt: `delete from gifts.link where gift_id = (select gift_id from gifts.link limit 1)`,
  },
]
