import type { Person } from './people.ts'
import type { Product } from './product.ts'
import { chance, hash } from './random.ts'

/** How offers move a person: comes anyway, comes because of it, never comes, stays away because of it. */
export type Response = 'sure' | 'persuadable' | 'deaf' | 'contrary'

/** The truth about one person beyond what she likes: never sent to the platform. */
export type Taste = {
  /** Goods she buys again and again, by product code. */
  favourites: readonly string[]
  response: Response
  /** Whether she spends more in the days after the 25th. */
  payday: boolean
}

/** What the town knows of everybody's taste; asked for by the truth (`is`), so that two records are of one mind. */
export function tastesOf(seed: string, products: readonly Product[]): (person: Person) => Taste {
  const known = new Map<string, Taste>()
  return (person) => {
    const before = known.get(person.is)
    if (before) return before
    const c = chance(`${seed}/taste/${person.is}`)
    const liked = products.filter(({ category }) => person.taste.liked.includes(category) && category !== 'cafe')
    const taste: Taste = {
      favourites: c.some(liked, c.between(2, 4)).map(({ code }) => code),
      response: c.weighted([
        ['sure', 22],
        ['persuadable', 26],
        ['deaf', 44],
        ['contrary', 8],
      ] as const),
      payday: hash(`${seed}/payday/${person.is}`) % 10 < 6,
    }
    known.set(person.is, taste)
    return taste
  }
}
