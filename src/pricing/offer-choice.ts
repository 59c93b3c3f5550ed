/**
 * Which of the offers that may be given are given. What must always be true: of one group one offer, and none beside an exclusive
 * one; a higher priority before a better price, and of equals what leaves the customer best off. Small baskets are searched whole;
 * where very many offers compete the search ends after `most_steps`, the same way every time.
 */
import type { Rate } from './integer.ts'
import { type Taken, type Taking, take } from './offer-effects.ts'
import type { ReadyOffer } from './offer-set.ts'
import { extraPoints } from './points.ts'

/** An offer that may be given, with the lines it is for. */
export type Candidate = { ready: ReadyOffer; places: readonly number[]; parts: readonly (readonly number[])[] }
export type Given = { candidate: Candidate; taken: Taken; points: number }
/** Offers in the order they are given. */
export type Choice = { given: Given[]; yen: number; points: number }
export type PointsOf = (
  paid: readonly number[],
  places: readonly number[],
  effect: { times_num: number; times_den: number },
) => number

const most_steps = 200

/** Extra points of a multiplier: those of its lines, so many times, less those they earn anyway. */
export function pointsOf(rule: Rate | null): PointsOf {
  return (paid, places, { times_num, times_den }) => {
    if (!rule) return 0
    let yen = 0
    for (const place of places) yen += paid[place] as number
    return extraPoints(yen, rule, { times_num, times_den })
  }
}

/** The offers to give, of those that may be (in the order of their set). A point is worth a yen when two are weighed. */
export function choose(candidates: readonly Candidate[], basket: Taking, points: PointsOf): Choice {
  if (candidates.length === 0) return { given: [], yen: 0, points: 0 }
  const worth = candidates.map((candidate) => worthAlone(candidate, basket, points))
  const useful = candidates.filter((_, at) => (worth[at] as number) > 0)
  const worthOf = new Map(candidates.map((candidate, at) => [candidate, worth[at] as number]))
  const plans = useful
    .filter(({ ready }) => ready.offer.exclusive)
    .map((candidate) => ({ priority: candidate.ready.offer.priority, choice: given([candidate], basket, points) }))
  const together = useful.filter(({ ready }) => !ready.offer.exclusive)
  if (together.length > 0) {
    const priority = Math.max(...together.map(({ ready }) => ready.offer.priority))
    plans.push({ priority, choice: best(firstOfGroups(together), worthOf, basket, points) })
  }
  plans.sort((a, b) => b.priority - a.priority || total(b.choice) - total(a.choice))
  return plans[0]?.choice ?? { given: [], yen: 0, points: 0 }
}

// Within a group only the highest priority that gives anything takes part.
function firstOfGroups(candidates: readonly Candidate[]): Candidate[] {
  const highest = new Map<string, number>()
  for (const { ready } of candidates) {
    const { group, priority } = ready.offer
    if (group !== null) highest.set(group, Math.max(highest.get(group) ?? priority, priority))
  }
  return candidates.filter(
    ({ ready: { offer } }) => offer.group === null || highest.get(offer.group) === offer.priority,
  )
}

function total({ yen, points }: Choice): number {
  return yen + points
}

function worthAlone({ ready, places, parts }: Candidate, basket: Taking, points: PointsOf): number {
  const { effect } = ready.offer
  if (effect.kind === 'points') return points(basket.left, places, effect)
  return take(effect, places, parts, copyOf(basket)).yen
}

/** Give these in turn. */
export function given(list: readonly Candidate[], basket: Taking, points: PointsOf): Choice {
  const state = copyOf(basket)
  const steps: Given[] = []
  for (const candidate of list) {
    const { ready, places, parts } = candidate
    const { effect } = ready.offer
    const taken = take(effect, places, parts, state)
    const more = effect.kind === 'points' ? points(state.left, places, effect) : 0
    if (taken.yen > 0 || more > 0) steps.push({ candidate, taken, points: more })
  }
  return choiceOf(steps)
}

