import { Refusal, type Who } from './api.ts'
import type { Line, Why } from './intention.ts'
import { count, type Life } from './life.ts'

export type Order = {
  order_id: string
  number: string
  channel: string
  total_yen: number
  points_used: number
  pickup: { code: string } | null
  promise: { keep_until: string | null } | null
}
/** What the town itself knows of a purchase, for its own books and for the truth. */
export type Deed = {
  at: string
  person: string | null
  place: string
  lines: readonly Line[]
  why: Why
  eat_in?: boolean
  leaves?: 'now' | 'later'
}

export const card = [{ method: 'card', token: 'tok_town' }]

/** The same article twice is one line. */
export const linesOf = (lines: readonly Line[]) => lines.map(({ gtin, quantity }) => ({ gtin, quantity }))

/** Place an order and count it; a wish to pay with points nobody has is dropped, as people do at the till. */
export async function buy(
  life: Life,
  wish: Record<string, unknown>,
  deed: Deed,
  key: string,
  who: Who,
): Promise<Order> {
  const order = await life.api.post<Order>('/v1/orders', wish, key, who).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !wish.points_used || error.code === 'inventory.short') throw error
    const { points_used, scan_id, ...plain } = wish
    // Under the same key: played again, the first wish meets the second's answer and cannot become an order of its own.
    return life.api.post<Order>('/v1/orders', plain, key, who)
  })
  count(life.tally.orders, order.channel)
  count(life.tally.yen, order.channel, order.total_yen)
  record(life, order, deed)
  return order
}

/** A sale came about: into the town's own books, and into the truth. */
function record(life: Life, order: Order, { eat_in = false, leaves = 'now', ...deed }: Deed): void {
  const { place, lines } = deed
  // Who is not a member yet buys as anybody does.
  const person = deed.person !== null && life.opened.profile.has(deed.person) ? deed.person : null
  const keep_until = order.promise?.keep_until ?? null
  const { order_id: ref, points_used } = order
  life.books.sell({ ref, person, place, lines, eat_in, points_used, leaves, by_line: false, keep_until })
  life.truth.bought({
    number: order.number,
    at: deed.at,
    record: person,
    place,
    channel: order.channel,
    lines,
    why: deed.why,
  })
}
