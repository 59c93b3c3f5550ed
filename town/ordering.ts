import { buy, card, type Deed, linesOf, type Order } from './buying.ts'
import { clockSeconds, instant, plusDays, weekdayOf } from './calendar.ts'
import type { Day, Device, Intention } from './intention.ts'
import type { Act, Life } from './life.ts'
import { addressee } from './members.ts'
import { type Place, places } from './places.ts'
import { chance } from './random.ts'
import { onDuty } from './shopday.ts'
import { staff } from './staff.ts'

type Of<Kind extends Intention['kind']> = Extract<Intention, { kind: Kind }>

/** Orders that leave or are fetched later: shipped, collected at a shop, made by telephone. */
export function ordering(life: Life, day: Day): Act[] {
  return day.intentions.flatMap((i): Act[] => {
    if (i.kind === 'ship') return shipped(life, day, i)
    if (i.kind === 'collect') return collected(life, day, i)
    if (i.kind === 'agent') return phoned(life, day, i)
    return []
  })
}

const channelOf = (device: Device) => (device === 'app' ? { channel: 'app' } : {})
const pointsOf = (points: number) => (points > 0 ? { points_used: points } : {})

function shipped(life: Life, day: Day, i: Of<'ship'>): Act[] {
  let order: Order | undefined
  const place = async () => {
    life.tally.active.add(i.person)
    const ship = addressee(life.person(i.person))
    const wish = {
      way: 'ship',
      ship,
      lines: linesOf(i.lines),
      cart: true,
      payments: card,
      ...channelOf(i.device),
      ...pointsOf(i.points),
    }
    const { at, person, lines, why } = i
    const deed: Deed = { at, person, place: 'warehouse', lines, why, leaves: 'later' }
    order = await buy(life, wish, deed, `ship:${i.person}:${i.at}`, await life.member(i.person))
  }
  return [{ at: i.at, who: i.person, act: place }, parcel(life, day, i.person, () => order)]
}

/** The warehouse sends on its next working day what was ordered until midnight. */
function parcel(life: Life, day: Day, person: string, order: () => Order | undefined): Act {
  const from = places.find(({ ships_ec }) => ships_ec)
  const date =
    [1, 2].map((days) => plusDays(day.date, days)).find((one) => from?.hours[weekdayOf(one)]) ?? plusDays(day.date, 1)
  const packer = staff.find(({ role, places: at }) => role === 'clerk' && at.includes(from?.code ?? ''))
  const c = chance(`${life.seed}/parcel/${person}/${day.date}`)
  return {
    at: instant(date, c.between(clockSeconds('10:00'), clockSeconds('16:30'))),
    who: person,
    act: async () => {
      const sent = order()
      if (!sent || !packer || !from) return
      const who = await life.staff(packer.code, from.code)
      await life.api.post(`/v1/orders/${sent.order_id}/shipment`, undefined, `sent:${sent.order_id}`, who)
      life.books.leave(sent.order_id)
    },
  }
}

