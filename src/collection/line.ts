/**
 * Events that come while others are being written wait for those and are then written as one: one look-up, one call, one commit.
 * Who comes alone goes at once. Nobody is answered before her events are durable.
 */
import type { Pool } from '#core/database'
import type { Fault, Read } from './message.ts'
import { write } from './write.ts'

type Waiting = { reads: Read[]; faults: Fault[]; done(): void; failed(error: unknown): void }

// While one call is under way the next is made ready: two keep both sides at work.
const calls = 2
const most_items = 500
const lines = new WeakMap<Pool, { under_way: number; waiting: Waiting[] }>()

/** Write what a request brought; resolves once it is durable. */
export function take(db: Pool, reads: Read[], faults: Fault[]): Promise<void> {
  if (reads.length === 0 && faults.length === 0) return Promise.resolve()
  const line = lines.get(db) ?? { under_way: 0, waiting: [] }
  lines.set(db, line)
  return new Promise((done, failed) => {
    line.waiting.push({ reads, faults, done, failed })
    if (line.under_way < calls) void send(db, line)
  })
}

async function send(db: Pool, line: { under_way: number; waiting: Waiting[] }): Promise<void> {
  line.under_way++
  for (let batch = next(line.waiting); batch.length > 0; batch = next(line.waiting)) await together(db, batch)
  line.under_way--
}

async function together(db: Pool, batch: Waiting[]): Promise<void> {
  try {
    await attempt(db, batch)
    for (const { done } of batch) done()
  } catch (error) {
    if (batch.length === 1) return batch[0]?.failed(error)
    // One of them may be at fault: each goes alone, and answers for itself.
    for (const alone of batch) await together(db, [alone])
  }
}

function attempt(db: Pool, batch: readonly Waiting[]): Promise<void> {
  const reads = batch.flatMap((one) => one.reads)
  const faults = batch.flatMap((one) => one.faults)
  return write(db, reads, faults)
}

function next(waiting: Waiting[]): Waiting[] {
  let items = 0
  const end = waiting.findIndex(({ reads, faults }, at) => {
    items += reads.length + faults.length
    return at > 0 && items > most_items
  })
  return waiting.splice(0, end === -1 ? waiting.length : end)
}
