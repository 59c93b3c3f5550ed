/** What an order promises beyond its lines: when it can be collected, when it is delivered, when it is ready to drink. */
import { type Db, only, sql } from '#core/database'
import { refuse } from '#core/problem'
import { setting } from '#core/settings'
import { local } from '#core/time'
import type { Wish } from '#orders/decide'
import type { OrderInput, QuoteInput } from '#orders/input'
import { barredPayments } from '#orders/settings'
import { deliveryDays, deliveryTerms, keptUntil, opening, type Place, pickupWindows } from '#stores/stores'

/** As it is kept (orders.promise); a till sale has none. */
export type Promised = {
  sold_place_id: string | null
  /** How it came to that shop, where its till did not sell it. */
  route: string | null
  ready_from: string | null
  ready_until: string | null
  keep_until: string | null
  delivery_from: string | null
  delivery_date: string | null
  delivery_slot: string | null
  call_number: number | null
}

const nothing: Promised = {
  sold_place_id: null,
  route: null,
  ready_from: null,
  ready_until: null,
  keep_until: null,
  delivery_from: null,
  delivery_date: null,
  delivery_slot: null,
  call_number: null,
}

/** The promise of a wish as of `now`; null for a till sale, and for gifts that no shop sold. Refuses (422, 409) dates, windows and hours that are not offered. */
export async function promise(db: Db, input: QuoteInput, wish: Wish, now: Date): Promise<Promised | null> {
  if (wish.way === 'carry' || wish.way === 'gift_card') return null
  const elsewhere = wish.sold_at && wish.sold_at.place_id !== wish.place.place_id
  const promised = { ...nothing, sold_place_id: elsewhere ? (wish.sold_at as Place).place_id : null }
  if (wish.way === 'gift') return elsewhere ? { ...promised, route: input.counter_code ? 'counter_qr' : null } : null
  if (wish.way === 'ship') return { ...promised, ...(await delivered(db, input, wish, now)) }
  if (wish.way === 'collect') return { ...promised, ...collected(input, wish.place, now) }
  return { ...promised, ready_from: aheadAt(input, wish.place, now) }
}

async function delivered(db: Db, { delivery = {} }: QuoteInput, { place, prefecture }: Wish, now: Date) {
  const terms = await deliveryTerms(db, local(now, place.time_zone).date)
  const { earliest, dates } = deliveryDays(terms, place.time_zone, prefecture ?? '', now)
  if (delivery.date && !dates.includes(delivery.date))
    refuse(
      'orders.delivery_date',
      422,
      'この日にはお届けできません。別の日をお選びください。',
      'Delivery on this day is not possible; choose another.',
      { field: 'delivery.date', earliest, latest: dates.at(-1) },
    )
  if (delivery.slot && !terms.slots.some(({ code }) => code === delivery.slot))
    refuse('orders.delivery_slot', 422, 'この時間帯は選べません。', 'There is no such time slot.', {
      field: 'delivery.slot',
      slots: terms.slots.map(({ code }) => code),
    })
  return { delivery_from: earliest, delivery_date: delivery.date ?? null, delivery_slot: delivery.slot ?? null }
}

// A shop that has not said when it opens promises its minutes alone.
function collected({ pickup = {} }: QuoteInput, place: Place, now: Date) {
  const windows = pickupWindows(place, now)
  const wanted = pickup.from ? Date.parse(pickup.from) : undefined
  const chosen = windows.find(
    (window) =>
      (!pickup.date || window.date === pickup.date) &&
      (wanted === undefined || (wanted >= Date.parse(window.from) && wanted < Date.parse(window.until))),
  )
  if (chosen)
    return {
      ready_from: chosen.from,
      ready_until: chosen.until,
      keep_until: keptUntil(place, chosen.date).toISOString(),
    }
  if (pickup.date || pickup.from || Object.keys(place.hours).length > 0)
    refuse('orders.pickup_date', 422, 'この日時にはお受け取りいただけません。', 'Collection is not possible then.', {
      field: pickup.from ? 'pickup.from' : pickup.date ? 'pickup.date' : 'place_id',
      earliest: windows[0]?.from ?? null,
    })
  const ready = new Date(now.getTime() + place.pickup_ready_minutes * 60_000)
  return {
    ready_from: ready.toISOString(),
    keep_until: keptUntil(place, local(ready, place.time_zone).date).toISOString(),
  }
}

