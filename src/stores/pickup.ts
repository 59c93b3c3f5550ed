import { addDays, local } from '#core/time'
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
}

/** When goods ordered now can be collected: the shop's date, the instant they are ready, the shop time orders close for it. */
export type PickupPromise = { date: string; ready_at: string; cutoff: string; last_day: string }

/**
 * What to promise someone who orders for collection at `at`: today if it is before the shop's cut-off and the goods can be
 * ready before it closes, else the next open day; undefined when the place offers no pickup or has no open day within two
 * weeks. `last_day` is the date at whose close uncollected goods go back.
 */
export function pickupPromise(place: Pickup, at: Date): PickupPromise | undefined {
  if (!place.offers_pickup || !place.active) return undefined
  const now = local(at, place.time_zone)
  const ready = new Date(at.getTime() + place.pickup_ready_minutes * 60_000)
  for (let day = now.time < place.pickup_cutoff ? 0 : 1; day <= 14; day++) {
    const date = addDays(now.date, day)
    for (const span of spansOn(place.hours, date)) {
      const opens = moment(date, span.open, place.time_zone)
      const ready_at = day === 0 && ready > opens ? ready : opens
      if (ready_at < moment(date, span.close, place.time_zone))
        return {
          date,
          ready_at: ready_at.toISOString(),
          cutoff: place.pickup_cutoff,
          last_day: addDays(date, place.pickup_keep_days),
        }
    }
  }
  return undefined
}
