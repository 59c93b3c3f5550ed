import { divided, integer, sum } from './integer.ts'

/**
 * Split a whole total over weights by largest remainder (Hamilton's method); of equal remainders the earlier part gains.
 * The parts sum to the total exactly, and none exceeds its weight while the total does not exceed their sum.
 */
export function allot(total: number, weights: readonly number[]): number[] {
  integer(total, 'total')
  const whole = sum(weights, 'weights')
  if (total === 0) return weights.map(() => 0)
  if (whole === 0) throw new RangeError(`weights: nothing to carry ${total}`)
  const parts: number[] = []
  const remainders: number[] = []
  let left = total
  for (const weight of weights) {
    const { quotient, remainder } = divided(total, weight, whole)
    parts.push(quotient)
    remainders.push(remainder)
    left -= quotient
  }
  // Fewer yen are left than there are parts.
  for (; left > 0; left--) {
    let gaining = 0
    for (let at = 1; at < remainders.length; at++)
      if ((remainders[at] as number) > (remainders[gaining] as number)) gaining = at
    parts[gaining] = (parts[gaining] as number) + 1
    remainders[gaining] = -1
  }
  return parts
}