/** When an order ahead is ready: in the shop's minutes, or at the wanted time of the same opening. Refuses when it is closed or paused. */
function aheadAt({ pickup = {} }: QuoteInput, place: Place, now: Date): string {
  const paused = place.order_ahead_paused_until
  if (paused && Date.parse(paused) > now.getTime())
    refuse(
      'orders.ahead_paused',
      409,
      '混み合っているため、事前注文の受付を止めています。',
      'The shop is busy and takes no orders ahead just now.',
      { field: 'place_id', until: paused },
    )
  const { open_now, closes_at, opens_at } = opening(place.hours, place.time_zone, now)
  const soonest = now.getTime() + place.order_ahead_minutes * 60_000
  if (!open_now || !closes_at || soonest > Date.parse(closes_at))
    return refuse('orders.shop_closed', 409, 'ただいま営業時間外です。', 'The shop is closed now.', {
      field: 'place_id',
      opens_at,
    })
  const wanted = pickup.from ? Date.parse(pickup.from) : soonest
  // A leap second is a time no clock of ours knows.
  if (!(wanted >= soonest && wanted <= Date.parse(closes_at)))
    refuse('orders.pickup_date', 422, 'この時刻にはお渡しできません。', 'It cannot be ready at that time.', {
      field: 'pickup.from',
      earliest: new Date(soonest).toISOString(),
      latest: closes_at,
    })
  return new Date(wanted).toISOString()
}

/** Refuse ways to pay which the shop, or the retailer for this way of buying, does not take. */
export async function barred(db: Db, input: OrderInput, wish: Wish): Promise<void> {
  const general = await setting(db, barredPayments)
  const own = wish.way === 'ship' || wish.way === 'gift' ? [] : wish.place.barred_payments
  const methods: string[] = [...own, ...(general[wish.way] ?? [])]
  if (methods.length === 0) return
  const used = [...(input.payments ?? []).map(({ method }) => method), ...(wish.points_used > 0 ? ['points'] : [])]
  const at = used.findIndex((method) => methods.includes(method))
  if (at < 0) return
  refuse(
    'orders.payment_barred',
    422,
    'この受け取り方法では、このお支払い方法をご利用いただけません。',
    'This way of receiving does not take this way to pay.',
    {
      field: at < (input.payments ?? []).length ? `payments.${at}.method` : 'points_used',
      method: used[at],
      barred: methods,
    },
  )
}

/** The next number a shop calls out today: 1 to 999, then from 1 again. */
export async function nextCall(db: Db, place_id: string, business_date: string): Promise<number> {
  const row = await only<{ number: number }>(db, sql`select orders.next_call(${place_id}, ${business_date}) as number`)
  return row.number
}

/** Uncollected goods are kept from the day they were promised for, or the later one on which they lay ready. */
export function keepUntil(place: Place, ready_on: string, promised_from: string | null): Date {
  const promised_on = promised_from ? local(new Date(promised_from), place.time_zone).date : ready_on
  return keptUntil(place, promised_on > ready_on ? promised_on : ready_on)
}

/** The dates and slots in which an order given now can be delivered to a prefecture, and what that costs. */
export async function deliveryOptions(db: Db, place: Place, prefecture: string, now: Date) {
  const terms = await deliveryTerms(db, local(now, place.time_zone).date)
  return { terms, days: deliveryDays(terms, place.time_zone, prefecture, now) }
}
