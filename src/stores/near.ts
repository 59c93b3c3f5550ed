import { type Db, rows, sql } from '#core/database'

export type Spot = { latitude: number; longitude: number }

/** Distance in metres from a spot to each active place, nearest first; places without coordinates are left out. */
export function distances(db: Db, from: Spot): Promise<{ place_id: string; metres: number }[]> {
  return rows(
    db,
    sql`select place_id, round(metres)::integer as metres from stores.distances(${degrees(from.latitude)}, ${degrees(from.longitude)})`,
  )
}

/** A coordinate to the centimetre: finer than any place, and never a number too small to be kept. */
export function degrees(value: number): number {
  return Math.round(value * 1e7) / 1e7
}
