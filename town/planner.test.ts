import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockSeconds, instant } from './calendar.ts'
import { places } from './places.ts'
import { plan } from './planner.ts'
import { retailer } from './retailer.ts'
import { sceneNames } from './scenes.ts'
import { kept } from './stock.ts'

const town = retailer('test')
const wish = { seed: 'test', start: '2026-11-16', days: 7, scenes: sceneNames }
const days = [...plan(town, wish).days]
const all = days.flatMap((day) => day.intentions)
const orders = all.flatMap((i) =>
  i.kind === 'till' || i.kind === 'ship' || i.kind === 'collect' || i.kind === 'agent' ? [i] : [],
)

test('the same wish gives the same plan, another seed another', () => {
  assert.deepEqual([...plan(retailer('test'), wish).days], days)
  assert.notDeepEqual([...plan(town, { ...wish, seed: 'other' }).days], days)
})

test('the week is lively: enough orders in every way, enough customers', () => {
  assert.ok(orders.length >= 350, `${orders.length} orders`)
  const active = new Set(all.flatMap((i) => ('person' in i && i.person ? [i.person] : [])))
  assert.ok(active.size >= 100, `${active.size} customers`)
  for (const kind of [
    'till',
    'ship',
    'collect',
    'agent',
    'hold',
    'join',
    'visit',
    'view',
    'search',
    'cart',
    'talk',
    'delivery',
  ])
    assert.ok(
      all.some((i) => i.kind === kind),
      kind,
    )
  assert.ok(days.every((day) => day.intentions.length > 100))
})

test('each day is in order of time and lies within that day in Japan', () => {
  for (const day of days) {
    const times = day.intentions.map((i) => i.at)
    assert.deepEqual([...times].sort(), times)
    assert.ok((times[0] ?? '') >= instant(day.date, 0) && (times.at(-1) ?? '') < instant(day.date, 86_400), day.date)
  }
})

test('nobody sells in a closed shop', () => {
  for (const day of days)
    for (const i of day.intentions) {
      if (i.kind !== 'till') continue
      const hours = places.find((p) => p.code === i.place)?.hours[day.weekday]
      assert.ok(hours, `${i.place} is closed on ${day.weekday}`)
      assert.ok(i.at >= instant(day.date, clockSeconds(hours[0])) && i.at < instant(day.date, clockSeconds(hours[1])))
    }
})

test('nobody buys as a member before joining', () => {
  const joined = new Map(all.flatMap((i) => (i.kind === 'join' ? [[i.person, i.at] as const] : [])))
  const before = new Set(town.people.filter((p) => p.member_before).map((p) => p.code))
  for (const i of all) {
    const who = 'person' in i ? i.person : 'who' in i && 'person' in i.who ? i.who.person : null
    if (who && !before.has(who)) assert.ok((joined.get(who) ?? '9') <= i.at, who)
  }
})

test('the plan never takes more than lies there, and leaves the journeys their pieces', () => {
  const left = new Map(town.stock.map((s) => [`${s.place} ${s.gtin}`, s.on_hand]))
  const unstocked = new Set(town.products.filter((p) => !p.stocked).flatMap((p) => p.variants.map((v) => v.gtin)))
  const take = (place: string, gtin: string, quantity: number) => {
    if (unstocked.has(gtin)) return
    left.set(`${place} ${gtin}`, (left.get(`${place} ${gtin}`) ?? 0) - quantity)
  }
  for (const i of orders) {
    const place = i.kind === 'ship' ? 'warehouse' : i.place
    for (const line of i.lines) take(place, line.gtin, line.quantity)
    if (i.kind === 'collect') for (const line of i.hand_over?.add_on ?? []) take(place, line.gtin, line.quantity)
  }
  for (const [key, pieces] of left) {
    const [place = '', gtin = ''] = key.split(' ')
    assert.ok(pieces >= kept(place, gtin), `${key}: ${pieces}`)
  }
})
