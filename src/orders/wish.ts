import { needPlace } from '#access/access'
import { type Ordering, orderingFor } from '#business/business'
import * as carts from '#carts/carts'
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { customerOf, memberProfile, profilesOf } from '#customers/customers'
import { supplyMode, type Way, type Wish } from '#orders/decide'
import { destination } from '#orders/destination'
import { needHouse } from '#orders/discounts'
import { cardsAlone } from '#orders/gift-cards'
import { findHold, type HoldView } from '#orders/hold-view'
import type { QuoteInput, Ship } from '#orders/input'
import { counterOf, type Place, place, places, prefectureOf, trading } from '#stores/stores'

/** Who the order is for: the profile it is written under, all profiles of that customer, and whether she is a member. */
export type Buyer = { profile_id: string; profile_ids: string[]; member: boolean; walk_in: boolean }
export type Asked = {
  wish: Wish
  buyer: Buyer
  cart: { cart_id: string; profile_id: string; version: number } | null
  /** Where to deliver, checked and in its one form; undefined when nothing was said, or nothing is delivered. */
  to: Ship | undefined
  /** The hold this sale ends. */
  hold: { hold_id: string; profile_id: string } | null
}

/** What is asked of the house: an order, a quote or a hold. */
type Request = Omit<QuoteInput, 'way'> & { way: Way; ship?: Ship; hold_id?: string }

/** Read a request into a wish: who buys, where from, which lines (given, or those of the living cart). */
export async function ask(db: Pool, actor: Actor, input: Request): Promise<Asked> {
  needHouse(actor, input.discounts)
  cardsAlone(input)
  const from = await placeOf(db, actor, input)
  const ordering = input.account_id ? await orderingFor(db, actor, input.account_id, input.profile_id) : undefined
  const sold_at = input.way === 'carry' ? null : await soldAt(db, actor, input)
  const held = input.way === 'carry' && input.hold_id ? await heldHere(db, actor, input.hold_id, from) : undefined
  const buyer = ordering
    ? forCompany(actor, ordering)
    : await buyerOf(db, actor, input.profile_id ?? held?.profile_id, sold_at ?? from)
  if (held && !buyer.profile_ids.includes(held.profile_id))
    refuse('orders.hold_other', 422, 'ほかのお客様のお取り置きです。', 'The hold is another customer’s.', {
      field: 'hold_id',
    })
  const to = input.way === 'ship' ? await destination(db, actor, input, buyer) : undefined
  const cart = input.cart ? await cartOf(db, actor, buyer) : undefined
  const points_used = input.points_used ?? 0
  if (points_used > 0 && !buyer.member)
    refuse(
      'orders.points_for_members',
      422,
      'ポイントは会員の方がご利用いただけます。',
      'Only members can use points.',
      { field: 'points_used' },
    )
  return {
    buyer,
    to,
    hold: held ? { hold_id: held.hold_id, profile_id: held.profile_id } : null,
    cart: cart ? { cart_id: cart.cart_id, profile_id: cart.profile_id, version: cart.version } : null,
    wish: {
      channel: channelOf(actor, input),
      way: input.way,
      place: from,
      sold_at,
      prefecture: to?.prefecture ?? (input.prefecture ? prefectureOf(input.prefecture) : undefined) ?? null,
      supply_mode: supplyMode(input.way, input.supply_mode),
      lines:
        input.lines ?? cart?.items ?? held?.lines.map(({ variant_id, quantity }) => ({ variant_id, quantity })) ?? [],
      ...(input.gift_cards && { gift_cards: input.gift_cards }),
      points_used,
      // Goods set aside are priced when they are sold; a company has its own prices.
      ...(input.way !== 'hold' &&
        !ordering && {
          offers: {
            profile_ids: buyer.profile_ids,
            coupons: input.coupons ?? [],
            laid: cart?.coupon_ids,
            only: input.offers,
          },
        }),
      ...(input.discounts?.length ? { discounts: input.discounts } : {}),
      member: buyer.member,
      profile_ids: buyer.profile_ids,
      ...(ordering && { ordering }),
    },
  }
}

// A company neither earns nor spends points; its contact's own cart is hers to order from.
function forCompany(actor: Actor, { buyer_profile_id }: Ordering): Buyer {
  const profile_ids = actor.kind === 'member' ? (actor.profile_ids ?? []) : [buyer_profile_id]
  return { profile_id: buyer_profile_id, profile_ids, member: false, walk_in: false }
}

function channelOf(actor: Actor, input: Request): string {
  if (actor.kind === 'staff') return actor.role === 'agent' ? 'phone' : 'till'
  if (actor.kind === 'api') return input.channel ?? 'ec'
  return input.channel === 'app' || input.channel === 'line' ? input.channel : 'ec'
}

