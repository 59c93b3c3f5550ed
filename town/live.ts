import { type Api, Refusal, some } from './api.ts'
import { browsing } from './browsing.ts'
import { instant } from './calendar.ts'
import type { Day } from './intention.ts'
import { type Act, count, type Life, lifeOf, type Tally } from './life.ts'
import type { Opened } from './open.ts'
import { ordering } from './ordering.ts'
import type { Retailer } from './retailer.ts'
import { selling } from './selling.ts'
import type { Week } from './week.ts'

export type Course = {
  /** Sets the clock of the process the platform runs in. */
  clock: (ms: number) => void
  /** Nothing after this instant is played. */
  until?: string
  /** What time alone makes happen (expiry, releases), called every few hours of the town's time. */
  sweep?: () => Promise<void>
  progress?: (done: number, all: number) => void
}

const sweep_hours = [0, 3, 6, 9, 12, 15, 18, 21]
const shift_begins = 9 * 3600 + 1800

/**
 * Play a planned week through the public API, call by call in order of time. Refusals are part of life and counted.
 * Played again after a crash, every deed has its key: what was done is answered as it was and not done twice.
 */
export async function live(api: Api, retailer: Retailer, opened: Opened, week: Week, course: Course): Promise<Tally> {
  const life = lifeOf(api, retailer, opened, week.seed)
  const { clock, until = '9999', sweep, progress } = course
  const sweeps = (day: Day): Act[] => (sweep ? sweep_hours.map((hour) => ({ at: instant(day.date, hour * 3600), act: sweep })) : [])
  const acts = week.days
    .flatMap((day) => [morning(life, day), ...browsing(life, day), ...selling(life, day), ...ordering(life, day), ...sweeps(day)])
    .filter(({ at }) => at <= until)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const [n, { at, act }] of acts.entries()) {
    life.now = at
    clock(Date.parse(at))
    try {
      await act()
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error
      count(life.tally.refused, error.code)
    }
    life.tally.acts += 1
    if (n % 50 === 0) progress?.(n, acts.length)
  }
  return life.tally
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
    act: () => some([...pairs.values()], 3, async ([staff, place]) => void (await life.staff(staff, place))),
  }
}
