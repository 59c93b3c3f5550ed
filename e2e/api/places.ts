import { system } from '../../src/core/actor.ts'
import { transaction } from '../../src/core/database.ts'
import { type PlaceInput, place, putPlace } from '../../src/stores/stores.ts'
import type { Shop } from './app.ts'

/** Change what a place says of itself. */
export async function changePlace(
  shop: Pick<Shop, 'db'>,
  place_id: string,
  change: Partial<PlaceInput>,
): Promise<void> {
  const { place_id: _, version: __, ...known } = await place(shop.db, place_id)
  await transaction(shop.db, system, (tx) => putPlace(tx, system, { ...known, ...change }, { place_id }))
}

/** The same hours every day of the week. */
export function daily(open: string, close: string): PlaceInput['hours'] {
  const spans = [{ open, close }]
  return { sun: spans, mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans }
}
