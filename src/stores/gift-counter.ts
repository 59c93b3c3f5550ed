/** The code on a shop's counter by which gifts are bought in its name: derived by key, so that every shop has one and nobody can make one up. */
import { blind } from '#core/secret'

// As posters' codes: read off paper and typed by thumb.
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const code_length = 8

/** What the printed code of this shop says: eight letters. */
export function counterCode(place_id: string): string {
  const bytes = blind('gift counter', place_id)
  return Array.from({ length: code_length }, (_, at) => alphabet[(bytes[at] ?? 0) % alphabet.length]).join('')
}
