import type { Check } from '#core/check'

const one_card = (where: string) =>
  `(profile_id, card_id) = (select profile_id, card_id from gifts.card where ${where} limit 1)`

/** Gift cards against the orders that sold them, the payments made with them, and the ledger. */
export const cardChecks: Check[] = [
  {
    name: 'gifts: a gift card was sold once, at its value and untaxed, and has one number',
    sql: `select coalesce(l.order_id, c.order_id) as id, l.amount_yen, c.value_yen from
        (select l.profile_id, l.order_id, l.line_no, l.amount_yen, l.rate_num, o.state from orders."order" o join orders.line l using (profile_id, order_id)
          where o.way = 'gift_card') l
        full join (select c.*, (select count(*) from gifts.card_number n where n.card_id = c.card_id) as numbers from gifts.card c) c using (profile_id, order_id, line_no)
      where l.amount_yen is distinct from c.value_yen or l.rate_num <> 0 or c.numbers <> 1 or (l.state = 'paying') <> (c.state = 'waiting')
        or (l.state = 'cancelled' and c.state <> 'void')`,
    corrupt: `update gifts.card set value_yen = value_yen + 1 where ${one_card('true')}`,
  },
  {
    name: 'gifts: the ledger holds one lot of each gift card that was paid for, at its value and until its end',
    sql: `select coalesce(c.card_id, l.lot_id) as id, c.state, l.original from
        (select * from gifts.card where state <> 'waiting' and closed_reason is distinct from 'not_paid') c
        full join (select * from loyalty.lot where unit = 'gift') l on l.profile_id = c.card_id and l.lot_id = c.card_id
      where l.original is distinct from c.value_yen or l.expires_at is distinct from c.expires_at or (c.state = 'void' and l.remaining > 0)`,
    corrupt: `update gifts.card set expires_at = expires_at + interval '1 day' where ${one_card(`state = 'open'`)}`,
  },
  {
    name: 'gifts: what gift cards paid of orders is what the ledger took from them',
    sql: `select coalesce(p.payment_id, h.hold_id) as id, p.amount_yen, h.amount, h.state from
        (select p.*, o.state as order_state from orders.payment p join orders."order" o using (profile_id, order_id) where p.method = 'gift_card') p
        full join (select * from loyalty.hold where unit = 'gift') h on h.profile_id = p.profile_id and h.order_id = p.order_id and h.hold_id = p.payment_id
      where p.amount_yen is distinct from h.amount or h.restored > coalesce(p.refunded_yen, 0)
        or h.state <> case when p.order_state = 'paying' then 'held' when p.state = 'voided' then 'released' when h.state = 'held' then 'captured' else h.state end`,
    corrupt: `update loyalty.hold set amount = amount + 1 where (profile_id, hold_id) = (select profile_id, hold_id from loyalty.hold where unit = 'gift' limit 1)`,
  },
]
