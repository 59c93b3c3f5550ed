/**
 * The whole town in order: the retailer opened, the past told in lists, the live days lived call by call, and at the end the
 * town's own books laid beside the platform's. It knows the platform by its public API alone.
 */
import type { Api } from './api.ts'
import { Books } from './books.ts'
import { clockSeconds, instant } from './calendar.ts'
import type { Day } from './intention.ts'
import type { Tally } from './life.ts'
import { type Course, live } from './live.ts'
import { joinedThen, owedTo } from './members.ts'
import { type Opened, openingOf, openTown, servings, servings_each } from './open.ts'
import { Past } from './past.ts'
import { plan } from './planner.ts'
import { type Reckoning, reckon } from './reckoning.ts'
import type { Retailer } from './retailer.ts'
import type { SceneName } from './scenes.ts'
import { truthIn, untold } from './truth.ts'

export type TownWish = {
  seed: string
  /** First day; the past days come first, the live ones follow. */
  start: string
  days: number
  past?: number
  scenes?: readonly SceneName[]
  /** Nothing after this instant is played. */
  until?: string
  /** A folder for the truth. */
  truth?: string
}
export type TownCourse = Omit<Course, 'books' | 'truth' | 'until'> & {
  /** The shops can sell. */
  onOpened?: () => Promise<void>
  /** Compare the town's books with the platform's when all is played. */
  compare?: boolean
}
export type Lived = { tally: Tally; past: { orders: number; events: number; yen: number }; reckoning: Reckoning | null }

export async function playTown(api: Api, retailer: Retailer, wish: TownWish, course: TownCourse): Promise<Lived> {
  const planned = plan(retailer, wish)
  const books = new Books(retailer)
  const truth = wish.truth ? truthIn(wish.truth, retailer, planned) : untold
  const opened = await opening(api, retailer, wish, course, books)
  await course.onOpened?.()
  const past = new Past({
    api,
    opened,
    books,
    truth,
    async join(i) {
      const person = retailer.people.find(({ code }) => code === i.person)
      if (person) opened.profile.set(i.person, await joinedThen(api, person, opened.place.get(person.home_place), i.at))
    },
  })
  const days: Day[] = []
  let told = 0
  for (const day of planned.days) {
    if (told >= planned.past) days.push(day)
    else {
      await course.at(Date.parse(instant(day.date, clockSeconds('23:59'))), () => past.tell(day))
      course.progress?.(++told, wish.days)
    }
  }
  const first = days[0]?.date ?? wish.start
  await course.at(Date.parse(instant(first, 0)), () => past.flush())
  const yen = [...books.orders.values()].reduce((sum, { total_yen }) => sum + total_yen, 0)
  const share = (done: number, all: number) => course.progress?.(told + ((wish.days - told) * done) / all, wish.days)
  const tally = await live(
    api,
    retailer,
    opened,
    { seed: wish.seed, days },
    { ...course, books, truth, progress: share, ...(wish.until ? { until: wish.until } : {}) },
  )
  const end = wish.until ?? instant(days.at(-1)?.date ?? first, clockSeconds('23:59'))
  books.lapse(end)
  await truth.close(books)
  const reckoning = course.compare ? await compared(api, books, opened, course, end) : null
  return { tally, past: { orders: past.orders, events: past.events, yen }, reckoning }
}

async function opening(
  api: Api,
  retailer: Retailer,
  wish: TownWish,
  course: TownCourse,
  books: Books,
): Promise<Opened> {
  let opened: Opened | undefined
  await course.at(Date.parse(openingOf(wish.start)), async () => {
    opened = await openTown(api, retailer, wish)
  })
  for (const { place, gtin, on_hand } of retailer.stock) books.receive(place, [{ gtin, quantity: on_hand }])
  for (const { place, gtin } of servings(retailer)) books.receive(place, [{ gtin, quantity: servings_each }])
  for (const person of retailer.people) if (person.member_before) books.grant(person, owedTo(wish.seed, person))
  if (!opened) throw new Error('the town did not open')
  return opened
}

async function compared(api: Api, books: Books, opened: Opened, course: TownCourse, end: string): Promise<Reckoning> {
  let reckoning: Reckoning | undefined
  await course.at(Date.parse(end), async () => {
    reckoning = await reckon(api, books, opened)
  })
  if (!reckoning) throw new Error('the books were not compared')
  return reckoning
}
