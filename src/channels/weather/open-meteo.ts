import type { Forecaster, Report } from '#channels/weather/report'

const patience_ms = 10_000
const fields = [
  'weather_code',
  'temperature_2m_max',
  'temperature_2m_min',
  'relative_humidity_2m_mean',
  'precipitation_sum',
]

/** Open-Meteo's daily forecast (https://open-meteo.com): past days and up to 16 ahead. */
export function openMeteo(base = 'https://api.open-meteo.com'): Forecaster {
  return {
    name: 'open-meteo',
    async day({ latitude, longitude }, date) {
      const asked = new URL('/v1/forecast', base)
      asked.search = new URLSearchParams({
        latitude: String(latitude),
        longitude: String(longitude),
        daily: fields.join(),
        timezone: 'Asia/Tokyo',
        start_date: date,
        end_date: date,
      }).toString()
      const reply = await fetch(asked, { signal: AbortSignal.timeout(patience_ms) })
      if (!reply.ok) throw new Error(`the weather service answered ${reply.status}`)
      const { daily } = (await reply.json()) as { daily?: Record<string, (number | null)[]> }
      const [code, high_c, low_c, humidity, rain_mm] = fields.map((field) => daily?.[field]?.[0])
      if (code == null || high_c == null || low_c == null || humidity == null || rain_mm == null)
        throw new Error(`the weather service knows nothing of ${date}`)
      return { date, sky: skyOf(code), high_c, low_c, humidity, rain_mm }
    },
  }
}

/** WMO code table 4677 as Open-Meteo uses it: 0–1 clear, 2–48 cloud and fog, 71–77 and 85–86 snow, the rest rain. */
function skyOf(code: number): Report['sky'] {
  if (code <= 1) return 'sun'
  if (code <= 48) return 'cloud'
  return (code >= 71 && code <= 77) || code === 85 || code === 86 ? 'snow' : 'rain'
}
