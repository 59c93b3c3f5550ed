import { addDays, instant, local } from '#core/time'
import { type Hours, moment, spansOn } from '#stores/hours'

/** What a place says about collecting. */
export type Pickup = {
  offers_pickup: boolean
  active: boolean
  time_zone: string
  hours: Hours
  pickup_cutoff: string
  pickup_ready_minutes: number
  pickup_keep_days: number
  pickup_days: number
  pickup_window_minutes: number
}

/** When goods ordered now can be collected: the shop's date, the instant they are ready, the shop time orders close for it. */
export type PickupPromise = { date: string; ready_at: string; cutoff: string; last_day: string }
/** A stretch of opening hours in which an order may be collected. */
export type Window = { date: string; from: string; until: string }

/** Open days are looked for so far ahead. */
const look_ahead_days = 45
const first_day_within_days = 14

/**
 * The windows offered to someone who orders for collection at `at`, earliest first: today only before the shop's cut-off,
 * never before the goods can be ready, on open days alone (single dates that differ are the shop's closing days).
 */
export function pickupWindows(place: Pickup, at: Date): Window[] {
  if (!place.offers_pickup || !place.active) return []
  const now = local(at, place.time_zone)
  const ready = new Date(at.getTime() + place.pickup_ready_minutes * 60_000)
  const windows: Window[] = []
  const days = new Set<string>()
  let offered_until = 0
  for (let day = now.time < place.pickup_cutoff ? 0 : 1; day <= look_ahead_days; day++) {
    const date = addDays(now.date, day)
    for (const span of spansOn(place.hours, date)) {
      const opens = moment(date, span.open, place.time_zone)
      const closes = moment(date, span.close, place.time_zone)
      // Hours that run past midnight may reach into the next day's: what was offered is not offered again.
      const from = new Date(Math.max(opens.getTime(), ready.getTime(), offered_until))
      if (from >= closes) continue
      offered_until = closes.getTime()
      days.add(date)
      if (days.size > place.pickup_days) return windows
      windows.push(...cut(date, from, opens, closes, place.pickup_window_minutes))
    }
  }
  return windows
}

/** Opening hours cut into windows of so many minutes, counted from opening; the one that has begun starts when goods are ready. */
function cut(date: string, from: Date, opens: Date, closes: Date, minutes: number): Window[] {
  const windows: Window[] = []
  const step = minutes > 0 ? minutes * 60_000 : closes.getTime() - opens.getTime()
  for (let begins = opens.getTime(); begins < closes.getTime(); begins += step) {
    const until = Math.min(begins + step, closes.getTime())
    if (until <= from.getTime()) continue
    const start = new Date(Math.max(begins, from.getTime()))
    windows.push({ date, from: start.toISOString(), until: new Date(until).toISOString() })
  }
  return windows
}

/**
 * What to promise someone who orders for collection at `at`: the first window offered; undefined when the place offers no
 * pickup or has no open day within two weeks. `last_day` is the date at whose close uncollected goods go back.
 */
export function pickupPromise(place: Pickup, at: Date): PickupPromise | undefined {
  const [first] = pickupWindows({ ...place, pickup_days: 1 }, at)
  if (!first || first.date > addDays(local(at, place.time_zone).date, first_day_within_days)) return undefined
  return {
    date: first.date,
    ready_at: first.from,
    cutoff: place.pickup_cutoff,
    last_day: addDays(first.date, place.pickup_keep_days),
  }
}

/** The instant at which goods that are ready on a date go back to the shelf: the midnight after their last day. */
export function keptUntil(place: Pickup, date: string): Date {
  return instant(addDays(date, place.pickup_keep_days + 1), '00:00', place.time_zone)
}
