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
  const shares = weights.map((weight, index) => ({ index, ...divided(total, weight, whole) }))
  const parts = shares.map(({ quotient }) => quotient)
  const left = total - sum(parts, 'parts')
  const gaining = shares.toSorted((a, b) => b.remainder - a.remainder || a.index - b.index).slice(0, left)
  for (const { index, quotient } of gaining) parts[index] = quotient + 1
  return parts
}
