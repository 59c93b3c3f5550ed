/**
 * Receiving a gift: whoever holds its link says where it goes, and it becomes an order of her own which costs nothing. It is hers
 * alone: sealed under her key, written under her profile, with nothing in it that leads to the giver or her price.
 */
import { type Static, Type } from 'typebox'
import type { Actor } from '#core/actor'
import { type Pool, type Tx, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { seal } from '#customers/customers'
import { behind, claim, GiftToken } from '#gifts/gifts'
import { placeWithin } from '#orders/checkout'
import { decide } from '#orders/decide'
import { type Draft, draft } from '#orders/draft'
import { Contact, OrderInput, Ship } from '#orders/input'
import { promise } from '#orders/promise'
import { find, type Order } from '#orders/read'
import { ask } from '#orders/wish'
import { needOpen, place } from '#stores/stores'

const { address_id, delivery, pickup, place_id } = OrderInput.properties
export const ClaimInput = Type.Object(
  {
    token: GiftToken,
    way: Type.Union([Type.Literal('ship'), Type.Literal('collect')]),
    variant_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'One of its choices; what was bought unless said.' }),
    ),
    ship: Type.Optional(Ship),
    address_id,
    place_id,
    delivery,
    pickup,
    contact: Type.Optional(Contact),
  },
  { additionalProperties: false },
)
export type ClaimInput = Static<typeof ClaimInput>

/** A claim worked out: the order it becomes, and whether that takes the goods that lie held. */
export type PlannedClaim = { order: Draft; profile_id: string; profile_ids: string[]; keep: boolean }

/** Work a claim out without writing. Refuses as an order would: an unreadable address, a day that is not possible, a shop that hands nothing over. */
export async function planClaim(
  db: Pool,
  actor: Actor,
  { token, variant_id, contact, ...input }: ClaimInput,
): Promise<PlannedClaim> {
  await needOpen(db)
  const gift = await transaction(db, actor, (tx) => behind(tx, token))
  const chosen = variant_id ?? gift.variant_id
  if (!gift.choices.includes(chosen))
    refuse('orders.gift_not_offered', 422, 'お選びいただけない商品です。', 'This is not among the choices.', {
      field: 'variant_id',
    })
  const { wish, buyer, to } = await ask(db, actor, { ...input, lines: [{ variant_id: chosen, quantity: 1 }] })
  if (input.way === 'ship' && !to)
    refuse('orders.ship_to', 422, 'お届け先を入力してください。', 'Enter where to deliver.', { field: 'ship' })
  const { offers: _, ...plain } = wish
  const from = input.way === 'ship' ? await place(db, gift.place_id) : wish.place
  const given = { ...plain, given: true, place: from, member: false, agreed: [{ yen: 0, tax_included: true }] }
  const now = clock.now()
  const promised = await promise(db, input, given, now)
  const decision = await decide(db, given, now)
  const sealed = to || contact ? await seal(db, buyer.profile_id, { ship: to, contact }) : null
  const terms = { later: false, cash_on_delivery: false, promised }
  const order = draft(actor, input, given, buyer, null, decision, now, sealed, terms)
  const keep = input.way === 'ship' && chosen === gift.variant_id
  // What lies held for the gift goes over to the order as it is: even of the last piece nobody can come between.
  const { takes: __, ...rest } = order.writes
  return { order: keep ? { ...order, writes: rest } : order, ...buyer, keep }
}

/** Receive a gift as planned, once. Refuses 409 whoever comes second. */
export async function receive(
  tx: Tx,
  actor: Actor,
  token: string,
  { order, profile_id, profile_ids, keep }: PlannedClaim,
): Promise<Order> {
  const { order_id } = order.view
  await claim(tx, actor, token, { profile_id, profile_ids, order_id, keep })
  await placeWithin(tx, order)
  return find(tx, order_id)
}
