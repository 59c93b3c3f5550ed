/** What the sky does at a place on a day. */
export type Report = {
  date: string
  sky: 'sun' | 'cloud' | 'rain' | 'snow'
  high_c: number
  low_c: number
  /** Mean relative humidity in percent. */
  humidity: number
  /** Rain, or snow as water, in millimetres over the day. */
  rain_mm: number
}
export type Spot = { latitude: number; longitude: number }

/** A weather service: yesterday, today or some days ahead, by the local date of the spot. */
export type Forecaster = { name: string; day(spot: Spot, date: string): Promise<Report> }
