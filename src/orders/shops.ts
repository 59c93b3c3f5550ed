import { needPlace } from '#access/access'
import type { Actor } from '#core/actor'
import type { OrderView } from '#orders/view'

/** Refuse (403) staff of shops an order does not concern: neither the one it is supplied from, nor the till that sold it, nor `also`. */
export function needShopOf(actor: Actor, { place_id, promise }: OrderView, also?: string): void {
  const own = [promise?.sold_place_id, also].find((place) => place && actor.place_ids?.includes(place))
  needPlace(actor, own ?? place_id)
}
