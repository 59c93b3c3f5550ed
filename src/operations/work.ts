import { type Backlog, backlog } from '#activity/activity'
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { type Behind, deliveriesBehind } from '#integrations/integrations'
import { placedLately } from '#orders/orders'

export type Work = Backlog & { webhooks: Behind; at: number }
export type Pace = { channel: string; orders: number }[]
const minutes = 60

/** How far work is behind, at most two seconds old. */
export const work = remembered(2_000, (db) =>
  transaction(db, system, async (tx) => ({
    ...(await backlog(tx)),
    webhooks: await deliveriesBehind(tx),
    at: Date.now(),
  })),
)

/** Orders of the last hour by channel, at most fifteen seconds old. */
export const pace = remembered(15_000, (db) => transaction(db, system, (tx) => placedLately(tx, minutes)))

/** Ask once for all who want to know within a while; a failure is forgotten at once. */
function remembered<T>(ttl_ms: number, ask: (db: Pool) => Promise<T>): (db: Pool) => Promise<T> {
  const known = new WeakMap<Pool, { until: number; answer: Promise<T> }>()
  return (db) => {
    const last = known.get(db)
    if (last && last.until > performance.now()) return last.answer
    const answer = ask(db)
    known.set(db, { until: performance.now() + ttl_ms, answer })
    answer.catch(() => known.delete(db))
    return answer
  }
}
