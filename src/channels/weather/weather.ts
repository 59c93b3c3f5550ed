import { fakeForecaster } from '#channels/weather/fake'
import { openMeteo } from '#channels/weather/open-meteo'
import type { Forecaster } from '#channels/weather/report'

/** The configured weather service: Open-Meteo when `ENGAWA_WEATHER` is `open-meteo` (or an address that speaks as it does), else the fake. */
export function forecaster(): Forecaster {
  const wanted = process.env.ENGAWA_WEATHER
  if (!wanted || wanted === 'fake') return fakeForecaster()
  return wanted === 'open-meteo' ? openMeteo() : openMeteo(wanted)
}
