import { Refusal, type Who } from './api.ts'
import type { Line } from './intention.ts'
import { count, type Life } from './life.ts'

export type Order = { order_id: string; channel: string; total_yen: number; pickup: { code: string } | null }

export const card = [{ method: 'card', token: 'tok_town' }]

/** The same article twice is one line. */
export const linesOf = (lines: readonly Line[]) => lines.map(({ gtin, quantity }) => ({ gtin, quantity }))

/** Place an order and count it; a wish to pay with points nobody has is dropped, as people do at the till. */
export async function buy(life: Life, wish: Record<string, unknown>, key: string, who: Who): Promise<Order> {
  const order = await life.api.post<Order>('/v1/orders', wish, key, who).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !wish.points_used || error.code === 'inventory.short') throw error
    const { points_used, scan_id, ...plain } = wish
    // Under the same key: played again, the first wish meets the second's answer and cannot become an order of its own.
    return life.api.post<Order>('/v1/orders', plain, key, who)
  })
  count(life.tally.orders, order.channel)
  count(life.tally.yen, order.channel, order.total_yen)
  return order
}
