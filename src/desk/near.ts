import {
  heldUntil,
  type Opening,
  opening,
  type PickupPromise,
  type Place,
  pickupPromise,
  trading,
} from '#stores/stores'
import { left, type Mark, mark, reservable } from './mark.ts'

const most_places = 30

/** A shop with this product's stock: distance, hours, and what can be promised there. */
export type Near = {
  place_id: string
  kind: string
  name: string
  name_en: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
  distance_m: number | null
  open_now: boolean
  closes_at: string | null
  opens_at: string | null
  stock: Mark
  left: number | null
  variants: { variant_id: string; stock: Mark; left: number | null; reservable: number }[]
  collect: { day: string; ready_at: string; order_before: string; until_day: string } | null
  /** Until when goods asked for now are set aside; null: not here, or what is made when ordered. */
  hold: { until: string } | null
  order_ahead: { ready_at: string; paused_until: string | null } | null
}
export type WayOffered = {
  way: 'ship' | 'collect' | 'hold' | 'order_ahead'
  available: boolean
  place_id: string | null
  day: string | null
  order_before: string | null
}

type Stock = readonly (readonly [place_id: string, variant_id: string, available: number])[]

/** Shops and POP-UPs with stock marks: my own first, then by distance (by name without one). */
export function near(
  all: readonly Place[],
  variant_ids: readonly string[],
  stock: Stock,
  metres: Record<string, number>,
  mine: string | undefined,
  now: Date,
  many_from: number,
  made: boolean,
): Near[] {
  const shelves = new Map<string, Map<string, number>>()
  for (const [place_id, variant_id, available] of stock) {
    const shelf = shelves.get(place_id) ?? new Map<string, number>()
    shelves.set(place_id, shelf.set(variant_id, available))
  }
  const rank = (place: Place) => (place.place_id === mine ? -1 : (metres[place.place_id] ?? Number.MAX_SAFE_INTEGER))
  return all
    .filter((place) => trading(place, now) && (place.kind === 'shop' || place.kind === 'popup'))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most_places)
    .map((place) =>
      shopOf(place, variant_ids, shelves.get(place.place_id), metres[place.place_id], now, many_from, made),
    )
}

function shopOf(
  place: Place,
  variant_ids: readonly string[],
  shelf: Map<string, number> | undefined,
  distance: number | undefined,
  now: Date,
  many_from: number,
  made: boolean,
): Near {
  const { place_id, kind, name, name_en, city, latitude, longitude } = place
  const { open, pickup } = today(place, now)
  const ahead = place.offers_order_ahead ? orderAhead(place, open, now) : null
  let total = 0
  const variants = variant_ids.map((variant_id) => {
    // What is made when ordered is there wherever orders ahead are taken.
    const available = made ? (place.offers_order_ahead ? many_from : 0) : (shelf?.get(variant_id) ?? 0)
    total += available
    return {
      variant_id,
      stock: mark(available, many_from),
      left: left(available, many_from),
      reservable: reservable(available),
    }
  })
  return {
    place_id,
    kind,
    name,
    name_en,
    city,
    latitude,
    longitude,
    distance_m: distance ?? null,
    open_now: open.open_now,
    closes_at: open.closes_at,
    opens_at: open.opens_at,
    stock: mark(total, many_from),
    left: left(total, many_from),
    variants,
    collect:
      pickup && !made
        ? { day: pickup.date, ready_at: pickup.ready_at, order_before: pickup.cutoff, until_day: pickup.last_day }
        : null,
    hold: place.offers_holds && !made ? { until: heldUntil(place, now).toISOString() } : null,
    order_ahead: ahead,
  }
}

// As orders promise it (orders/promise.ts): in the shop's minutes, before it closes, unless it is too busy.
function orderAhead(place: Place, open: Opening, now: Date): Near['order_ahead'] {
  const ready = new Date(now.getTime() + place.order_ahead_minutes * 60_000)
  const paused = place.order_ahead_paused_until
  const paused_until = paused && Date.parse(paused) > now.getTime() ? paused : null
  if (!open.open_now || !open.closes_at || ready > new Date(open.closes_at)) return null
  return { ready_at: ready.toISOString(), paused_until }
}

type Today = { minute: number; open: Opening; pickup: PickupPromise | undefined }
const known = new WeakMap<Place, Today>()

// Hours are read off the calendar of each shop's zone: worth remembering for the minute in which they cannot change.
function today(place: Place, now: Date): Today {
  const minute = Math.floor(now.getTime() / 60_000)
  const kept = known.get(place)
  if (kept?.minute === minute) return kept
  const at = new Date(minute * 60_000)
  const fresh = { minute, open: opening(place.hours, place.time_zone, at), pickup: pickupPromise(place, at) }
  known.set(place, fresh)
  return fresh
}

/** How it can be had: sent, or from my shop, else from the nearest shop that has it: collected, set aside, ordered ahead. */
export function ways(shops: readonly Near[], can_ship: boolean, on_sale: boolean): WayOffered[] {
  const first = (has: (shop: Near) => unknown) =>
    on_sale ? shops.find((shop) => shop.stock !== 'none' && has(shop)) : undefined
  const collect = first((shop) => shop.collect)
  const hold = first((shop) => shop.hold)
  const ahead = first((shop) => shop.order_ahead && !shop.order_ahead.paused_until)
  const nothing = { day: null, order_before: null }
  return [
    { way: 'ship', available: can_ship, place_id: null, ...nothing },
    {
      way: 'collect',
      available: collect !== undefined,
      place_id: collect?.place_id ?? null,
      day: collect?.collect?.day ?? null,
      order_before: collect?.collect?.order_before ?? null,
    },
    { way: 'hold', available: hold !== undefined, place_id: hold?.place_id ?? null, ...nothing },
    { way: 'order_ahead', available: ahead !== undefined, place_id: ahead?.place_id ?? null, ...nothing },
  ]
}
