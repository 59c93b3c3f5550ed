/**
 * Orders owns what was bought in every channel: one order, its lines, payments and promises, in one shape.
 * Always true: lines sum to the total, tax is rounded once per rate, payments sum to the total; an order is written
 * whole with its stock, points, cart and timeline event, or not at all (functions.sql, one round trip); card money is
 * asked for only after the goods are held, outside any transaction, and an order that never hears back is reconciled.
 * States: paying → placed → ready → done, or cancelled. Every change is safe to repeat.
 */
import { wording } from '#core/problem'

export { booked, bookMany, numbersTaken, type PastLine, type PastOrder } from '#orders/book'
export { place } from '#orders/checkout'
export { handOver, prepare, ready, ship, tick } from '#orders/fulfil'
export { returnLapsed } from '#orders/gift-refunds'
export { findHold, type HoldView } from '#orders/hold-view'
export { tickHolds } from '#orders/holds'
export { issuerAt } from '#orders/issuer'
export { outgoing } from '#orders/outgoing'
export { cancelOutside, type Outside, refundedOutside, takeOutside } from '#orders/outside'
export { placedLately } from '#orders/pace'
export { reachOf } from '#orders/reach'
export { find, newest, ofCustomer, queue } from '#orders/read'
export { buyersAmong, soldAmong, unbookMany } from '#orders/unbook'
export { unfinished } from '#orders/unfinished'
export { OrderView, pickupCode } from '#orders/view'

wording({
  'orders.price_stale': {
    ja: '価格が変わりました。もう一度お試しください。',
    en: 'A price has just changed; please try again.',
  },
})
