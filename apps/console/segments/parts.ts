/** The parts a sentence is built of, each a condition with slots. What the sentence cannot say is left as it is. */
import type { Condition, SegmentRule } from '../../kit/shapes.ts'

export type Part = Condition
export type Kind =
  | 'visits'
  | 'bought'
  | 'spent'
  | 'absent'
  | 'opened'
  | 'viewed'
  | 'points'
  | 'allows'
  | 'birthday'
  | 'tagged'
  | 'inside'
export const kinds: readonly Kind[] = [
  'visits',
  'bought',
  'spent',
  'absent',
  'opened',
  'viewed',
  'points',
  'allows',
  'birthday',
  'tagged',
  'inside',
]

const event = (type: string): Part => ({ is: 'event', type, measure: 'count', days: 30, at_least: 2 })

/** A new part of a kind, with usual values in its slots; of tags and other segments, the one that is named. */
export function newPart(kind: Kind, named: string): Part {
  if (kind === 'visits') return event('Store Visited')
  if (kind === 'opened') return event('App Opened')
  if (kind === 'viewed') return event('Product Viewed')
  if (kind === 'bought') return { is: 'orders', measure: 'count', days: 90, at_least: 1 }
  if (kind === 'spent') return { is: 'orders', measure: 'spent_yen', days: 365, at_least: 30_000 }
  if (kind === 'absent') return { is: 'orders', measure: 'count', days: 90, at_most: 0 }
  if (kind === 'points') return { is: 'points', at_least: 500 }
  if (kind === 'allows') return { is: 'consent', purpose: 'news', channel: 'push' }
  if (kind === 'birthday') return { is: 'birthday', months_ahead: 0 }
  if (kind === 'tagged') return { is: 'tag', tag_id: named, at_least: 50 }
  return { is: 'segment', segment_id: named }
}

/** Which kind of part a condition is; none when the sentence has no words for it. */
export function kindOf(part: Part): Kind | undefined {
  const { not, ...rest } = part
  if (not) return undefined
  const found = kinds.find((kind) => sameSlots(newPart(kind, ''), rest))
  return found
}

// The same condition but for what stands in its slots.
const slots: readonly string[] = [
  'days',
  'at_least',
  'at_most',
  'place_id',
  'channel',
  'purpose',
  'months_ahead',
  'segment_id',
  'tag_id',
  'held_days',
]
function sameSlots(one: object, other: object): boolean {
  const fixed = (part: object) =>
    JSON.stringify(
      Object.entries(part)
        .filter(([key]) => !slots.includes(key))
        .sort(),
    )
  const open = (part: object) => ['at_least', 'at_most'].filter((key) => key in part).join()
  return fixed(one) === fixed(other) && open(one) === open(other)
}

export type Sentence = { all: Part[]; except: Part[] }

/** The rule as a sentence; none when a clause has alternatives or a condition has no words here. */
export function sentenceOf(rule: SegmentRule): Sentence | undefined {
  const parts = (clauses: SegmentRule['all']) => clauses.map(({ any }) => (any.length === 1 ? any[0] : undefined))
  const all = parts(rule.all)
  const except = parts(rule.except ?? [])
  if (![...all, ...except].every((part) => part && kindOf(part))) return undefined
  return { all: all as Part[], except: except as Part[] }
}

export function ruleOf({ all, except }: Sentence): SegmentRule {
  const clauses = (parts: Part[]) => parts.map((part) => ({ any: [part] }))
  return { all: clauses(all), except: clauses(except) }
}
