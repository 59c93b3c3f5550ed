const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export type Weekday = (typeof weekdays)[number]

/** The instant of a Japanese wall-clock time, as ISO UTC; seconds counts from midnight in Tokyo. */
export function instant(date: string, seconds: number): string {
  return new Date(Date.parse(`${date}T00:00:00+09:00`) + Math.round(seconds) * 1000).toISOString()
}

export const clockSeconds = (hhmm: string): number => Number(hhmm.slice(0, 2)) * 3600 + Number(hhmm.slice(3, 5)) * 60

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function weekdayOf(date: string): Weekday {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun'
}