// An order taken at a till for elsewhere (endless aisle): its points and its sale are those of the shop where it was
// taken. So it is when a customer says by its code at which counter she stands.
async function soldAt(db: Pool, actor: Actor, input: Request): Promise<Place | null> {
  if (input.counter_code !== undefined) {
    if (input.way !== 'gift' || actor.kind === 'staff')
      refuse(
        'orders.counter_gifts',
        422,
        'カウンターのQRコードは、お客様がギフトを贈るときにお使いください。',
        'The code on the counter is for customers who give.',
        { field: 'counter_code' },
      )
    return counterOf(db, input.counter_code)
  }
  const mine = actor.kind === 'staff' && actor.role !== 'agent' ? actor.place_id : undefined
  const place_id = actor.kind === 'staff' || actor.kind === 'api' ? (input.sold_place_id ?? mine) : undefined
  if (!place_id) return null
  needPlace(actor, place_id)
  return place(db, place_id)
}

// Shipped orders leave from the place that serves EC unless staff name another; the others from the shop named, or where the clerk stands.
async function placeOf(db: Pool, actor: Actor, input: Request): Promise<Place> {
  const staffed = actor.kind === 'staff' || actor.kind === 'api'
  // A card is sold by the shop that has its money; what is bought at home, by the place that serves EC.
  const at_home = input.way === 'gift_card' && !(staffed && (input.place_id || actor.place_id))
  if (at_home || (ships(input.way) && !(staffed && input.place_id))) {
    const from = (await places(db)).find((candidate) => candidate.ships_ec && trading(candidate))
    return (
      from ??
      refuse('orders.no_warehouse', 409, '配送元の倉庫が設定されていません。', 'No place is set to ship orders.', {
        field: 'way',
      })
    )
  }
  const place_id = input.place_id ?? actor.place_id
  if (!place_id)
    return refuse('orders.place_needed', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
  const from = await place(db, place_id)
  if (!trading(from))
    refuse('orders.place_closed', 422, 'この店舗は営業を終了しています。', 'This place has closed.', {
      field: 'place_id',
    })
  if (input.way === 'gift_card') needPlace(actor, place_id)
  if (ships(input.way) || input.way === 'hold' || input.way === 'gift_card') return from
  if (input.way === 'order_ahead') {
    if (!from.offers_order_ahead)
      refuse('orders.no_order_ahead', 422, 'この店舗は事前注文を受けていません。', 'This shop takes no orders ahead.', {
        field: 'place_id',
      })
    return from
  }
  if (input.way === 'collect') {
    if (!from.offers_pickup)
      refuse('orders.no_pickup', 422, 'この店舗では受け取れません。', 'This shop does not offer pickup.', {
        field: 'place_id',
      })
    return from
  }
  if (actor.kind !== 'staff' && actor.kind !== 'api')
    refuse(
      'orders.carry_at_till',
      403,
      '店頭での販売は店舗スタッフが行います。',
      'A till sale is made by shop staff.',
      { field: 'way' },
    )
  needPlace(actor, place_id)
  return from
}

function ships(way: Way): boolean {
  return way === 'ship' || way === 'gift'
}

async function buyerOf(db: Pool, actor: Actor, profile_id: string | undefined, from: Place): Promise<Buyer> {
  if (actor.kind === 'member' || actor.kind === 'visitor') {
    const own = actor.profile_id as string
    if (profile_id && !actor.profile_ids?.includes(profile_id))
      refuse('orders.not_yours', 403, 'ほかのお客様の注文はできません。', 'You cannot order for someone else.', {
        field: 'profile_id',
      })
    return { profile_id: own, profile_ids: actor.profile_ids ?? [own], member: actor.kind === 'member', walk_in: false }
  }
  // A walk-in sale has no person: it is written under the shop itself.
  if (!profile_id) return { profile_id: from.place_id, profile_ids: [], member: false, walk_in: true }
  const member = await memberProfile(db, profile_id)
  // A guest is as rare at a till as an unknown id: only then it is looked up whether there is such a person at all.
  if (!member) await customerOf(db, profile_id)
  return { profile_id, profile_ids: await profilesOf(db, profile_id), member, walk_in: false }
}

// What was set aside is sold where it lies.
async function heldHere(db: Pool, actor: Actor, hold_id: string, from: Place): Promise<HoldView> {
  const hold = await transaction(db, actor, (tx) => findHold(tx, hold_id))
  if (hold.place_id !== from.place_id)
    refuse('orders.hold_elsewhere', 409, '別の店舗のお取り置きです。', 'It is set aside in another shop.', {
      field: 'hold_id',
    })
  return hold
}

function cartOf(db: Pool, actor: Actor, buyer: Buyer): Promise<carts.OpenCart | undefined> {
  if (buyer.walk_in) return Promise.resolve(undefined)
  return transaction(db, actor, (tx) => carts.current(tx, buyer))
}