function collected(life: Life, day: Day, i: Of<'collect'>): Act[] {
  let order: Order | undefined
  const place_id = life.opened.place.get(i.place)
  const place = async () => {
    life.tally.active.add(i.person)
    const wish = {
      way: 'collect',
      place_id,
      lines: linesOf(i.lines),
      cart: true,
      payments: card,
      ...channelOf(i.device),
      ...pointsOf(i.points),
    }
    const { at, person, lines, why } = i
    const deed: Deed = { at, person, place: i.place, lines, why, leaves: 'later' }
    order = await buy(life, wish, deed, `collect:${i.person}:${i.at}`, await life.member(i.person))
  }
  const c = chance(`${life.seed}/pick/${i.person}/${i.at}`)
  const picker = onDuty(c, i.place)
  const ready = async () => {
    if (!order) return
    await life.api.post(
      `/v1/orders/${order.order_id}/readiness`,
      undefined,
      `ready:${order.order_id}`,
      await life.staff(picker, i.place),
    )
  }
  const handed = async () => {
    if (!order?.pickup || !i.hand_over) return
    const who = await life.staff(i.hand_over.staff, i.place)
    const { order_id, pickup } = order
    await life.api.post(`/v1/orders/${order_id}/hand-over`, { code: pickup.code }, `handed:${order_id}`, who)
    life.books.leave(order_id)
    if (i.hand_over.add_on.length === 0) return
    const profile_id = life.opened.profile.get(i.person)
    const wish = {
      way: 'carry',
      place_id,
      profile_id,
      lines: linesOf(i.hand_over.add_on),
      with_order_id: order_id,
      payments: card,
    }
    const { at, add_on: lines } = i.hand_over
    const deed: Deed = { at, person: i.person, place: i.place, lines, why: { because: 'need' } }
    await buy(life, wish, deed, `beside:${order_id}`, who)
  }
  const shop = places.find(({ code }) => code === i.place)
  const picked = shop ? pickedAt(shop, day, i.at, c.between(35, 80)) : i.at
  // Whoever comes early finds it just ready.
  const before =
    i.hand_over && i.hand_over.at <= picked ? new Date(Date.parse(i.hand_over.at) - 300_000).toISOString() : picked
  return [
    { at: i.at, who: i.person, act: place },
    { at: before, who: i.person, act: ready },
    ...(i.hand_over ? [{ at: i.hand_over.at, who: i.person, act: handed }] : []),
  ]
}

/** Goods are put together within the hour, or in the morning of the next open day. */
function pickedAt(shop: Place, day: Day, ordered: string, minutes: number): string {
  const soon = new Date(Date.parse(ordered) + minutes * 60_000).toISOString()
  for (let days = 0; days < 7; days++) {
    const date = plusDays(day.date, days)
    const hours = shop.hours[weekdayOf(date)]
    if (!hours) continue
    const opens = instant(date, clockSeconds(hours[0]) + minutes * 30)
    const at = soon > opens ? soon : opens
    if (at < instant(date, clockSeconds(hours[1]))) return at
  }
  return soon
}

/** A call: she reads the six digits of her cart aloud, the agent opens it, adds what is missing and orders for her. */
function phoned(life: Life, day: Day, i: Of<'agent'>): Act[] {
  let order: Order | undefined
  const minutes_before = (minutes: number) => new Date(Date.parse(i.at) - minutes * 60_000).toISOString()
  const key = `${i.person}:${i.at}`
  const fill = async () => {
    const who = await life.member(i.person)
    for (const { gtin, quantity } of i.in_cart)
      await life.api.post('/v1/carts/current/items', { gtin, quantity }, `call:${key}:${gtin}`, who)
  }
  const take = async () => {
    life.tally.active.add(i.person)
    const profile_id = life.opened.profile.get(i.person)
    const agent = await life.staff(i.staff, 'office')
    const { code } = await life.api.post<{ code: string }>(
      '/v1/carts/current/hand-over-codes',
      undefined,
      `code:${key}`,
      await life.member(i.person),
    )
    await life.api.post('/v1/carts/hand-overs', { code }, `opened:${key}`, agent)
    const held = new Set(i.in_cart.map(({ gtin }) => gtin))
    for (const { gtin, quantity } of i.lines.filter((line) => !held.has(line.gtin)))
      await life.api.post(`/v1/carts/${profile_id}/items`, { gtin, quantity }, `added:${key}:${gtin}`, agent)
    const collect =
      i.way === 'collect' ? { place_id: life.opened.place.get(i.place) } : { ship: addressee(life.person(i.person)) }
    const wish = {
      way: i.way,
      profile_id,
      ...collect,
      lines: linesOf(i.lines),
      cart: true,
      payments: card,
      ...pointsOf(i.points),
    }
    const { at, person, lines, why } = i
    order = await buy(life, wish, { at, person, place: i.place, lines, why, leaves: 'later' }, `phone:${key}`, agent)
  }
  return [
    { at: minutes_before(12), who: i.person, act: fill },
    { at: i.at, who: i.person, act: take },
    parcel(life, day, i.person, () => order),
  ]
}
