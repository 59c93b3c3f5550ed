import { type Api, Refusal, some } from './api.ts'
import { Books } from './books.ts'
import { browsing } from './browsing.ts'
import { instant } from './calendar.ts'
import type { Day } from './intention.ts'
import { type Act, count, type Life, lifeOf, type Tally } from './life.ts'
import type { Opened } from './open.ts'
import { ordering } from './ordering.ts'
import type { Retailer } from './retailer.ts'
import { selling } from './selling.ts'
import { staging } from './staging.ts'
import { type Truth, untold } from './truth.ts'

/** Planned days, to be lived through. */
export type Days = { seed: string; days: readonly Day[] }

export type Course = {
  /** Does the work at that moment of the town's time, whatever other clocks show. */
  at: (ms: number, work: () => Promise<void>) => Promise<void>
  /** Nothing after this instant is played. */
  until?: string
  /** What time alone makes happen (expiry, releases), called every few hours of the town's time. */
  sweep?: () => Promise<void>
  /** Waits until it is the town's time for this instant, for a town that is watched. */
  wait?: (at: string) => Promise<void>
  /** Asked before each act: how many may be under way at once; it may take its time to answer. */
  pace?: () => Promise<number> | number
  progress?: (done: number, all: number) => void
  /** Where the town keeps its own account. */
  books?: Books
  truth?: Truth
}

const usual_pace = 4
const sweep_hours = [0, 3, 6, 9, 12, 15, 18, 21]
const shift_begins = 9 * 3600 + 1800

/**
 * Play planned days through the public API in order of time: one deed of a person after the other, a few people at once,
 * each at her own moment. Refusals are part of life and counted. Played again after a crash, every deed has its key: what
 * was done is answered as it was and not done twice.
 */
export async function live(api: Api, retailer: Retailer, opened: Opened, week: Days, course: Course): Promise<Tally> {
  const { books = new Books(retailer), truth = untold } = course
  const life = lifeOf(api, retailer, opened, week.seed, books, truth)
  const acts = actsOf(life, week, course)
  const under_way = new Set<Promise<void>>()
  const last = new Map<string, Promise<void>>()
  for (const [n, act] of acts.entries()) {
    await course.wait?.(act.at)
    const pace = await (course.pace?.() ?? usual_pace)
    if (life.broken) break
    // What concerns everybody waits for all before it.
    while (under_way.size >= (act.who === null ? 1 : pace)) await Promise.race(under_way)
    life.now = act.at
    const before = act.who === null ? undefined : last.get(act.who)
    const one = attempt(life, act, course, before).finally(() => under_way.delete(one))
    under_way.add(one)
    if (act.who === null) await one
    else last.set(act.who, one)
    if (n % 50 === 0) course.progress?.(n, acts.length)
  }
  await Promise.all(under_way)
  if (life.broken) throw life.broken.error
  return life.tally
}

function actsOf(life: Life, week: Days, { until = '9999', sweep }: Course): Act[] {
  const sweeps = (day: Day): Act[] =>
    sweep ? sweep_hours.map((hour) => ({ at: instant(day.date, hour * 3600), who: null, act: sweep })) : []
  return week.days
    .flatMap((day) => [
      morning(life, day),
      ...browsing(life, day),
      ...selling(life, day),
      ...ordering(life, day),
      ...staging(life, day),
      ...sweeps(day),
    ])
    .filter(({ at }) => at <= until)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

async function attempt(life: Life, { at, act }: Act, course: Course, before: Promise<void> | undefined): Promise<void> {
  await before
  try {
    await course.at(Date.parse(at), act)
  } catch (error) {
    // Kept, not thrown: those who wait for this deed must come to their own end.
    if (!(error instanceof Refusal) || error.status >= 500) life.broken ??= { error }
    else count(life.tally.refused, error.code)
  }
  life.tally.acts += 1
}

/** Everybody who works today signs in, several at once: checking a PIN is slow on purpose. */
function morning(life: Life, day: Day): Act {
  const pairs = new Map<string, readonly [string, string]>()
  for (const i of day.intentions) {
    if (i.kind === 'till') pairs.set(`${i.staff} ${i.place}`, [i.staff, i.place])
    if (i.kind === 'agent') pairs.set(i.staff, [i.staff, 'office'])
  }
  return {
    at: instant(day.date, shift_begins),
    who: null,
    act: () => some([...pairs.values()], 3, async ([staff, place]) => void (await life.staff(staff, place))),
  }
}
