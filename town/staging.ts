import type { Books } from './books.ts'
import { linesOf } from './buying.ts'
import { clockSeconds, instant } from './calendar.ts'
import type { Day, Intention } from './intention.ts'
import { type Act, count, type Life } from './life.ts'
import { chance } from './random.ts'
import type { Scene } from './scenes.ts'
import { kept } from './stock.ts'

type Till = Extract<Intention, { kind: 'till' }>

/** What a scene does of itself on a live day: it is told on the timeline, and some have deeds of their own. */
export function staging(life: Life, day: Day): Act[] {
  return day.scenes.flatMap((scene) => {
    const from = instant(day.date, clockSeconds(scene.opens))
    const to = instant(day.date, clockSeconds(scene.closes))
    const acts: Act[] = []
    if (scene.first === day.date)
      acts.push({ at: from, who: scene.name, act: () => tell(life, scene, 'Scene Started', from) })
    if (scene.name === 'stock_mistakes' && scene.place) acts.push(...miscounted(life, scene.place, day, from, to))
    if (scene.name === 'shop_offline' && scene.place) acts.push(...unsent(life, scene.place, day, to))
    if (scene.last === day.date) acts.push({ at: to, who: scene.name, act: () => tell(life, scene, 'Scene Ended', to) })
    return acts
  })
}

async function tell({ api, opened }: Life, { name, place }: Scene, type: string, occurred_at: string): Promise<void> {
  const place_id = opened.place.get(place ?? 'office')
  const message_id = `${type}:${name}:${occurred_at}`
  const about = { profile_id: place_id, place_id, channel: 'store', facts: { scene: name } }
  await api.post('/v1/activity/events', { events: [{ type, message_id, occurred_at, ...about }] }, message_id)
}

const mistakes = 6

/** Someone counts in a hurry, and in the evening someone counts again. */
function miscounted(life: Life, place: string, day: Day, from: string, to: string): Act[] {
  const c = chance(`${life.seed}/miscounted/${day.date}`)
  const shelves = life.retailer.stock.filter((s) => s.place === place && s.on_hand > 5 && kept(place, s.gtin) === 0)
  return c.some(shelves, mistakes).flatMap(({ gtin }): Act[] => {
    const off = c.pick([-3, -2, -1, 2, 4])
    let wrong = 0
    const counted = async (at: string, by: number) => {
      const pieces = Math.max(0, (life.books.stock.get(`${place} ${gtin}`) ?? 0) + by)
      const body = {
        place_id: life.opened.place.get(place),
        variant_id: life.opened.goods.variant.get(gtin),
        counted: pieces,
      }
      await life.api.post('/v1/inventory/counts', body, `counted:${gtin}:${at}`)
      life.books.count(place, gtin, pieces)
      wrong += by
    }
    return [
      { at: from, who: `count ${place}`, act: () => counted(from, off) },
      { at: to, who: `count ${place}`, act: () => (wrong === 0 ? Promise.resolve() : counted(to, -wrong)) },
    ]
  })
}

/** Whether a till had no network then: its sales are told later. */
export function isOffline(day: Day, { place, at }: Till): boolean {
  return day.scenes.some(
    (scene) =>
      scene.name === 'shop_offline' &&
      scene.place === place &&
      at >= instant(day.date, clockSeconds(scene.opens)) &&
      at < instant(day.date, clockSeconds(scene.closes)),
  )
}

/** The network is back: what the till sold meanwhile is told at once, each sale dated as it happened. */
function unsent(life: Life, place: string, day: Day, at: string): Act[] {
  const sold = day.intentions.filter((i): i is Till => i.kind === 'till' && isOffline(day, i))
  const [first] = sold
  if (!first) return []
  const act = async () => {
    const sales = sold.map((i, n) => saleOf(life, i, `${day.date}-${n + 1}`))
    const { items } = await life.api.post<{ items: Told[] }>(
      '/v1/orders/offline-sales',
      { device_id: `till-${place}`, place_id: life.opened.place.get(place), sales },
      `offline:${place}:${day.date}`,
      await life.staff(first.staff, place),
    )
    for (const [n, { outcome, order }] of items.entries()) {
      const i = sold[n]
      if (!i || !order || outcome === 'refused') count(life.tally.refused, 'offline')
      else book(life, i, order)
    }
  }
  return [{ at, who: `${place} ${first.staff}`, act }]
}

type Told = { outcome: string; order: { order_id: string; number: string; channel: string; total_yen: number } | null }

function saleOf({ books, opened, person }: Life, i: Till, receipt_number: string): Record<string, unknown> {
  const lines = i.lines.map((line) => {
    const amount_yen = books.price([line], i.eat_in).total_yen
    const unit_yen = Math.floor(amount_yen / line.quantity)
    return { variant_id: opened.goods.variant.get(line.gtin), quantity: line.quantity, unit_yen, amount_yen }
  })
  const amount_yen = lines.reduce((sum, line) => sum + line.amount_yen, 0)
  return {
    receipt_number,
    occurred_at: i.at,
    supply_mode: i.eat_in ? 'eat_in' : 'take_away',
    lines,
    payments: [{ method: i.payment === 'cash' ? 'cash' : 'terminal', amount_yen }],
    ...(i.person ? { member_code: person(i.person).card } : {}),
  }
}

function book(
  { books, truth, tally }: Life,
  i: Till,
  { order_id, number, channel, total_yen }: NonNullable<Told['order']>,
): void {
  const { at, place, person, lines, eat_in, why } = i
  const sale = { ref: order_id, person, place, lines: linesOf(lines), eat_in, points_used: 0 }
  books.sell({ ...sale, leaves: 'now', by_line: true, keep_until: null } satisfies Parameters<Books['sell']>[0])
  truth.bought({ number, at, record: person, place, channel, lines, why })
  count(tally.orders, channel)
  count(tally.yen, channel, total_yen)
}
