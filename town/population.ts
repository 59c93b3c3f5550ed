import { cardOf, codeOf, type Person, people, phoneOf } from './people.ts'
import { type Chance, chance } from './random.ts'
import { mistakes } from './typing.ts'

const share = { family: 0.24, same_phone: 0.55, double: 0.06, slip: 0.04 }

/**
 * Every member record of the town: people alone and in families, some typed with a slip, some there twice because they
 * joined again in another channel. Who is who is in `is` and `household`, for the truth alone.
 */
export function population(seed: string, shoppers: number): Person[] {
  const alone = people(seed, shoppers)
  const c = chance(`${seed}/population`)
  const settled: Person[] = []
  for (const [n, one] of alone.entries()) {
    const neighbour = settled.at(-1)
    // The first are the journeys' own.
    const kin = n >= 10 && neighbour && c.maybe(share.family) ? movedIn(c, one, neighbour) : one
    settled.push(n >= 10 && c.maybe(share.slip) ? { ...kin, ...mistakes(c, kin) } : kin)
  }
  return [...settled, ...doubles(chance(`${seed}/doubles`), alone, settled)]
}

/** Lives with the one before: the same door, often the same telephone. */
function movedIn(c: Chance, one: Person, with_whom: Person): Person {
  const { household, family, family_kana, postal_code, prefecture, city, address, latitude, longitude } = with_whom
  const roof = { household, family, family_kana, postal_code, prefecture, city, address, latitude, longitude }
  const home = { ...roof, home_place: with_whom.home_place }
  return { ...one, ...home, ...(c.maybe(share.same_phone) ? { phone: with_whom.phone } : {}) }
}

/** Those who joined again: another address for mail, another card, and a slip or two at the keyboard. */
function doubles(c: Chance, alone: readonly Person[], settled: readonly Person[]): Person[] {
  const twice = settled.filter((_, n) => n >= 10 && c.maybe(share.double))
  return twice.map((one, n) => {
    const serial = alone.length + n + 1
    const again: Person = {
      ...one,
      code: codeOf(serial),
      email: one.email.replace('@', '.2@'),
      phone: c.maybe(0.7) ? one.phone : phoneOf(c.pick([7, 8, 9]), serial),
      card: cardOf(serial),
      route: one.route === 'ec' ? 'tablet' : 'ec',
      member_before: true,
      taste: { ...one.taste, pace: one.taste.pace / 2, online: one.route === 'ec' ? 0.1 : 0.95 },
    }
    return c.maybe(0.75) ? { ...again, ...mistakes(c, again) } : again
  })
}
