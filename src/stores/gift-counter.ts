/** The code on a shop's counter by which gifts are bought in its name: derived by key, so that every shop has one and nobody can make one up. */
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { blind } from '#core/secret'
import { type Place, places, trading } from '#stores/stores'

// As posters' codes: read off paper and typed by thumb.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const code_length = 8

/** What the printed code of this shop says: eight letters. */
export function counterCode(place_id: string): string {
  const bytes = blind('gift counter', place_id)
  return Array.from({ length: code_length }, (_, at) => alphabet[(bytes[at] ?? 0) % alphabet.length]).join('')
}

/** The shop on whose counter this code stands; refuses 404 an unknown one, and that of a shop that has closed. */
export async function counterOf(db: Db, code: string): Promise<Place> {
  const said = code.trim().toUpperCase()
  const found = (await places(db)).find((each) => sells(each) && counterCode(each.place_id) === said)
  return (
    found ??
    refuse('stores.no_counter', 404, 'このQRコードは使えません。', 'This code is of no counter.', {
      field: 'counter_code',
    })
  )
}

/** Whether a place has a counter at all. */
export function sells(place: Place): boolean {
  return (place.kind === 'shop' || place.kind === 'popup') && trading(place)
}
