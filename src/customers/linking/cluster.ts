/**
 * Pairs become people. A chain of likely pairs is no proof: two groups are joined only when all that is known of both speaks
 * for it on the whole (average linkage of the weights), so one namesake cannot tie two people together.
 */
import type { Pairs } from './block.ts'

// One pair, however clear, does not outvote all others; nor does one typing error.
const most = 10
const least = -5
const evidence_max = 8

/**
 * The cluster of each record, numbered by its first record. `weigh` gives the logarithm of the odds of any two records,
 * `prior` what it is before anything is compared.
 */
export function cluster(
  records: number,
  pairs: Pairs,
  weight: Float64Array,
  weigh: (a: number, b: number) => number,
  threshold: number,
  prior: number,
): Int32Array {
  const wanted = Math.log(threshold / (1 - threshold))
  const order = Array.from({ length: pairs.count }, (_, pair) => pair)
    .filter((pair) => (weight[pair] as number) > Math.min(wanted, 0))
    .sort((x, y) => (weight[y] as number) - (weight[x] as number))
  const owner = Int32Array.from({ length: records }, (_, at) => at)
  const members = new Map<number, number[]>()
  const of = (cluster: number) => members.get(cluster) ?? [cluster]
  let left = order
  for (let again = true; again; ) {
    again = false
    const refused: number[] = []
    for (const pair of left) {
      const [one, two] = [owner[pairs.a[pair] as number] as number, owner[pairs.b[pair] as number] as number]
      if (one === two) continue
      if (linkage(of(one), of(two), weigh, prior) < wanted) {
        refused.push(pair)
        continue
      }
      const joined = [...of(one), ...of(two)]
      const first = Math.min(one, two)
      members.delete(one)
      members.delete(two)
      members.set(first, joined)
      for (const record of joined) owner[record] = first
      again = true
    }
    if (refused.length === left.length) break
    left = refused
  }
  return owner
}

function linkage(
  one: readonly number[],
  two: readonly number[],
  weigh: (a: number, b: number) => number,
  prior: number,
): number {
  let sum = 0
  let said = 0
  for (const a of one)
    for (const b of two) {
      const weight = weigh(a, b)
      // What a pair says counts as much as it says: one that shares no filled field says nothing either way.
      const evidence = Math.min(evidence_max, Math.abs(weight - prior)) + 0.1
      sum += Math.max(least, Math.min(most, weight)) * evidence
      said += evidence
    }
  return sum / said
}
