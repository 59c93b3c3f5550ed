import { type Api, some, type Who } from './api.ts'
import { instant, plusDays } from './calendar.ts'
import type { Person } from './people.ts'
import { chance } from './random.ts'

/** How the town's ways of joining are called in the platform's reports. */
export const routes: Record<Person['route'], string> = {
  ec: 'storefront',
  tablet: 'counter_tablet',
  line: 'line',
  poster: 'poster',
}

/** Register those who were members before the week, at days over the past year, with what they agreed to and their points. */
export async function enrol(
  api: Api,
  people: readonly Person[],
  { seed, start, place, at_once }: { seed: string; start: string; place: Map<string, string>; at_once: number },
): Promise<Map<string, string>> {
  const profile = new Map<string, string>()
  await some(people, at_once, async (person) => {
    const c = chance(`${seed}/joined/${person.code}`)
    const registered_at = instant(plusDays(start, -c.between(32, 390)), c.between(36_000, 79_000))
    const profile_id = await joinedThen(api, person, place.get(person.home_place), registered_at)
    profile.set(person.code, profile_id)
    const amount = owedTo(seed, person)
    if (amount > 0)
      await api.post(
        `/v1/loyalty/profiles/${profile_id}/opening`,
        { amount, source: `opening:${person.code}` },
        `points:${person.code}`,
      )
  })
  return profile
}

/** A person who joined on a past day: told with its date. */
export async function joinedThen(
  api: Api,
  person: Person,
  home: string | undefined,
  registered_at: string,
): Promise<string> {
  const body = {
    ...contactOf(person),
    home_place_id: home,
    place_id: home,
    route: routes[person.route],
    registered_at,
  }
  const { profile_id } = await api.post<{ profile_id: string }>('/v1/customers', body, `member:${person.code}`)
  await api.post(
    '/v1/consent/decisions',
    { profile_id, source: 'sign_up', decided_at: registered_at, decisions: decisionsOf(person) },
    `consent:${person.code}`,
  )
  return profile_id
}

/** What the former card system still owed a member. */
export function owedTo(seed: string, person: Person): number {
  if (person.code === 'M-00001') return 1240
  const c = chance(`${seed}/owed/${person.code}`)
  return c.maybe(0.7) ? Math.round(c.between(20, 900) * person.taste.pace) : 0
}

/** A person joins today: by herself, or at the clerk's tablet. */
export async function join(
  api: Api,
  person: Person,
  { home, place_id, who }: { home: string | undefined; place_id: string | undefined; who: Who },
): Promise<string> {
  const body = {
    ...contactOf(person),
    home_place_id: home,
    route: routes[person.route],
    ...(place_id ? { place_id } : {}),
  }
  const { profile_id } = await api.post<{ profile_id: string }>('/v1/customers', body, `join:${person.code}`, who)
  return profile_id
}

export function decisionsOf({ consents }: Person) {
  const { email, line, push, postal, recommend, location, ads } = consents
  return [
    { purpose: 'service', channel: 'any', granted: true },
    ...Object.entries({ email, line, push, postal }).map(([channel, granted]) => ({
      purpose: 'news',
      channel,
      granted,
    })),
    { purpose: 'personalise', channel: 'any', granted: recommend },
    { purpose: 'location', channel: 'any', granted: location },
    { purpose: 'ads', channel: 'any', granted: ads },
  ]
}

function contactOf(person: Person): Record<string, unknown> {
  return {
    family_name: person.family,
    given_name: person.given,
    family_name_kana: person.family_kana,
    given_name_kana: person.given_kana,
    email: person.email,
    phone: person.phone,
    birth_date: person.birth,
    gender: person.gender === 'unspecified' ? 'unknown' : person.gender,
    postal_code: person.postal_code,
    prefecture: person.prefecture,
    city: person.city,
    address: person.address,
    external_id: person.code,
    card_numbers: [person.card],
  }
}

/** Where a parcel goes. */
export function addressee(person: Person): Record<string, unknown> {
  const { family, given, phone, postal_code, prefecture, city, address, email } = person
  return { family_name: family, given_name: given, phone, postal_code, prefecture, city, address, email }
}
