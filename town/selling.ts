import { addressOf, Refusal, type Who } from './api.ts'
import { buy, card, linesOf } from './buying.ts'
import { instant, plusDays, weekdayOf } from './calendar.ts'
import type { Day, Intention } from './intention.ts'
import type { Act, Life } from './life.ts'
import { decisionsOf, join } from './members.ts'
import { places } from './places.ts'
import { chance, hash } from './random.ts'
import { onDuty, openMoment } from './shopday.ts'
import { staff } from './staff.ts'
import { isOffline } from './staging.ts'

type Of<Kind extends Intention['kind']> = Extract<Intention, { kind: Kind }>

/** What happens in the shops in one day: sales at the till, holds, people who join, deliveries. */
export function selling(life: Life, day: Day): Act[] {
  return day.intentions.flatMap((i): Act[] => {
    if (i.kind === 'till' && isOffline(day, i)) return []
    if (i.kind === 'till') return [{ at: i.at, who: i.person ?? `${i.place} ${i.staff}`, act: () => sale(life, i) }]
    if (i.kind === 'hold') return held(life, day, i)
    if (i.kind === 'join') return [{ at: i.at, who: i.person, act: () => joined(life, i) }]
    if (i.kind === 'delivery') return [{ at: i.at, who: i.place, act: () => received(life, i) }]
    return []
  })
}

async function sale(life: Life, i: Of<'till'>): Promise<void> {
  const who = await life.staff(i.staff, i.place)
  const key = `till:${i.place}:${i.staff}:${i.at}`
  if (i.person) life.tally.active.add(i.person)
  const wish = {
    way: 'carry',
    place_id: life.opened.place.get(i.place),
    ...(i.eat_in ? { supply_mode: 'eat_in' } : {}),
    ...(i.person ? { profile_id: life.opened.profile.get(i.person) } : {}),
    ...(i.person && i.points > 0 ? await points(life, { ...i, person: i.person }, key, who) : {}),
    lines: linesOf(i.lines),
  }
  const payments = i.payment === 'card' ? card : [await cash(life, i, wish, key, who)]
  const { at, person, place, lines, why, eat_in } = i
  await buy(life, { ...wish, payments }, { at, person, place, lines, why, eat_in }, key, who)
}

/** Whoever pays with points shows the code on her phone; who cannot keeps them. */
async function points(life: Life, i: { person: string; points: number }, key: string, who: Who) {
  try {
    const me = await life.member(i.person)
    const { codes } = await life.api.get<{ codes: { code: string }[] }>('/v1/customers/me/card', me)
    const body = { code: codes[0]?.code }
    const { scan_id } = await life.api.post<{ scan_id: string }>('/v1/customers/scans', body, `${key}:scan`, who)
    return { points_used: i.points, scan_id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return {}
  }
}

/** Most people hand over the next thousand. */
async function cash(life: Life, i: Of<'till'>, wish: Record<string, unknown>, key: string, who: Who) {
  if (i.tender === 'exact') return { method: 'cash' }
  const { points_used, scan_id, ...plain } = wish
  const { to_pay_yen } = await life.api.post<{ to_pay_yen: number }>('/v1/orders/quotes', plain, `${key}:quote`, who)
  return { method: 'cash', tendered_yen: Math.ceil(to_pay_yen / 1000) * 1000 }
}

/** Goods put aside for somebody: bought another day, waiting still, or given up. */
function held(life: Life, day: Day, i: Of<'hold'>): Act[] {
  const hours = { bought: 96, waiting: 168, let_go: 24 }[i.outcome]
  let hold_id: string | undefined
  const hold = async () => {
    const lines = i.lines.map(({ gtin, quantity }) => ({ variant_id: life.opened.goods.variant.get(gtin), quantity }))
    const body = { place_id: life.opened.place.get(i.place), lines, minutes: hours * 60 }
    const who = await life.member(i.person)
    life.tally.active.add(i.person)
    hold_id = (await life.api.post<{ hold_id: string }>('/v1/inventory/holds', body, `hold:${i.person}:${i.at}`, who))
      .hold_id
  }
  const c = chance(`${life.seed}/hold/${i.person}/${i.at}`)
  const shop = places.find(({ code }) => code === i.place)
  const dates = [1, 2, 3].map((days) => plusDays(day.date, days))
  const date = dates.find((one) => shop?.hours[weekdayOf(one)])
  const moment = date && shop ? openMoment(c, shop, { weekday: weekdayOf(date) }) : null
  if (i.outcome !== 'bought' || !date || moment === null) return [{ at: i.at, who: i.person, act: hold }]
  const clerk = onDuty(c, i.place)
  const fetch = async () => {
    if (!hold_id) return
    const who = await life.staff(clerk, i.place)
    await life.api.post(`/v1/inventory/holds/${hold_id}/release`, undefined, `fetched:${i.person}:${i.at}`, who)
    const at = instant(date, moment)
    const { person, place, lines } = i
    await sale(life, {
      kind: 'till',
      at,
      place,
      staff: clerk,
      person,
      lines,
      eat_in: false,
      payment: 'card',
      tender: 'exact',
      points: 0,
      why: { because: 'need' },
    })
  }
  return [
    { at: i.at, who: i.person, act: hold },
    { at: instant(date, moment), who: i.person, act: fetch },
  ]
}

async function joined(life: Life, i: Of<'join'>): Promise<void> {
  const person = life.person(i.person)
  const at_tablet = i.staff && i.place ? await life.staff(i.staff, i.place) : null
  const who = at_tablet ?? { token: null, from: addressOf(hash(i.person)) }
  const place_id = i.place ? life.opened.place.get(i.place) : undefined
  const profile_id = await join(life.api, person, { home: life.opened.place.get(person.home_place), place_id, who })
  life.opened.profile.set(i.person, profile_id)
  const own = at_tablet ? { profile_id, source: 'counter_tablet' } : { source: 'sign_up' }
  const decider = at_tablet ?? (await life.member(i.person))
  await life.api.post(
    '/v1/consent/decisions',
    { ...own, decisions: decisionsOf(person) },
    `joined:${i.person}`,
    decider,
  )
  life.tally.joined += 1
  life.tally.active.add(i.person)
}

async function received(life: Life, i: Of<'delivery'>): Promise<void> {
  const here = staff.find(({ places: at }) => at.includes(i.place))
  if (!here) return
  const lines = i.lines.map(({ gtin, quantity }) => ({ variant_id: life.opened.goods.variant.get(gtin), quantity }))
  const body = { place_id: life.opened.place.get(i.place), lines }
  await life.api.post(
    '/v1/inventory/receipts',
    body,
    `delivery:${i.place}:${i.at}`,
    await life.staff(here.code, i.place),
  )
  life.books.receive(i.place, i.lines)
}
