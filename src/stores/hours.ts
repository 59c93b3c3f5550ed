import { addDays, instant, local } from '#core/time'

/** From `open` to `close`, shop time; after midnight the hours go on counting (`26:00` is two in the morning). */
export type Span = { open: string; close: string }
/** Opening hours by weekday, and for single dates that differ from their weekday; a missing day is closed. */
export type Hours = { [day in Weekday]?: Span[] } & { dates?: Record<string, Span[]> }
export type Weekday = 'sun' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat'
export const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export type Opening = { open_now: boolean; closes_at: string | null; opens_at: string | null }

/** Spans of one local date, earliest first. */
export function spansOn(hours: Hours, date: string): Span[] {
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] as Weekday
  const spans = hours.dates?.[date] ?? hours[weekday] ?? []
  return spans.toSorted((a, b) => a.open.localeCompare(b.open))
}

/** Whether a place is open at an instant, when it closes, or when it opens next (within two weeks). */
export function opening(hours: Hours, zone: string, at: Date): Opening {
  const today = local(at, zone).date
  for (let day = -1; day <= 14; day++) {
    const date = addDays(today, day)
    for (const span of spansOn(hours, date)) {
      const opens = moment(date, span.open, zone)
      const closes = moment(date, span.close, zone)
      if (at >= closes) continue
      if (at >= opens)
        return { open_now: true, closes_at: lastClose(hours, date, span, zone).toISOString(), opens_at: null }
      return { open_now: false, closes_at: null, opens_at: opens.toISOString() }
    }
  }
  return { open_now: false, closes_at: null, opens_at: null }
}

// A shop open around the clock writes 00:00–24:00 each day: it closes when the chain of touching spans ends.
function lastClose(hours: Hours, date: string, span: Span, zone: string): Date {
  let closes = moment(date, span.close, zone)
  for (let day = 0; day <= 14; day++)
    for (const next of spansOn(hours, addDays(date, day))) {
      const opens = moment(addDays(date, day), next.open, zone)
      const ends = moment(addDays(date, day), next.close, zone)
      if (opens <= closes && ends > closes) closes = ends
    }
  return closes
}

/** The instant of a shop time which may run past midnight. */
export function moment(date: string, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const day = addDays(date, Math.floor(hours / 24))
  return instant(day, `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`, zone)
}

/** When a place last closes on a date, in its own zone; undefined on a day it stays closed. */
export function lastClosing(hours: Hours, date: string, zone: string): Date | undefined {
  const last = spansOn(hours, date).at(-1)
  return last && moment(date, last.close, zone)
}
