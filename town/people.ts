import { card } from './codes.ts'
import { families, men, type Name, women } from './names.ts'
import type { CategoryCode } from './product.ts'
import { type Chance, chance } from './random.ts'
import { districts } from './towns.ts'

export type Consents = {
  email: boolean
  line: boolean
  push: boolean
  postal: boolean
  recommend: boolean
  location: boolean
  ads: boolean
}

/** One member record as it was typed. Most people are one record; some are two, and a family may share a telephone. */
export type Person = {
  /** The retailer's own customer number. */
  code: string
  /** The truth of the town: the number of the first record of the same person. Never sent to the platform. */
  is: string
  /** The truth: who lives under one roof. */
  household: string
  family: string
  given: string
  family_kana: string
  given_kana: string
  en: string
  email: string
  phone: string
  postal_code: string
  prefecture: string
  city: string
  address: string
  latitude: number
  longitude: number
  birth: string
  gender: 'female' | 'male' | 'unspecified'
  card: string
  home_place: string
  route: 'ec' | 'tablet' | 'line' | 'poster'
  /** Whether the person was a member before the week began. */
  member_before: boolean
  consents: Consents
  /** The truth of the town: what this person likes, how often he or she buys, and where. Never sent to the platform. */
  taste: { liked: CategoryCode[]; organic: boolean; pace: number; online: number; hour: number }
}

const likes: [CategoryCode[], number][] = [
  [['staples', 'seasoning', 'drinks', 'pantry'], 5],
  [['sweets', 'cafe', 'drinks', 'gifts'], 5],
  [['tops', 'bottoms', 'outer', 'goods'], 5],
  [['skincare', 'makeup', 'body'], 4],
  [['kitchen', 'bedding', 'scent', 'laundry'], 4],
  [['laundry', 'body', 'staples', 'sweets'], 3],
]

/** Customers known by name from the pictures and journeys; the rest is chance. */
const known: (Pick<Person, 'birth' | 'gender' | 'home_place' | 'consents' | 'taste'> & {
  names: readonly [Name, Name]
})[] = [
  {
    names: [
      ['木村', 'キムラ', 'kimura'],
      ['美咲', 'ミサキ', 'misaki'],
    ],
    birth: '1991-06-14',
    gender: 'female',
    home_place: 'setagaya',
    consents: { email: true, line: true, push: true, postal: false, recommend: true, location: false, ads: false },
    taste: { liked: ['staples', 'seasoning', 'drinks', 'pantry'], organic: true, pace: 1.6, online: 0.5, hour: 21 },
  },
  {
    names: [
      ['高橋', 'タカハシ', 'takahashi'],
      ['由紀', 'ユキ', 'yuki'],
    ],
    birth: '1978-11-02',
    gender: 'female',
    home_place: 'shinjuku',
    consents: { email: true, line: true, push: true, postal: true, recommend: true, location: true, ads: true },
    taste: { liked: ['tops', 'bottoms', 'outer', 'goods'], organic: false, pace: 1.8, online: 0.7, hour: 19 },
  },
]

/** The town's customers: the same seed gives the same people, and a larger town has the smaller one's people first. */
export function people(seed: string, count = 160): Person[] {
  const stream = chance(`${seed}/people`)
  return Array.from({ length: count }, (_, i) => person(stream.fork(String(i)), i + 1))
}

/** A telephone number that cannot ring: no mobile number goes on with a nought. */
export const phoneOf = (prefix: number, serial: number): string =>
  `0${prefix}0-${String(Math.floor(serial / 9000)).padStart(4, '0')}-${String(1000 + (serial % 9000)).padStart(4, '0')}`

function person(c: Chance, serial: number): Person {
  const set = known[serial - 1]
  const gender =
    set?.gender ??
    c.weighted([
      ['female', 66],
      ['male', 31],
      ['unspecified', 3],
    ] as const)
  const decade = c.weighted([
    [1950, 6],
    [1960, 14],
    [1970, 22],
    [1980, 26],
    [1990, 24],
    [2000, 8],
  ] as const)
  const drawn = familyAndGiven(c, gender, decade)
  const [family, given] = set?.names ?? drawn
  const home = c.pick(set?.home_place ? districts.filter((d) => d.near === set.home_place) : districts)
  const month = c.between(1, 12)
  const birth = `${decade + c.between(0, decade === 2000 ? 7 : 9)}-${two(month)}-${two(c.between(1, 28))}`
  const address = `${home.street}${c.between(1, 9)}-${c.between(90, 99)}-${c.between(1, 30)}`
  const [latitude, longitude] = [c, c].map((one, axis) =>
    Number(((axis ? home.longitude : home.latitude) + (one.next() - 0.5) * 0.012).toFixed(5)),
  )
  const code = codeOf(serial)
  return {
    code,
    is: code,
    household: code,
    family: family[0],
    given: given[0],
    family_kana: family[1],
    given_kana: given[1],
    en: `${capital(given[2])} ${capital(family[2])}`,
    email: `${given[2]}.${family[2]}.${serial}@example.jp`,
    phone: phoneOf(c.pick([7, 8, 9]), serial),
    postal_code: home.postal_code,
    prefecture: home.prefecture,
    city: home.city,
    address,
    latitude: latitude ?? home.latitude,
    longitude: longitude ?? home.longitude,
    birth: set?.birth ?? birth,
    gender,
    card: cardOf(serial),
    home_place: home.near,
    route: c.weighted([
      ['tablet', 5],
      ['ec', 6],
      ['line', 3],
      ['poster', 1],
    ] as const),
    member_before: set !== undefined || c.maybe(0.85),
    consents: set?.consents ?? {
      email: c.maybe(0.78),
      line: c.maybe(0.52),
      push: c.maybe(0.41),
      postal: c.maybe(0.3),
      recommend: c.maybe(0.72),
      location: c.maybe(0.35),
      ads: c.maybe(0.28),
    },
    taste: set?.taste ?? {
      liked: c.weighted(likes),
      organic: c.maybe(0.24),
      pace: Number((0.35 + c.next() ** 2 * 2.4).toFixed(2)),
      online: Number((0.1 + c.next() * 0.8).toFixed(2)),
      hour: c.weighted([
        [8, 2],
        [12, 4],
        [15, 2],
        [19, 4],
        [21, 6],
      ] as const),
    },
  }
}

export const cardOf = (serial: number): string => card(48_150_000 + serial * 37)
export const codeOf = (serial: number): string => `M-${String(serial).padStart(5, '0')}`

function familyAndGiven(c: Chance, gender: Person['gender'], decade: number): readonly [Name, Name] {
  const family = families[Math.floor(c.next() ** 1.4 * families.length)] ?? families[0]
  const given = c.pick((gender === 'male' || (gender === 'unspecified' && c.maybe(0.5)) ? men : women)[decade] ?? [])
  if (!family) throw new Error('no family names')
  return [family, given]
}

const two = (n: number) => String(n).padStart(2, '0')
const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1)