function choiceOf(steps: readonly Given[]): Choice {
  let [yen, points] = [0, 0]
  for (const step of steps) {
    yen += step.taken.yen
    points += step.points
  }
  return { given: [...steps], yen, points }
}

// In the order of the set each offer is given or passed over. A branch ends where even all that is left, at its full worth, would not
// better what was found.
function best(
  list: readonly Candidate[],
  worthOf: ReadonlyMap<Candidate, number>,
  basket: Taking,
  points: PointsOf,
): Choice {
  const groups = [...new Set(list.flatMap(({ ready }) => ready.offer.group ?? []))]
  if (groups.length === 0) return given(list, basket, points)
  const groupOf = list.map(({ ready }) => (ready.offer.group === null ? -1 : groups.indexOf(ready.offer.group)))
  const bound = list.map((candidate) => boundOf(candidate, worthOf.get(candidate) as number, basket))
  const closed = groups.map(() => false)
  const favourites = new Set(groups.map((_, group) => favourite(list, groupOf, worthOf, group)))
  let found = given(
    list.filter((candidate, at) => groupOf[at] === -1 || favourites.has(candidate)),
    basket,
    points,
  )
  let steps = 0

  const most = groups.map(() => new Array<number>(list.length + 1).fill(0))
  const free = new Array<number>(list.length + 1).fill(0)
  for (let at = list.length - 1; at >= 0; at--) {
    const group = groupOf[at] as number
    const worth = bound[at] as number
    free[at] = (free[at + 1] as number) + (group === -1 ? worth : 0)
    for (const [which, best_of] of most.entries())
      best_of[at] = which === group ? Math.max(best_of[at + 1] as number, worth) : (best_of[at + 1] as number)
  }
  const rest = (from: number): number => {
    let yen = free[from] as number
    for (let group = 0; group < groups.length; group++) if (!closed[group]) yen += most[group]?.[from] as number
    return yen
  }

  const visit = (at: number, state: Taking, so_far: readonly Given[], sum: number): void => {
    if (steps >= most_steps) return
    if (at === list.length) {
      if (sum > total(found)) found = choiceOf(so_far)
      return
    }
    if (sum + rest(at) <= total(found)) return
    const candidate = list[at] as Candidate
    const group = groupOf[at] as number
    if (group === -1 || !closed[group]) {
      const { effect } = candidate.ready.offer
      steps++
      const after = copyOf(state)
      const taken = take(effect, candidate.places, candidate.parts, after)
      const more = effect.kind === 'points' ? points(after.left, candidate.places, effect) : 0
      if (group !== -1) closed[group] = true
      visit(
        at + 1,
        after,
        taken.yen + more > 0 ? [...so_far, { candidate, taken, points: more }] : so_far,
        sum + taken.yen + more,
      )
      if (group !== -1) closed[group] = false
    }
    if (group !== -1) visit(at + 1, state, so_far, sum)
  }
  visit(0, basket, [], 0)
  return found
}

function favourite(
  list: readonly Candidate[],
  groupOf: readonly number[],
  worthOf: ReadonlyMap<Candidate, number>,
  group: number,
): Candidate {
  const mine = list.filter((_, at) => groupOf[at] === group)
  return mine.reduce((top, one) => ((worthOf.get(one) as number) > (worthOf.get(top) as number) ? one : top))
}

// No offer takes more later than it would alone; only a set may, when a part of it was free for another bundle.
function boundOf({ ready, parts }: Candidate, alone: number, basket: Taking): number {
  if (ready.offer.effect.kind !== 'set') return alone
  const places = new Set(parts.flat())
  let yen = 0
  for (const place of places) yen += basket.left[place] as number
  return yen
}

function copyOf(basket: Taking): Taking {
  return { ...basket, left: basket.left.slice(), open: basket.open.slice() }
}
