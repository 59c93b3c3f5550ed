import { Draws } from './draws.ts'
import { regionOf } from './intention.ts'
import type { Person } from './people.ts'
import type { Place } from './places.ts'
import type { Chance } from './random.ts'

/** The members of a day, to be met in a shop or on a screen. */
export class Crowd {
  readonly members: readonly Person[]
  readonly #near = new Map<string, Draws<Person>>()
  readonly #online: Draws<Person>

  constructor(members: readonly Person[]) {
    this.members = members
    this.#online = new Draws(members, ({ taste }) => taste.pace * (0.2 + taste.online))
  }

  /** Who is likely to walk into this shop: mostly its own people, some from the same region. */
  in(place: Place, c: Chance): Person | null {
    let near = this.#near.get(place.code)
    if (!near) {
      const region = regionOf(place.prefecture)
      near = new Draws(
        this.members,
        ({ home_place, prefecture, taste }) =>
          taste.pace * (home_place === place.code ? 6 : regionOf(prefecture) === region ? 0.8 : 0.02),
      )
      this.#near.set(place.code, near)
    }
    return near.draw(c) ?? null
  }

  /** Who is likely to be at a screen. */
  online(c: Chance): Person {
    const one = this.#online.draw(c)
    if (!one) throw new Error('a town without members')
    return one
  }
}
