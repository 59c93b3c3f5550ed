import type { Check } from '#core/check'

/** Something to break when there is nothing yet: one open cart with one line, under a person of its own. */
const sample = `insert into carts.cart (profile_id, cart_id, state, created_at, changed_at)
    values ('00000000-0000-4000-8000-00000000ca47', '00000000-0000-4000-8000-00000000ca47', 'open', '2000-01-01', '2000-01-01') on conflict do nothing;
  insert into carts.item (profile_id, cart_id, variant_id, quantity, channel, added_by_kind, added_at)
    values ('00000000-0000-4000-8000-00000000ca47', '00000000-0000-4000-8000-00000000ca47', '00000000-0000-4000-8000-00000000ca47', 1, 'ec', 'member', '2000-01-01')
    on conflict do nothing;`
const its = `profile_id = '00000000-0000-4000-8000-00000000ca47'`

/** What must be true of carts, recomputed from what is stored. */
export const checks: Check[] = [
  {
    name: 'carts: a customer’s profile has at most one open cart',
    sql: `select profile_id as id, count(*) from carts.cart where state = 'open' group by profile_id having count(*) > 1`,
    corrupt: `${sample} drop index carts.cart_open;
      insert into carts.cart (profile_id, cart_id, state, created_at, changed_at)
        select profile_id, '00000000-0000-4000-8000-00000000ca48', 'open', '2000-01-01', '2000-01-01' from carts.cart where ${its}`,
  },
  {
    name: 'carts: a cart that was ordered or poured out holds nothing',
    sql: `select c.profile_id || '/' || c.cart_id as id, c.state, count(*) as lines from carts.cart c
      join (select profile_id, cart_id from carts.item union all select profile_id, cart_id from carts.coupon) i
        on i.profile_id = c.profile_id and i.cart_id = c.cart_id where c.state <> 'open' group by c.profile_id, c.cart_id`,
    corrupt: `${sample} update carts.cart set state = 'ordered' where ${its}`,
  },
  {
    name: 'carts: a poured-out cart leads to one that is there',
    sql: `select c.profile_id || '/' || c.cart_id as id from carts.cart c
      left join carts.cart t on t.profile_id = c.into_profile_id and t.cart_id = c.into_cart_id
      where (c.state = 'merged') <> (c.into_cart_id is not null) or (c.into_cart_id is not null and (t.cart_id is null or t.cart_id = c.cart_id))`,
    corrupt: `${sample} update carts.cart set into_profile_id = profile_id, into_cart_id = cart_id where ${its}`,
  },
  {
    name: 'carts: a living hand-over code opens an open cart',
    sql: `select encode(h.code_hash, 'hex') as id from carts.hand_over_code h left join carts.cart c on c.profile_id = h.profile_id and c.cart_id = h.cart_id
      where h.claimed_at is null and h.expires_at > current_setting('engawa.now')::timestamptz and c.cart_id is null`,
    corrupt: `insert into carts.hand_over_code (code_hash, profile_id, cart_id, created_at, expires_at)
      values ('\\x00', '00000000-0000-4000-8000-00000000ca49', '00000000-0000-4000-8000-00000000ca49', '2000-01-01', 'infinity')`,
  },
  {
    name: 'carts: what was handed over is on the timeline',
    sql: `select encode(h.code_hash, 'hex') as id from carts.hand_over_code h where h.claimed_at >= activity.kept_from() and not exists (
      select from activity.event e where e.profile_id = h.profile_id and e.occurred_at = h.claimed_at and e.type = 'cart.handed_over')`,
    corrupt: `insert into carts.hand_over_code (code_hash, profile_id, cart_id, created_at, expires_at, claimed_at, claimed_by)
      values ('\\x01', '00000000-0000-4000-8000-00000000ca4a', '00000000-0000-4000-8000-00000000ca4a', '2000-01-01', '2000-01-02', '2000-01-01', 'nobody')`,
  },
]
