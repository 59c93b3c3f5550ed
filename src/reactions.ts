/** When this, then these: every event that someone acts on, and what time alone makes happen, on one page. */
import type { Reactions } from '#activity/activity'
import type { Summary } from '#activity/summaries'
import type { Pool } from '#core/database'
import { tick as forgetAnswers } from '#core/sweep'
import { tick as releaseHolds } from '#inventory/inventory'
import { tick as expirePoints } from '#loyalty/loyalty'
import { tick as dueOrders } from '#orders/orders'

export const reactions: Reactions = {}

/** What is recomputed for a person whose summaries are out of date. */
export const summaries: readonly Summary[] = []

/** What is due by the clock: each room sweeps its own rows, a limited number at a time, and says how many. */
export const sweeps: Readonly<Record<string, (db: Pool, now: string) => Promise<number>>> = {
  inventory: releaseHolds,
  orders: dueOrders,
  loyalty: expirePoints,
  core: forgetAnswers,
}

// A row that stays due whatever is done must not hold the sweep for ever.
const rounds_max = 200

/** Sweep everything that is due at `now`, room by room; one room's failure does not keep the others waiting. */
export async function tick(db: Pool, now: string): Promise<number> {
  let swept = 0
  const failures: unknown[] = []
  for (const sweep of Object.values(sweeps)) {
    try {
      for (let round = 0; round < rounds_max; round++) {
        const found = await sweep(db, now)
        if (found === 0) break
        swept += found
      }
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length) throw new AggregateError(failures, 'sweeping failed')
  return swept
}
