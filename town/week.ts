import { basket, Shelves } from './basket.ts'
import { instant, plusDays, weatherOf, weekdayOf } from './calendar.ts'
import type { Day, Intention, Line } from './intention.ts'
import { onlineDay } from './onlineday.ts'
import type { Person } from './people.ts'
import { places, shops } from './places.ts'
import type { Chance } from './random.ts'
import { chance } from './random.ts'
import type { Retailer } from './retailer.ts'
import { onDuty, openMoment, shopDay, type Town } from './shopday.ts'

export type Week = { seed: string; start: string; days: Day[] }

export type WeekWish = {
  seed?: string /** First day, 'YYYY-MM-DD' in Japan. */
  start: string
  days?: number /** 1 is a lively demo week. */
  scale?: number
}

/**
 * Plan what everybody means to do in one week. Pure: the same wish gives the same plan, and nothing is called.
 * Intentions of a day are in order of time; a hand-over may fall on a later day and is carried by its order.
 */
export function planWeek(retailer: Retailer, wish: WeekWish): Week {
  const { seed = 'engawa', start, days = 7, scale = 1 } = wish
  const town: Town = {
    shelves: new Shelves(retailer.products, retailer.stock),
    members: retailer.people.filter((p) => p.member_before),
    scale,
  }
  const coming = retailer.people.filter((p) => !p.member_before)
  const plan: Day[] = []
  for (let n = 0; n < days; n++) {
    const date = plusDays(start, n)
    const day: Day = {
      date,
      weekday: weekdayOf(date),
      weather: {
        tokyo: weatherOf(seed, date, 'tokyo'),
        kyoto: weatherOf(seed, date, 'kyoto'),
        sapporo: weatherOf(seed, date, 'sapporo'),
        naha: weatherOf(seed, date, 'naha'),
      },
      intentions: [],
    }
    const c = chance(`${seed}/week/${date}`)
    const newcomers = coming.filter((_, i) => i % days === n)
    const joined = newcomers.flatMap((p) => join(c.fork(p.code), day, p, town))
    day.intentions = [
      ...deliveries(c.fork('delivery'), day, retailer),
      ...joined,
      ...shops.flatMap((place) => shopDay(c.fork(place.code), place, day, town)),
      ...onlineDay(c.fork('online'), day, town),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    town.members = [...town.members, ...newcomers]
    plan.push(day)
  }
  return { seed, start, days: plan }
}

/** A person joins: at the tablet she also buys, which is why the clerk asked. */
function join(c: Chance, day: Day, p: Person, town: Town): Intention[] {
  const place = places.find((one) => one.code === p.home_place)
  const moment = place ? openMoment(c, place, day) : null
  const inShop = (p.route === 'tablet' || p.route === 'poster') && place !== undefined && moment !== null
  const at = moment !== null && inShop ? moment : c.between(18, 22) * 3600 + c.between(0, 3500)
  const staff = inShop && place && p.route === 'tablet' ? onDuty(c, place.code) : null
  const route = inShop || p.route === 'line' ? p.route : 'ec'
  const out: Intention[] = [
    {
      at: instant(day.date, at),
      kind: 'join',
      person: p.code,
      route,
      place: inShop && place ? place.code : null,
      staff,
    },
  ]
  if (inShop && place && p.route === 'tablet') {
    const lines = basket(c, town.shelves, place.code, p, 'shop')
    if (lines.length > 0)
      out.push({
        at: instant(day.date, at + 240),
        kind: 'till',
        place: place.code,
        staff: staff ?? onDuty(c, place.code),
        person: p.code,
        lines,
        eat_in: false,
        payment: 'card',
        tender: 'exact',
        points: 0,
      })
  }
  return out
}

/** Twice a week each shop receives what was on its way. */
function deliveries(c: Chance, day: Day, retailer: Retailer): Intention[] {
  return shops.flatMap((place, i) => {
    const open = place.hours[day.weekday] !== null
    if (!open || !(i % 2 ? ['tue', 'fri'] : ['mon', 'thu']).includes(day.weekday)) return []
    const lines: Line[] = retailer.stock
      .filter((s) => s.place === place.code && s.incoming > 0)
      .map((s) => ({ gtin: s.gtin, quantity: Math.max(1, Math.floor(s.incoming / 2)) }))
    return lines.length > 0
      ? [{ at: instant(day.date, 9 * 3600 + c.between(0, 1800)), kind: 'delivery', place: place.code, lines }]
      : []
  })
}
