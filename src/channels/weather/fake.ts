import { cityOf, climateDay } from '#channels/weather/climate'
import type { Forecaster } from '#channels/weather/report'

/** Weather without a network: invented within the climate of the nearest city, the same for the same seed. */
export function fakeForecaster(seed = 'engawa'): Forecaster {
  return { name: 'fake', day: async (spot, date) => climateDay(seed, cityOf(spot), date) }
}
