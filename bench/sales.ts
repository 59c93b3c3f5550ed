import { type Asking, own_number } from './load.ts'
import { type Size, uuidOf } from './seed.ts'

export const shops = Array.from({ length: 9 }, (_, at) => uuidOf(`place${at + 1}`))
/** The till a bench sells at, open in every shop. */
export const till = 'bench'

/**
 * A till sale of three different goods to a random member, paid in cash; deterministic, so every run sells the same. At a till each
 * is sent under a number of its own, as the counter sends it; without one as another system would.
 */
export function sales(size: Size, at_till = false): (Asking & { body: string })[] {
  const random = lottery(42)
  return Array.from({ length: 5000 }, () => {
    const picks = new Set<number>()
    while (picks.size < 3) picks.add(random(size.products))
    const body = {
      way: 'carry',
      channel: 'till',
      place_id: shops[random(shops.length)],
      profile_id: uuidOf(`profile${random(size.customers)}`),
      lines: [...picks].map((pick) => ({ variant_id: uuidOf(`variant${pick}`), quantity: 1 })),
      payments: [{ method: 'cash' }],
      ...(at_till ? { external_id: own_number } : {}),
    }
    return { method: 'POST', path: '/v1/orders', body: JSON.stringify(body) }
  })
}

/** Numbers that look random and are the same every time. */
export function lottery(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Draws 0, 1, 2 … with a chance of 1/(n+1) each (Zipf): a few things are looked at all the time, most hardly ever. */
export function zipf(things: number, seed: number): () => number {
  const random = lottery(seed)
  let total = 0
  const sums = Array.from({ length: things }, (_, at) => (total += 1 / (at + 1)))
  return () => {
    const drawn = (random(2 ** 30) / 2 ** 30) * total
    let [low, high] = [0, things - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}
