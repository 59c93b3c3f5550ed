import type { Check } from '#core/check'

export const checks: Check[] = [
  {
    name: 'promotions: what is left of a cap or a budget and what was given of it are the whole',
    sql: `select o.offer_id as id, o.name, s.uses, s.yen, r.uses as given, r.yen as given_yen from promotions.offer o
      cross join lateral (select sum(left_uses) as uses, sum(left_yen) as yen from promotions.slot where offer_id = o.offer_id) s
      cross join lateral (select count(*) as uses, coalesce(sum(discount_yen), 0) as yen from promotions.redemption
        where offer_id = o.offer_id and state = 'used') r
      where s.uses + r.uses <> o.use_cap or s.yen + r.yen <> o.budget_yen`,
    corrupt: `update promotions.slot set left_uses = left_uses + 1, left_yen = left_yen + 1
      where (offer_id, slot) = (select offer_id, slot from promotions.slot limit 1)`,
  },
  {
    name: 'promotions: a coupon is redeemed by the one order that used it',
    sql: `select k.coupon_id as id, k.state from promotions.coupon k where k.kind <> 'public' and
      (select count(*) from promotions.redemption r where r.coupon_id = k.coupon_id and r.state = 'used') <> (k.state = 'redeemed')::integer`,
    corrupt: `update promotions.coupon set state = 'open', order_id = null where coupon_id = (select coupon_id from promotions.coupon where state = 'redeemed' limit 1)`,
  },
  {
    name: 'promotions: no member used an offer more often than it allows',
    sql: `select m.profile_id as id, m.offer_id, m.uses from promotions.member_use m join promotions.offer o on o.offer_id = m.offer_id
      where m.uses > o.member_cap or m.uses <> (select count(*) from promotions.redemption r
        where r.profile_id = m.profile_id and r.offer_id = m.offer_id and r.state = 'used')`,
    corrupt: `update promotions.member_use set uses = uses + 1 where (profile_id, offer_id) = (select profile_id, offer_id from promotions.member_use limit 1)`,
  },
  {
    name: 'promotions: an order took off for each offer what its redemption says, and a cancelled one has none',
    sql: `select r.order_id as id, r.offer_id, r.discount_yen from promotions.redemption r
      join orders."order" o on o.profile_id = r.profile_id and o.order_id = r.order_id
      where (r.state = 'used' and o.state = 'cancelled') or r.discount_yen <> coalesce((select (d->>'yen')::bigint
        from jsonb_array_elements(o.discounts) d where d->>'kind' = 'offer' and (d->>'offer_id')::uuid = r.offer_id), 0)`,
    corrupt: `update promotions.redemption set discount_yen = discount_yen + 1
      where (profile_id, order_id, offer_id) = (select profile_id, order_id, offer_id from promotions.redemption limit 1)`,
  },
]
