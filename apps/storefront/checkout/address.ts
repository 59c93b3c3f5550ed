/** An address as it is typed; phone and postal code in any usual form. */
export type AddressGiven = {
  family_name: string
  given_name: string
  family_name_kana: string
  given_name_kana: string
  postal_code: string
  prefecture: string
  city: string
  address: string
  building: string
  phone: string
}
export const nowhere: AddressGiven = {
  family_name: '',
  given_name: '',
  family_name_kana: '',
  given_name_kana: '',
  postal_code: '',
  prefecture: '',
  city: '',
  address: '',
  building: '',
  phone: '',
}

const needed = ['family_name', 'postal_code', 'prefecture', 'city', 'address', 'phone'] as const

/** What is still missing before a carrier could find it; undefined when nothing is. */
export function missingIn(given: AddressGiven): (typeof needed)[number] | undefined {
  const empty = needed.find((key) => given[key].trim() === '')
  return empty ?? (digitsOf(given.postal_code).length === 7 ? undefined : 'postal_code')
}

/** The address as the API takes it: what was left empty is left out. */
export function sent(given: AddressGiven) {
  const { family_name, given_name, family_name_kana, given_name_kana, building, ...rest } = given
  const some = Object.entries({ given_name, family_name_kana, given_name_kana, building }).filter(([, text]) =>
    text.trim(),
  )
  return {
    family_name,
    ...rest,
    postal_code: digitsOf(given.postal_code),
    ...Object.fromEntries(some),
  }
}

/** １６０－００２２ → 1600022. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}
