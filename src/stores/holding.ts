import { addDays, local } from '#core/time'
import { type Hours, lastClosing } from '#stores/hours'

type Holding = { hold_minutes: number; hold_days: number; time_zone: string; hours: Hours }

/** Until when goods asked for now are set aside: in the shop's minutes, or at closing so many days later, on an open day, never sooner than its minutes. */
export function heldUntil(place: Holding, now: Date): Date {
  const soonest = new Date(now.getTime() + place.hold_minutes * 60_000)
  if (place.hold_days === 0) return soonest
  const today = local(now, place.time_zone).date
  for (let day = place.hold_days; day <= place.hold_days + 14; day++) {
    const closes = lastClosing(place.hours, addDays(today, day), place.time_zone)
    if (closes && closes > soonest) return closes
  }
  return new Date(now.getTime() + place.hold_days * 86_400_000)
}
