/** Who issues the documents: name and registration number by date, address by shop. */
import type { Db } from '#core/database'
import { setting } from '#core/settings'
import { issuer, type Place } from '#stores/stores'

export type Issuer = {
  /** The first business date it holds for. */
  valid_from: string
  name: string
  name_en: string | null
  /** T and thirteen digits; null while the retailer is not registered. */
  registration_number: string | null
}

/** Every issuer there was and will be, by date. */
export function issuers(db: Db): Promise<Issuer[]> {
  return setting(db, issuer)
}

/** The issuer of a document about a sale on a business date at a place, in both languages. */
export async function issuerAt(db: Db, date: string, place: Place) {
  const known = (await issuers(db))
    .filter(({ valid_from }) => valid_from <= date)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0]
  return {
    issuer: {
      name: known?.name ?? place.name,
      registration_number: known?.registration_number ?? null,
      place: place.name,
      postal_code: place.postal_code,
      address: [place.prefecture, place.city, place.address].filter(Boolean).join('') || null,
      phone: place.phone,
    },
    en: { name: known?.name_en ?? null, place: place.name_en },
  }
}
