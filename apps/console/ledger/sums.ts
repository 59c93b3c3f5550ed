import { figure } from '../../kit/format.ts'
import type { Journal } from '../../kit/shapes.ts'

const HERS = ['available', 'pending', 'held', 'debt']

/** What a journal changed of what its member holds. */
export function changeOf({ postings }: Journal): number {
  return postings.reduce((sum, { side, amount }) => sum + (HERS.includes(side) ? amount : 0), 0)
}

/** What its postings sum to: nothing, or the ledger is broken. */
export function sumOf({ postings }: Journal): number {
  return postings.reduce((sum, { amount }) => sum + amount, 0)
}

/** An amount with its sign. */
export function signed(amount: number): string {
  return `${amount > 0 ? '+' : ''}${figure(amount)}`
}

/** Its postings in a line, for a file. */
export function postingsText({ postings }: Journal, nameOf: (side: string) => string): string {
  return postings.map(({ side, amount }) => `${nameOf(side)} ${signed(amount)}`).join(' / ')
}
