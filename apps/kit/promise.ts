import type { Place } from './shapes.ts'

const DAY_MS = 86_400_000
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const LOOK_AHEAD_DAYS = 14

/** When goods ordered for collection at a moment were promised to be ready: within the shop's minutes while it is open, else at its next opening. */
export function promisedReady(placed_at: string, place: Place): string | null {
  const placed_ms = Date.parse(placed_at)
  const shift_ms = zoneShift(placed_ms, place.time_zone)
  const local = new Date(placed_ms + shift_ms).toISOString()
  const soon_ms = placed_ms + place.pickup_ready_minutes * 60_000
  for (let day = local.slice(11, 16) < place.pickup_cutoff ? 0 : 1; day <= LOOK_AHEAD_DAYS; day++) {
    const midnight_ms = Date.parse(`${local.slice(0, 10)}T00:00:00Z`) + day * DAY_MS
    const date = new Date(midnight_ms).toISOString().slice(0, 10)
    const spans = place.hours.dates?.[date] ?? place.hours[WEEK[new Date(midnight_ms).getUTCDay()] ?? 'sun'] ?? []
    for (const span of spans) {
      const opens_ms = midnight_ms + clockMs(span.open) - shift_ms
      const ready_ms = day === 0 ? Math.max(soon_ms, opens_ms) : opens_ms
      if (ready_ms < midnight_ms + clockMs(span.close) - shift_ms) return new Date(ready_ms).toISOString()
    }
  }
  return null
}

/** '26:00' is two in the morning after. */
function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** How far the zone's wall clock is ahead of UTC at a moment. */
function zoneShift(at_ms: number, zone: string): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    at_ms,
  )
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at_ms / 1000) * 1000
}
