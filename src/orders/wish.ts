import { needPlace } from '#access/access'
import { type Ordering, orderingFor } from '#business/business'
import * as carts from '#carts/carts'
import type { Actor } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { customerOf, memberProfile, profilesOf } from '#customers/customers'
import { supplyMode, type Wish } from '#orders/decide'
import type { QuoteInput } from '#orders/input'
import { type Place, place, places } from '#stores/stores'

/** Who the order is for: the profile it is written under, all profiles of that customer, and whether she is a member. */
export type Buyer = { profile_id: string; profile_ids: string[]; member: boolean; walk_in: boolean }
export type Asked = { wish: Wish; buyer: Buyer; cart: { cart_id: string; profile_id: string; version: number } | null }

/** Read a request into a wish: who buys, where from, which lines (given, or those of the living cart). */
export async function ask(db: Pool, actor: Actor, input: QuoteInput): Promise<Asked> {
  const from = await placeOf(db, actor, input)
  const ordering = input.account_id ? await orderingFor(db, actor, input.account_id, input.profile_id) : undefined
  const buyer = ordering ? forCompany(actor, ordering) : await buyerOf(db, actor, input.profile_id, from)
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
    cart: cart ? { cart_id: cart.cart_id, profile_id: cart.profile_id, version: cart.version } : null,
    wish: {
      channel: channelOf(actor, input),
      way: input.way,
      place: from,
      supply_mode: supplyMode(input.way, input.supply_mode),
      lines: input.lines ?? cart?.items ?? [],
      points_used,
      member: buyer.member,
      ...(ordering && { ordering }),
    },
  }
}

// A company neither earns nor spends points; its contact's own cart is hers to order from.
function forCompany(actor: Actor, { buyer_profile_id }: Ordering): Buyer {
  const profile_ids = actor.kind === 'member' ? (actor.profile_ids ?? []) : [buyer_profile_id]
  return { profile_id: buyer_profile_id, profile_ids, member: false, walk_in: false }
}

function channelOf(actor: Actor, input: QuoteInput): string {
  if (actor.kind === 'staff') return actor.role === 'agent' ? 'phone' : 'till'
  if (actor.kind === 'api') return input.channel ?? 'ec'
  return input.channel === 'app' || input.channel === 'line' ? input.channel : 'ec'
}

// Shipped orders leave from the place that serves EC; the others from the shop named, or where the clerk stands.
async function placeOf(db: Pool, actor: Actor, input: QuoteInput): Promise<Place> {
  if (input.way === 'ship') {
    const from = (await places(db)).find((candidate) => candidate.ships_ec && candidate.active)
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
  if (!from.active)
    refuse('orders.place_closed', 422, 'この店舗は営業を終了しています。', 'This place has closed.', {
      field: 'place_id',
    })
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

function cartOf(db: Pool, actor: Actor, buyer: Buyer): Promise<carts.OpenCart | undefined> {
  if (buyer.walk_in) return Promise.resolve(undefined)
  return transaction(db, actor, (tx) => carts.current(tx, buyer))
}
