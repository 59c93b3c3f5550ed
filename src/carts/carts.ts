/**
 * Carts. One living cart per customer over all her profiles and channels; what she puts in on EC, the till and the
 * phone agent see and change at once.
 * What must always be true:
 * - a profile has at most one open cart, a customer works on one: a second one found is poured into the first;
 * - every change is made under the cart's row lock and counted by its version;
 * - a cart promises nothing: no stock is held, prices are those of now, only the order makes them firm;
 * - an order takes out exactly its own lines; a hand-over code opens its cart once, within ten minutes.
 */
import { emit } from '#activity/activity'
import type { Actor } from '#core/actor'
import { one, rows, run, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { wording } from '#core/problem'
import { clock } from '#core/time'
import { profilesOf } from '#customers/customers'
import { show as showCoupons } from '#promotions/promotions'

import { type Item, type Looking, type OpenCart, type Owner, priced, type Receive } from './lines.ts'
import type { Cart } from './schemas.ts'

export { handOver, issueCode, locked } from './codes.ts'
export { type Favourite, favourites, like, unlike } from './favourites.ts'
export { channelOf, type OpenCart, type Owner } from './lines.ts'

const most_lines = 200
const most_coupons = 10

wording({
  'carts.changed': {
    ja: 'カートは別の画面で変更されています。最新の内容をご確認ください。',
    en: 'The cart has been changed elsewhere. Please look at it as it is now.',
  },
  'carts.full': {
    ja: 'カートに入れられる種類の上限に達しました。',
    en: 'The cart holds as many different items as it can.',
  },
  'carts.coupons_full': {
    ja: 'カートに入れられるクーポンの上限に達しました。',
    en: 'The cart holds as many coupons as it can.',
  },
})

export type Change = {
  variant_id: string
  /** The number wanted, or the number to add when `add`. */
  quantity: number
  add?: boolean
  channel: string
  place_id?: string | null
  /** How it is to be received; left as it was when nothing is said. */
  receive?: Receive | undefined
  /** Refuse (412) unless the cart is still at this version. */
  version?: number
}

/** Whose cart a customer's profile stands for. */
export async function ownerOf(tx: Tx, profile_id: string): Promise<Owner> {
  return { profile_id, profile_ids: await profilesOf(tx, profile_id) }
}

/** The customer's open cart with its lines, oldest first; undefined when she has none. */
export async function current(tx: Tx, owner: Owner): Promise<OpenCart | undefined> {
  const found = await rows<OpenCart & { items: Item[] | null }>(
    tx,
    sql`select c.profile_id, c.cart_id, c.version, c.changed_at, (
          select json_agg(json_build_object('variant_id', i.variant_id, 'quantity', i.quantity, 'channel', i.channel,
              'added_by_kind', i.added_by_kind, 'added_by_id', i.added_by_id, 'added_at', i.added_at,
              'way', i.way, 'place_id', i.place_id)
            order by i.added_at, i.variant_id)
          from carts.item i where i.profile_id = c.profile_id and i.cart_id = c.cart_id) as items,
          array(select k.coupon_id from carts.coupon k where k.profile_id = c.profile_id and k.cart_id = c.cart_id
            order by k.added_at, k.coupon_id) as coupon_ids
        from carts.cart c where c.profile_id = any (${owner.profile_ids}::uuid[]) and c.state = 'open'
        order by c.changed_at desc, c.cart_id`,
  )
  const [cart] = found
  if (!cart) return undefined
  if (found.length > 1) {
    await ensure(tx, owner)
    return current(tx, owner)
  }
  const items = (cart.items ?? []).map((item) => ({ ...item, added_at: new Date(item.added_at).toISOString() }))
  return { ...cart, items }
}

/** The customer's cart as it stands now, with prices incl. tax, points to earn and stock marks; nothing of it is promised. */
export async function show(tx: Tx, owner: Owner, looking: Looking): Promise<Cart> {
  return priced(tx, await current(tx, owner), owner, looking)
}

/** The customer's open cart, made when there is none. */
export async function ensure(tx: Tx, owner: Owner): Promise<{ profile_id: string; cart_id: string; version: number }> {
  const cart = await one<{ profile_id: string; cart_id: string; version: number }>(
    tx,
    sql`select profile_id, cart_id, version from carts.living(${owner.profile_ids}::uuid[], ${owner.profile_id}, ${id()}, ${clock.iso()})`,
  )
  if (!cart) throw new Error('carts.living returned nothing')
  return cart
}

/** Set or add a line; 0 takes it out. Leaves its mark on the timeline when something changed. Returns the version. */
export async function put(tx: Tx, actor: Actor, owner: Owner, change: Change): Promise<number> {
  const at = clock.iso()
  const made = (await one(
    tx,
    sql`select * from carts.put(${owner.profile_ids}::uuid[], ${owner.profile_id}, ${id()}, ${change.variant_id}, ${change.quantity},
      ${change.add ?? false}, ${change.channel}, ${actor.kind}, ${actor.id}, ${at}, ${change.version ?? null}, ${most_lines},
      ${change.receive?.way ?? null}, ${change.receive?.place_id ?? null})`,
  )) as { profile_id: string; cart_id: string; version: number; quantity_before: number; quantity: number }
  const more = made.quantity - made.quantity_before
  if (more === 0) return made.version
  await emit(tx, {
    type: more > 0 ? 'cart.item_added' : 'cart.item_removed',
    profile_id: made.profile_id,
    source: 'carts',
    message_id: `${made.cart_id}:${made.version}`,
    occurred_at: at,
    channel: change.channel,
    place_id: change.place_id ?? null,
    subject_kind: 'cart',
    subject_id: made.cart_id,
    version: made.version,
    actor,
    payload: {
      cart_id: made.cart_id,
      variant_id: change.variant_id,
      quantity: Math.abs(more),
      quantity_now: made.quantity,
    },
  })
  return made.version
}

/** Lay the coupon with this code in the cart; refuses one that she cannot use. One that lies there already changes nothing. */
export async function layCoupon(tx: Tx, actor: Actor, owner: Owner, code: string, channel: string): Promise<void> {
  const { profile_ids } = owner
  const [shown] = await showCoupons(tx, [code], { profile_ids, place_id: null, channel, at: clock.iso() })
  if (shown) await changeCoupon(tx, actor, owner, shown.coupon_id, true, channel)
}

/** Take a coupon out of the cart; one that does not lie there changes nothing. */
export async function takeCoupon(
  tx: Tx,
  actor: Actor,
  owner: Owner,
  coupon_id: string,
  channel: string,
): Promise<void> {
  if ((await current(tx, owner))?.coupon_ids.includes(coupon_id))
    await changeCoupon(tx, actor, owner, coupon_id, false, channel)
}

async function changeCoupon(
  tx: Tx,
  actor: Actor,
  owner: Owner,
  coupon_id: string,
  lay: boolean,
  channel: string,
): Promise<void> {
  const at = clock.iso()
  const made = await one<{ profile_id: string | null; cart_id: string; version: number }>(
    tx,
    sql`select * from carts.lay_coupon(${owner.profile_ids}::uuid[], ${owner.profile_id}, ${id()}, ${coupon_id}, ${lay}, ${at}, ${most_coupons})`,
  )
  if (!made?.profile_id) return
  await emit(tx, {
    type: lay ? 'cart.coupon_added' : 'cart.coupon_removed',
    profile_id: made.profile_id,
    source: 'carts',
    message_id: `${made.cart_id}:${made.version}`,
    occurred_at: at,
    channel,
    subject_kind: 'cart',
    subject_id: made.cart_id,
    version: made.version,
    actor,
    payload: { cart_id: made.cart_id, coupon_id },
  })
}

/**
 * `from_profile` turned out to be the customer of `to_profile` (she signed in, or staff merged two records): their carts
 * become one, of each thing the larger number. Nothing moves when `from_profile` is another customer's by now (a shared
 * device): her cart stays hers.
 */
export async function merge(tx: Tx, from_profile: string, to_profile: string): Promise<void> {
  const at = clock.iso()
  const profiles = await profilesOf(tx, to_profile)
  const before = await profilesOf(tx, from_profile)
  if (before.length > 1 && !before.includes(to_profile)) return
  if (from_profile !== to_profile) await run(tx, sql`select carts.carry_favourites(${from_profile}, ${to_profile})`)
  const made = await one<{ profile_id: string | null; cart_id: string; version: number }>(
    tx,
    sql`select * from carts.merge(${from_profile}, ${profiles}::uuid[], ${to_profile}, ${id()}, ${at})`,
  )
  if (!made?.profile_id) return
  await emit(tx, {
    type: 'cart.merged',
    profile_id: made.profile_id,
    source: 'carts',
    message_id: `${made.cart_id}:${made.version}`,
    occurred_at: at,
    subject_kind: 'cart',
    subject_id: made.cart_id,
    version: made.version,
    payload: { cart_id: made.cart_id },
  })
}

/** Take exactly the ordered lines out, in the order's own transaction; what was not ordered stays, an empty cart closes. */
export async function ordered(
  tx: Tx,
  profile_id: string,
  cart_id: string,
  variant_ids: readonly string[],
): Promise<void> {
  await one(tx, sql`select carts.take_out(${profile_id}, ${cart_id}, ${variant_ids}::uuid[], ${clock.iso()})`)
}
