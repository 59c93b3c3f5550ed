import { type Api, addressOf, type Who } from './api.ts'
import type { Books } from './books.ts'
import type { Opened } from './open.ts'
import type { Person } from './people.ts'
import { hash } from './random.ts'
import type { Retailer } from './retailer.ts'
import type { Truth } from './truth.ts'

/** Something done at a moment. What one act finds out (an order's id), later acts of the same plan use. */
export type Act = {
  at: string
  /** Whose deed it is: she does one after the other; null concerns everybody. */
  who: string | null
  act: () => Promise<void>
}

/** What came of the week, in the town's own names: the same seed gives the same. */
export type Tally = {
  acts: number
  orders: Record<string, number>
  yen: Record<string, number>
  events: number
  joined: number
  refused: Record<string, number>
  active: Set<string>
}

/** Everything an act may need. */
export type Life = {
  api: Api
  retailer: Retailer
  opened: Opened
  seed: string
  tally: Tally
  /** The town's own account, and where the truth is told. */
  books: Books
  truth: Truth
  /** The moment that is being played. */
  now: string
  /** What no refusal explains: the week ends here. */
  broken: { error: unknown } | undefined
  person(code: string): Person
  /** A member's own session, opened when she first comes. */
  member(code: string): Promise<Who>
  visitor(name: string): Promise<Who>
  /** A staff member at a till or a telephone: signed in by PIN for a shift. */
  staff(code: string, place: string): Promise<Who>
}

export function count(into: Record<string, number>, key: string, by = 1): void {
  into[key] = (into[key] ?? 0) + by
}

export function lifeOf(api: Api, retailer: Retailer, opened: Opened, seed: string, books: Books, truth: Truth): Life {
  const people = new Map(retailer.people.map((one) => [one.code, one]))
  const staff = new Map(retailer.staff.map((one) => [one.code, one]))
  const sessions = new Map<string, Promise<Who>>()
  const shifts = new Map<string, Promise<{ who: Who; expires_at: string }>>()

  function session(name: string, path: string): Promise<Who> {
    const known = sessions.get(name)
    if (known) return known
    const from = addressOf(hash(name))
    const opening = api
      .post<{ token: string }>(path, undefined, `session:${name}`, { from })
      .then(({ token }) => ({ token, from }))
    sessions.set(name, opening)
    return opening
  }
  async function signIn(code: string, place: string): Promise<{ who: Who; expires_at: string }> {
    const from = addressOf(hash(place))
    const place_id = place === 'office' ? undefined : opened.place.get(place)
    const body = { staff_code: code, pin: staff.get(code)?.pin, ...(place_id ? { place_id } : {}) }
    const key = `shift:${code}:${place}:${life.now}`
    const signed = await api.post<{ token: string; expires_at: string }>('/v1/access/staff-sessions', body, key, {
      token: null,
      from,
    })
    return { who: { token: signed.token, from }, expires_at: signed.expires_at }
  }

  const life: Life = {
    api,
    retailer,
    opened,
    seed,
    books,
    truth,
    tally: { acts: 0, orders: {}, yen: {}, events: 0, joined: 0, refused: {}, active: new Set() },
    now: '',
    broken: undefined,
    person: (code) => people.get(code) ?? missing(code),
    member: (code) => session(code, `/v1/customers/${opened.profile.get(code)}/sessions`),
    visitor: (name) => session(name, '/v1/customers/visitors'),
    async staff(code, place) {
      const key = `${code} ${place}`
      const shift = await shifts.get(key)
      if (shift && shift.expires_at > life.now) return shift.who
      const signing = signIn(code, place)
      shifts.set(key, signing)
      return (await signing).who
    },
  }
  return life
}

function missing(code: string): never {
  throw new Error(`nobody is called ${code}`)
}
