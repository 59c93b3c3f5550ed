/** What Prometheus reads. Labels are route templates, statuses, channels, reactions: lists that the source bounds. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { watchLag } from '#activity/activity'
import type { Pool } from '#core/database'
import { pace, work } from './work.ts'

const registers = [new Registry()]
const registry = registers[0] as Registry
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export const requests = new Histogram({
  name: 'engawa_http_request_seconds',
  help: 'Requests by method, route template and status',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: seconds,
  registers,
})
const lag = new Histogram({
  name: 'engawa_reaction_lag_seconds',
  help: 'From the receipt of an event to the commit of what follows it, done by this process',
  labelNames: ['reaction'] as const,
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300],
  registers,
})
const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
  new Gauge({ name: `engawa_${name}`, help, labelNames, registers })
const up = gauge('database_up', 'Whether the database answered this look')
const pool = gauge('pool_connections', 'Connections of this process: in use, idle, and requests in line', ['state'])
const waiting = gauge('pending_waiting', 'Work that events left, by reaction', ['reaction'])
const late = gauge('pending_oldest_seconds', 'How long the oldest due work has waited, by reaction', ['reaction'])
const stuck = gauge('pending_stuck', 'Work that failed too often and waits for a person', ['reaction'])
const dirty = gauge('dirty_waiting', 'People whose summaries are to be recomputed')
const dirty_late = gauge('dirty_oldest_seconds', 'How long the oldest of them has waited')
const dispatching = gauge('dispatcher_alive', 'Whether any worker hands work out')
const deliveries = gauge('webhook_deliveries_due', 'Deliveries to webhooks that should have gone')
const deliveries_late = gauge('webhook_oldest_seconds', 'How long the oldest of them is late')
const switched_off = gauge('webhooks_switched_off', 'Webhooks switched off because nobody answered')
const orders = gauge('orders_last_hour', 'Orders placed in the last hour', ['channel'])

watchLag((reaction, lag_ms) => lag.observe({ reaction }, Math.max(0, lag_ms) / 1000))
let counting = false

/** Everything as Prometheus reads it; what the database would have said is left out while it does not answer. */
export async function metrics(db: Pool): Promise<{ text: string; type: string }> {
  if (!counting) {
    counting = true
    collectDefaultMetrics({ register: registry })
  }
  const { totalCount, idleCount, waitingCount } = db.pool
  pool.set({ state: 'busy' }, totalCount - idleCount)
  pool.set({ state: 'idle' }, idleCount)
  pool.set({ state: 'in_line' }, waitingCount)
  for (const one of [waiting, late, stuck, orders]) one.reset()
  try {
    await look(db)
    up.set(1)
  } catch {
    up.set(0)
  }
  return { text: await registry.metrics(), type: registry.contentType }
}

async function look(db: Pool): Promise<void> {
  const [found, placed] = await Promise.all([work(db), pace(db)])
  for (const one of found.reactions) {
    waiting.set({ reaction: one.reaction }, one.waiting)
    late.set({ reaction: one.reaction }, one.oldest_due_seconds)
    stuck.set({ reaction: one.reaction }, one.stuck)
  }
  dirty.set(found.summaries.waiting)
  dirty_late.set(found.summaries.oldest_seconds)
  dispatching.set(found.dispatching ? 1 : 0)
  deliveries.set(found.webhooks.due)
  deliveries_late.set(found.webhooks.oldest_due_seconds)
  switched_off.set(found.webhooks.switched_off)
  for (const one of placed) orders.set({ channel: one.channel }, one.orders)
}
