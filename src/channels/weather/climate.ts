import { createHash } from 'node:crypto'
import type { Report, Spot } from '#channels/weather/report'

/** Mean highs by month, mean humidity, and share of wet days, roughly as the Japan Meteorological Agency's normals have them. */
const climates = {
  sapporo: { at: [43.06, 141.33], high: [-1, 0, 5, 12, 18, 22, 25, 27, 23, 17, 9, 2], humidity: 66, wet: 0.35 },
  tokyo: { at: [35.69, 139.75], high: [10, 11, 14, 19, 24, 26, 30, 31, 28, 22, 17, 12], humidity: 62, wet: 0.27 },
  kyoto: { at: [35.01, 135.73], high: [9, 10, 14, 20, 25, 28, 32, 34, 29, 23, 17, 12], humidity: 65, wet: 0.3 },
  naha: { at: [26.21, 127.69], high: [20, 20, 22, 24, 27, 30, 32, 32, 31, 28, 25, 21], humidity: 74, wet: 0.36 },
} as const

export type City = keyof typeof climates
export const cities = Object.keys(climates) as City[]

/** The city whose climate a spot shares: the nearest, as the crow flies on a flat map. */
export function cityOf({ latitude, longitude }: Spot): City {
  const far = (city: City) => {
    const [lat, lon] = climates[city].at
    return (lat - latitude) ** 2 + ((lon - longitude) * 0.8) ** 2
  }
  return cities.reduce((best, city) => (far(city) < far(best) ? city : best))
}

/** One day's weather of a city, invented within its climate: the same seed gives the same. */
export function climateDay(seed: string, city: City, date: string): Report {
  const bytes = createHash('sha256').update(`${seed}/weather/${city}/${date}`).digest()
  const chance = (n: number) => bytes.readUInt32BE(n * 4) / 2 ** 32
  const normal = climates[city]
  const wet = chance(0) < normal.wet
  const high_c = Math.round((normal.high[Number(date.slice(5, 7)) - 1] ?? 18) + (chance(1) - 0.5) * 7 - (wet ? 2 : 0))
  const dry = normal.humidity - 18 + Math.round(chance(3) * 30)
  return {
    date,
    sky: wet ? (high_c <= 1 ? 'snow' : 'rain') : chance(2) < 0.62 ? 'sun' : 'cloud',
    high_c,
    low_c: high_c - 6 - Math.round(chance(4) * 4),
    humidity: Math.min(95, Math.max(28, dry + (wet ? 18 : 0))),
    rain_mm: wet ? 1 + Math.round(chance(5) ** 2 * 60) : 0,
  }
}
