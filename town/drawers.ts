import type { Person } from './people.ts'
import { chance } from './random.ts'

/** A paper point card of the former shops. Who holds it and where it lies is the truth of the town. */
export type PaperCard = {
  number: string
  pin: string
  points: number
  holder: string
  lies: 'drawer' | 'purse' | 'lost'
}

const share = 0.12

/** The cards the former shops gave out; most lie in a drawer with points nobody has asked for yet. */
export function paperCards(seed: string, people: readonly Person[]): PaperCard[] {
  const c = chance(`${seed}/drawers`)
  const holders = people.filter((one) => one.code === one.is && c.maybe(share))
  return holders.map((one, n) => ({
    number: `EN${String(70_000_001 + n * 7)}`,
    pin: String(c.between(1000, 9999)),
    points: c.between(0, 24) * 25,
    holder: one.is,
    lies: c.weighted([
      ['drawer', 6],
      ['purse', 3],
      ['lost', 1],
    ] as const),
  }))
}
