import { climateDay } from '#channels/weather/climate'
import type { Report } from '#channels/weather/report'
import { basket, Shelves } from './basket.ts'
import { instant, plusDays, weekdayOf } from './calendar.ts'
import { Crowd } from './crowd.ts'
import type { Town } from './day.ts'
import { type Day, type Intention, type Line, type Region, regions } from './intention.ts'
import { type Offer, type Outcome, offerCalendar, outcomes } from './offers.ts'
import { onlineDay } from './onlineday.ts'
import type { Person } from './people.ts'
import { places, selling, shops } from './places.ts'
import { type Chance, chance } from './random.ts'
import type { Retailer } from './retailer.ts'
import { on, pours, type Scene, type SceneName, sceneCalendar, viral_product } from './scenes.ts'
import { onDuty, openMoment, shopDay } from './shopday.ts'
import { type Taste, tastesOf } from './tastes.ts'
import { Wants } from './wants.ts'

export type Plan = {
  seed: string
  start: string
  /** Days before the town is live: their shelves were filled again each night. */
  past: number
  days: Generator<Day>
  scenes: Scene[]
  offers: Offer[]
  /** What each offer does to each person, told of it or not. */
  outcomes: Outcome[]
  taste: (person: Person) => Taste
}

export type PlanWish = {
  seed?: string
  /** First day, 'YYYY-MM-DD' in Japan. */
  start: string
  days: number
  past?: number
  scenes?: readonly SceneName[]
  /** 1 is a lively demo week of 160 shoppers; the retailer's own when absent. */
  scale?: number
}

/**
 * Plan what everybody means to do. Pure: the same wish gives the same plan, and nothing is called. Intentions of a day are
 * in order of time; a hand-over may fall on a later day and is carried by its order.
 */
export function plan(retailer: Retailer, wish: PlanWish): Plan {
  const { seed = 'engawa', start, days, past = 0, scenes = [], scale = retailer.scale } = wish
  const calendar = sceneCalendar(seed, { start, days, names: scenes })
  const taste = tastesOf(seed, retailer.products)
  const offers = offerCalendar(start, past)
  const members = retailer.people.filter((p) => p.member_before)
  const told = offers.flatMap((offer) => outcomes(seed, offer, members, taste))
  function* each(): Generator<Day> {
    const coming = retailer.people.filter((p) => !p.member_before)
    const wants = new Wants(retailer.products)
    const shelves = { past: new Shelves(retailer.stock, { endless: true }), live: new Shelves(retailer.stock) }
    const joined: Person[] = [...members]
    for (let n = 0; n < days; n++) {
      const date = plusDays(start, n)
      const day = dayOf(seed, date, calendar)
      const viral = day.scenes.some(({ name }) => name === 'viral')
      const mood = { month: Number(date.slice(5, 7)), talk: viral ? viral_product : null }
      const crowd = new Crowd(joined)
      const town: Town = { shelves: n < past ? shelves.past : shelves.live, wants, crowd, mood, taste, scale }
      const c = chance(`${seed}/week/${date}`)
      const newcomers = coming.filter((_, i) => i % days === n)
      day.intentions = [
        ...(n < past ? [] : deliveries(c.fork('delivery'), day, retailer)),
        ...newcomers.flatMap((p) => join(c.fork(p.code), day, p, town)),
        ...selling(date, retailer.popup).flatMap((place) => shopDay(c.fork(place.code), place, day, town)),
        ...onlineDay(c.fork('online'), day, town),
        ...offered(c.fork('offers'), day, town, offers, told, retailer),
      ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      joined.push(...newcomers)
      yield day
    }
  }
  return { seed, start, past, days: each(), scenes: calendar, offers, outcomes: told, taste }
}

function dayOf(seed: string, date: string, calendar: readonly Scene[]): Day {
  const scenes = on(calendar, date)
  const weather = Object.fromEntries(
    regions.map((region) => {
      const usual = climateDay(seed, region, date)
      return [region, pours(scenes) ? { ...usual, sky: 'rain', rain_mm: Math.max(usual.rain_mm, 24) } : usual]
    }),
  ) as Record<Region, Report>
  return { date, weekday: weekdayOf(date), weather, scenes, intentions: [] }
}

/** A person joins: at the tablet she also buys, which is why the clerk asked. */
function join(c: Chance, day: Day, p: Person, town: Town): Intention[] {
  const place = places.find((one) => one.code === p.home_place)
  const moment = place ? openMoment(c, place, day) : null
  const inShop = (p.route === 'tablet' || p.route === 'poster') && place !== undefined && moment !== null
  const at = moment !== null && inShop ? moment : c.between(18, 22) * 3600 + c.between(0, 3500)
  const staff = inShop && place && p.route === 'tablet' ? onDuty(c, place.code) : null
  const route = inShop || p.route === 'line' ? p.route : 'ec'
  const joining: Intention = {
    at: instant(day.date, at),
    kind: 'join',
    person: p.code,
    route,
    place: inShop && place ? place.code : null,
    staff,
  }
  const lines = staff && place ? basket(c, town, place.code, p, 'shop') : []
  if (!staff || !place || lines.length === 0) return [joining]
  return [
    joining,
    {
      at: instant(day.date, at + 240),
      kind: 'till',
      place: place.code,
      staff,
      person: p.code,
      lines,
      eat_in: false,
      payment: 'card',
      tender: 'exact',
      points: 0,
      why: { because: 'joined' },
    },
  ]
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

/** Who hears of an offer this morning, and who buys of its goods today, told or not. */
function offered(
  c: Chance,
  day: Day,
  town: Town,
  offers: readonly Offer[],
  told: readonly Outcome[],
  retailer: Retailer,
): Intention[] {
  const running = offers.filter(({ first, last }) => first <= day.date && day.date <= last)
  return running.flatMap((offer) => {
    const its = told.filter((one) => one.offer === offer.code)
    const heard: Intention[] =
      day.date === offer.first
        ? its
            .filter(({ treated }) => treated)
            .map(({ person }) => ({
              at: instant(day.date, 8 * 3600 + c.between(0, 3600)),
              kind: 'told',
              person,
              offer: offer.code,
            }))
        : []
    const buyers = its.filter((one) => one.day === day.date && (one.treated ? one.with_offer : one.without_offer))
    const people = new Map(retailer.people.map((one) => [one.code, one]))
    return [...heard, ...buyers.flatMap((one) => follow(c, day, town, offer, one, people.get(one.person)))]
  })
}

function follow(c: Chance, day: Day, town: Town, offer: Offer, one: Outcome, person: Person | undefined): Intention[] {
  const piece = person && town.wants.among(c, offer.categories, person, town.mood)
  if (!person || !piece) return []
  const discount_yen = one.treated ? Math.floor((piece.variant.yen * offer.percent) / 100) : 0
  return [
    {
      at: instant(day.date, c.between(10, 22) * 3600 + c.between(0, 3599)),
      kind: 'ship',
      person: person.code,
      device: c.pick(['app', 'phone', 'desktop']),
      lines: [{ gtin: piece.variant.gtin, quantity: 1, ...(discount_yen > 0 ? { discount_yen } : {}) }],
      points: 0,
      why: one.treated && !one.without_offer ? { because: 'offer', of: offer.code } : { because: 'need' },
    },
  ]
}
