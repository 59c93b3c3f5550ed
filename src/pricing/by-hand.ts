/** Taken off by hand at a till: how far somebody may go by herself. The till without a network asks the same as the house. */
import { portion, sum } from './integer.ts'

/** Of each line at most so many percent, of the whole sale at most so many yen. */
export type HandLimit = { percent: number; yen: number }

/**
 * Whether what is taken off by hand stays within a limit. Every line counts with all that is taken off it, so that several small
 * discounts are no way around; a rate of the whole sale, spread over its lines to the yen, may give one of them up to two yen more.
 */
export function withinLimit(limit: HandLimit, lines: readonly { amount_yen: number; by_hand_yen: number }[]): boolean {
  const all_yen = sum(
    lines.map(({ by_hand_yen }) => by_hand_yen),
    'by_hand_yen',
  )
  return (
    all_yen <= limit.yen &&
    lines.every(({ amount_yen, by_hand_yen }) => by_hand_yen <= portion(amount_yen, limit.percent, 100) + 2)
  )
}
