import { type Region, type Weather, type Weekday, weekdays } from './intention.ts'
import { type Chance, chance } from './random.ts'

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

/** Mean high temperature by month, and humidity, roughly as the Japan Meteorological Agency's normals have it. */
const normals: Record<Region, { high: number[]; humidity: number; wet: number }> = {
  tokyo: { high: [10, 11, 14, 19, 24, 26, 30, 31, 28, 22, 17, 12], humidity: 62, wet: 0.27 },
  kyoto: { high: [9, 10, 14, 20, 25, 28, 32, 34, 29, 23, 17, 12], humidity: 65, wet: 0.3 },
  sapporo: { high: [-1, 0, 5, 12, 18, 22, 25, 27, 23, 17, 9, 2], humidity: 66, wet: 0.35 },
  naha: { high: [20, 20, 22, 24, 27, 30, 32, 32, 31, 28, 25, 21], humidity: 74, wet: 0.36 },
}

/** The weather of one day in one region. */
export function weatherOf(seed: string, date: string, region: Region): Weather {
  const c: Chance = chance(`${seed}/weather/${region}/${date}`)
  const normal = normals[region]
  const mean = normal.high[Number(date.slice(5, 7)) - 1] ?? 18
  const wet = c.maybe(normal.wet)
  const high_c = Math.round(mean + (c.next() - 0.5) * 7 - (wet ? 2 : 0))
  const sky = wet ? (high_c <= 1 ? 'snow' : 'rain') : c.maybe(0.62) ? 'sun' : 'cloud'
  return {
    sky,
    high_c,
    low_c: high_c - c.between(6, 10),
    humidity: Math.min(95, Math.max(28, normal.humidity + c.between(-18, 12) + (wet ? 18 : 0))),
  }
}
