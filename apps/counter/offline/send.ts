import { keyed, newKey, take } from '../../kit/client.ts'
import { refusalOf } from '../../kit/problem.ts'
import type { Order } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { isConnected, onConnection } from './connection.ts'
import { fact } from './db.ts'
import { countUnsent, oldest, told } from './queue.ts'
import type { QueuedSale } from './shapes.ts'

const BATCH = 50
const AGAIN_MS = 15_000

// Sales this very window is asking the house about right now: their answer comes by itself.
const asked = new Set<number>()

/** While the work runs, the sale is being asked about and is not told a second time beside it. */
export async function whileAsked<T>(sequence: number, work: () => Promise<T>): Promise<T> {
  asked.add(sequence)
  try {
    return await work()
  } finally {
    asked.delete(sequence)
  }
}

/** Tell the house of everything it does not know, in the order it happened; one window at a time, so nothing crosses. */
export async function sendUnsent(): Promise<void> {
  await navigator.locks.request('engawa-till-send', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    const device = await fact('device')
    if (!device) return
    // What the house will not even read stays for a person to look at, and does not keep the others waiting.
    const unread = new Set<number>()
    while (isConnected()) {
      const batch = firstOf(await oldest(BATCH + unread.size), unread)
      if (batch.length === 0) return
      if (!(await send(device, batch, unread))) return
    }
  })
}

// Sales of one shop are told together; the one being asked about, and all after it, wait for its answer.
function firstOf(sales: readonly QueuedSale[], unread: ReadonlySet<number>): QueuedSale[] {
  const open = sales.filter(({ sequence }) => !unread.has(sequence))
  const end = open.findIndex(({ sequence, place_id }) => asked.has(sequence) || place_id !== open[0]?.place_id)
  return end < 0 ? open : open.slice(0, end)
}

/** False when it makes no sense to go on now: no answer, or nobody who may. */
async function send(device_id: string, batch: readonly QueuedSale[], unread: Set<number>): Promise<boolean> {
  const place_id = batch[0]?.place_id as string
  const body = { device_id, place_id, sales: batch.map(({ sale }) => sale) }
  try {
    const { items } = await take(api.POST('/v1/orders/offline-sales', { body, ...keyed(newKey()) }))
    for (const item of items) {
      const queued = batch.find(({ sale }) => sale.receipt_number === item.receipt_number)
      // Refused is told too: it stands whole as a task before a person.
      if (queued) await told(queued, known(item.order))
    }
    return true
  } catch (thrown) {
    const { status } = refusalOf(thrown)
    if (![400, 413, 422].includes(status)) return false
    if (batch.length === 1) unread.add(batch[0]?.sequence as number)
    else for (const one of batch) if (!(await send(device_id, [one], unread))) return false
    return true
  }
}

const known = (order: Order | null) =>
  order ? { order_id: order.order_id, points_earned: order.points_earned, earns_later: false } : undefined

/** From now on everything unsent is told as soon as it can be. Ends what it began when called. */
export function keepSending(): () => void {
  const go = () => void sendUnsent().catch(() => undefined)
  void countUnsent().then(go)
  const timer = setInterval(go, AGAIN_MS)
  const off = onConnection(go)
  return () => {
    clearInterval(timer)
    off()
  }
}
