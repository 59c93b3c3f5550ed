import type { Api } from './api.ts'
import type { Books } from './books.ts'
import { clockSeconds, instant } from './calendar.ts'
import type { Day, Intention, Line, Why } from './intention.ts'
import type { Opened } from './open.ts'
import type { Truth } from './truth.ts'

/** What the town's former system told of itself, under this name. */
export const source = 'town'
const most = { orders: 500, events: 2000 }

type Bought = {
  at: string
  person: string | null
  place: string
  channel: string
  way: 'carry' | 'ship' | 'collect'
  lines: readonly Line[]
  why: Why
}

type Told = {
  api: Api
  opened: Opened
  books: Books
  truth: Truth
  /** Somebody became a member on a past day. */
  join(i: Extract<Intention, { kind: 'join' }>): Promise<void>
}

/**
 * Brings past days into the platform as a retailer brings her history: orders and events in lists through the bulk endpoints.
 * No stock moves by them; the shelves were counted when the platform was opened.
 */
export class Past {
  readonly #orders: Record<string, unknown>[] = []
  readonly #events: Record<string, unknown>[] = []
  #last_ms = 0
  #batch = 0
  orders = 0
  events = 0

  readonly #to: Told

  constructor(to: Told) {
    this.#to = to
  }

  async tell(day: Day): Promise<void> {
    let n = 0
    for (const i of day.intentions) {
      if (i.kind === 'join') await this.#to.join(i)
      const bought = boughtBy(i)
      if (bought) this.#order(bought, `${day.date}-${String(++n).padStart(5, '0')}`)
      const event = this.#eventOf(i)
      if (event)
        this.#events.push({ ...event, message_id: `${day.date}:${this.#events.length}:${i.at}`, occurred_at: i.at })
      if (this.#orders.length >= most.orders || this.#events.length >= most.events) await this.flush()
    }
    for (const scene of day.scenes) {
      if (scene.first === day.date) this.#events.push(this.#sceneEvent('Scene Started', day.date, scene.opens, scene))
      if (scene.last === day.date) this.#events.push(this.#sceneEvent('Scene Ended', day.date, scene.closes, scene))
    }
  }

  /** Send what is gathered. */
  async flush(): Promise<void> {
    const orders = this.#orders.splice(0)
    const events = this.#events.splice(0)
    this.#batch += 1
    if (orders.length > 0) {
      const { items } = await this.#to.api.post<{
        items: { row: number; outcome: string; field: string; code: string }[]
      }>('/v1/integrations/orders', { source, orders }, `past:orders:${this.#batch}`)
      const refused = items.find(({ outcome }) => outcome === 'refused')
      if (refused)
        throw new Error(`past order ${JSON.stringify(orders[refused.row])}: ${refused.field} ${refused.code}`)
      this.orders += orders.length
    }
    if (events.length > 0) {
      await this.#to.api.post('/v1/integrations/events', { source, events }, `past:events:${this.#batch}`)
      this.events += events.length
    }
  }

  #order({ at, person, place, channel, way, lines, why }: Bought, number: string): void {
    // No two at one instant, so that a page of orders ends between two.
    this.#last_ms = Math.max(Date.parse(at), this.#last_ms + 1)
    const placed_at = new Date(this.#last_ms).toISOString()
    const profile_id = person === null ? undefined : this.#to.opened.profile.get(person)
    const ref = `${source}-${number}`
    const entry = this.#to.books.sell({
      ref,
      person: profile_id ? person : null,
      place,
      lines,
      eat_in: false,
      points_used: 0,
      leaves: 'never',
      by_line: true,
      keep_until: null,
    })
    this.#orders.push({
      external_id: number,
      number: ref,
      channel,
      way,
      place_id: this.#to.opened.place.get(place),
      ...(profile_id ? { profile_id } : {}),
      placed_at,
      lines: lines.map((line) => this.#line(line)),
      ...(entry.points_earned > 0 ? { points: entry.points_earned } : {}),
    })
    this.#to.truth.bought({ number: ref, at: placed_at, record: person, place, channel, lines, why })
  }

  #line({ gtin, quantity, discount_yen = 0 }: Line): Record<string, unknown> {
    const amount_yen = this.#to.books.price([{ gtin, quantity, discount_yen }], false).total_yen
    return {
      gtin,
      variant_id: this.#to.opened.goods.variant.get(gtin),
      quantity,
      amount_yen,
      ...(discount_yen > 0 ? { discount_yen } : {}),
    }
  }

  #eventOf(i: Intention): Record<string, unknown> | undefined {
    const { profile, goods, place } = this.#to.opened
    if (i.kind === 'visit')
      return {
        type: 'Store Visited',
        profile_id: profile.get(i.person),
        channel: 'store',
        place_id: place.get(i.place),
        facts: { by: i.by },
      }
    if (i.kind === 'told')
      return {
        type: 'Promotion Viewed',
        profile_id: profile.get(i.person),
        channel: 'app',
        facts: { promotion: i.offer },
      }
    if (i.kind !== 'view' && i.kind !== 'search') return undefined
    // Nobody knows any more who the passers-by were.
    const profile_id = 'person' in i.who ? profile.get(i.who.person) : undefined
    if (!profile_id) return undefined
    const channel = i.device === 'app' ? 'app' : 'web'
    if (i.kind === 'search') return { type: 'Product List Viewed', profile_id, channel }
    const product_id = goods.product.get(i.product)
    const facts = { product_id, variant_id: goods.variant.get(i.gtin) }
    return { type: 'Product Viewed', profile_id, channel, subject_kind: 'product', subject_id: product_id, facts }
  }

  #sceneEvent(type: string, date: string, time: string, scene: Day['scenes'][number]): Record<string, unknown> {
    const place_id = this.#to.opened.place.get(scene.place ?? 'office')
    return {
      type,
      message_id: `${type}:${scene.name}:${date}`,
      occurred_at: instant(date, clockSeconds(time)),
      profile_id: place_id,
      place_id,
      channel: 'store',
      facts: { scene: scene.name },
    }
  }
}

function boughtBy(i: Intention): Bought | undefined {
  const { at } = i
  if (i.kind === 'till')
    return { at, person: i.person, place: i.place, channel: 'till', way: 'carry', lines: i.lines, why: i.why }
  if (i.kind === 'agent')
    return { at, person: i.person, place: 'warehouse', channel: 'phone', way: 'ship', lines: i.lines, why: i.why }
  if (i.kind !== 'ship' && i.kind !== 'collect') return undefined
  const channel = i.device === 'app' ? 'app' : 'ec'
  const { person, lines, why } = i
  return i.kind === 'ship'
    ? { at, person, place: 'warehouse', channel, way: 'ship', lines, why }
    : { at, person, place: i.place, channel, way: 'collect', lines, why }
}
