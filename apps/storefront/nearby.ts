type Point = { lat: number; lon: number }

const EARTH_METRES = 6_371_000

/** Metres between two points over ground, for sorting and telling; on the scale of a city an even plane is exact enough. */
export function metresBetween(a: Point, b: Point): number {
  const east = ((b.lon - a.lon) * Math.PI * Math.cos(((a.lat + b.lat) * Math.PI) / 360)) / 180
  const north = ((b.lat - a.lat) * Math.PI) / 180
  return EARTH_METRES * Math.hypot(east, north)
}
