import { basket } from './basket.ts'
import { clockSeconds, instant } from './calendar.ts'
import { inStore } from './codes.ts'
import type { Town } from './day.ts'
import { type Day, type Intention, regionOf, type Why } from './intention.ts'
import type { Person } from './people.ts'
import type { Place } from './places.ts'
import type { Chance } from './random.ts'
import { draw } from './scenes.ts'
import { staff } from './staff.ts'

/** Somebody who works at the place; the manager when no clerk does. */
export function onDuty(c: Chance, place: string): string {
  const here = staff.filter((s) => s.places.includes(place))
  const clerks = here.filter((s) => s.role === 'clerk')
  return c.pick(clerks.length > 0 && c.maybe(0.85) ? clerks : here).code
}

/** A moment within opening hours, thicker at noon and towards evening. */
export function openMoment(c: Chance, place: Place, day: Pick<Day, 'weekday'>): number | null {
  const hours = place.hours[day.weekday]
  if (!hours) return null
  const open = clockSeconds(hours[0]) + 120
  const close = clockSeconds(hours[1]) - 300
  const peak =
    c.weighted([
      [12.4, 4],
      [15.2, 3],
      [18.3, 5],
      [10.8, 2],
      [8.2, 2],
    ] as const) * 3600
  const at = peak + (c.next() + c.next() - 1) * 5400
  return at < open || at > close ? open + c.next() * (close - open) : at
}

/** How much more is bought in the days after the 25th, when most are paid. */
export function payday(date: string): number {
  const day = Number(date.slice(8))
  return day >= 25 && day <= 27 ? 1.25 : 1
}
/** Of what payday adds, everything comes from those whom it moves; they are so many. */
const moved_by_payday = 0.6

/** Whether it is payday that brings this person today, drawn by what payday adds. */
export function paid(c: Chance, date: string, person: Person | null, town: Town): boolean {
  const added = 1 - 1 / payday(date)
  if (added === 0 || (person && !town.taste(person).payday)) return false
  return c.maybe(person ? added / moved_by_payday : added)
}

/** How many come to a shop on such a day, and what part of them a scene brings. */
function footfall(c: Chance, place: Place, day: Day, scale: number): { all: number; staged: number } {
  const office = place.code === 'marunouchi'
  const weekend = day.weekday === 'sat' || day.weekday === 'sun'
  const by = weekend ? (office ? 0.7 : 1.35) : office ? 1.15 : 0.9
  const sky = day.weather[regionOf(place.prefecture)].sky
  const rain = sky === 'rain' ? 0.75 : sky === 'snow' ? 0.65 : 1
  const usual = Math.max(2, place.bustle * by * rain * scale * payday(day.date) * (0.85 + c.next() * 0.3))
  const drawn = draw(day.scenes, place.code)
  return { all: Math.round(usual * drawn), staged: 1 - 1 / drawn }
}

/** Why somebody came today, as the town knows it: drawn by how much each cause adds. */
function cause(c: Chance, place: Place, day: Day, person: Person | null, staged: number, town: Town): Why {
  const scene = day.scenes.find((one) => draw([one], place.code) > 1)
  if (scene && c.maybe(staged)) return { because: 'scene', of: scene.name }
  return { because: paid(c, day.date, person, town) ? 'payday' : 'need' }
}

/** One day's till sales and visits in one shop. */
export function shopDay(c: Chance, place: Place, day: Day, town: Town): Intention[] {
  const out: Intention[] = []
  if (!place.hours[day.weekday]) return out
  const { all, staged } = footfall(c, place, day, town.scale)
  for (let n = all; n > 0; n--) {
    const at = openMoment(c, place, day)
    if (at === null) break
    const person = c.maybe(0.58) ? town.crowd.in(place, c) : null
    if (person && (person.consents.location || person.consents.push) && c.maybe(0.5))
      out.push({
        at: instant(day.date, at - c.between(240, 1500)),
        kind: 'visit',
        person: person.code,
        place: place.code,
        by: person.consents.location ? c.pick(['beacon', 'wifi']) : 'app',
        minutes: c.between(6, 40),
      })
    if (person && c.maybe(0.12)) continue
    out.push(...sale(c, place, day, at, person, town, cause(c, place, day, person, staged, town)))
  }
  return out
}

function sale(c: Chance, place: Place, day: Day, at: number, person: Person | null, town: Town, why: Why): Intention[] {
  const hour = at / 3600
  const lunch = place.code === 'gion' && hour > 11.4 && hour < 14.5 && c.maybe(0.6)
  const drinks = !lunch && place.cafe && c.maybe(hour < 10 ? 0.85 : 0.3)
  const lines = lunch
    ? [
        {
          gtin: inStore(107),
          quantity: c.weighted([
            [1, 3],
            [2, 5],
          ] as const),
        },
      ]
    : basket(c, town, place.code, person, drinks ? 'cafe' : 'shop')
  if (lines.length === 0) return []
  const payment = c.maybe(place.code === 'marunouchi' ? 0.28 : 0.45) ? 'cash' : 'card'
  const eat_in = lunch || (drinks && c.maybe(0.4))
  return [
    {
      at: instant(day.date, at),
      kind: 'till',
      place: place.code,
      staff: onDuty(c, place.code),
      person: person?.code ?? null,
      lines,
      eat_in,
      payment,
      tender: payment === 'cash' && c.maybe(0.7) ? 'round_up' : 'exact',
      points: person && c.maybe(0.08) ? c.between(1, 5) * 10 : 0,
      why,
    },
  ]
}
