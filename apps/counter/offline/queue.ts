import { useSyncExternalStore } from 'react'
import type { OfflineSale } from '../../kit/shapes.ts'
import { till } from './db.ts'
import { deviceIn } from './device.ts'
import type { Paper, QueuedSale } from './shapes.ts'

const PAPERS_KEPT = 2000

/** How many sales nobody was told of, and when the oldest happened. */
export type Unsent = { count: number; oldest_at: string | null }
let unsent: Unsent = { count: 0, oldest_at: null }
const listeners = new Set<() => void>()

export function useUnsent(): Unsent {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => unsent,
  )
}

/** Count again, and tell those who show it. */
export async function countUnsent(): Promise<void> {
  const tx = (await till()).transaction('sales')
  const [count, first] = await Promise.all([tx.store.count(), tx.store.openCursor()])
  unsent = { count, oldest_at: first?.value.sale.occurred_at ?? null }
  for (const listener of listeners) listener()
}

type Draft = { place_id: string; sale: Omit<OfflineSale, 'receipt_number'>; paper: Omit<Paper, 'number'> }

/**
 * Write a sale down for good, under the device's next number, before anybody is told that it happened. Strict: the promise
 * is kept only once it is on the disk itself, so a device that dies the next moment still knows of it.
 */
export async function writeDown({
  place_id,
  sale,
  paper,
}: Draft): Promise<{ queued: QueuedSale; paper: Paper; device: string }> {
  const db = await till()
  const tx = db.transaction(['facts', 'sales', 'papers'], 'readwrite', { durability: 'strict' })
  const facts = tx.objectStore('facts')
  const device = await deviceIn(facts as never)
  const sequence = Number((await facts.get('sequence')) ?? 0) + 1
  const number = `${device}-${String(sequence).padStart(6, '0')}`
  const queued: QueuedSale = { sequence, place_id, sale: { ...sale, receipt_number: number } }
  const printed: Paper = { ...paper, number }
  await Promise.all([
    facts.put(sequence, 'sequence'),
    tx.objectStore('sales').put(queued),
    tx.objectStore('papers').put(printed),
    tx.done,
  ])
  await countUnsent()
  return { queued, paper: printed, device }
}

/** It never happened: the house refused it before it was promised to anybody. */
export async function takeBack({ sequence, sale }: QueuedSale): Promise<void> {
  const tx = (await till()).transaction(['sales', 'papers'], 'readwrite', { durability: 'strict' })
  await Promise.all([
    tx.objectStore('sales').delete(sequence),
    tx.objectStore('papers').delete(sale.receipt_number),
    tx.done,
  ])
  await countUnsent()
}

/** The house knows of it now: under which number, and what it earned. */
export async function told({ sequence, sale }: QueuedSale, known?: Partial<Paper>): Promise<void> {
  const tx = (await till()).transaction(['sales', 'papers'], 'readwrite', { durability: 'strict' })
  const papers = tx.objectStore('papers')
  const paper = await papers.get(sale.receipt_number)
  await Promise.all([
    tx.objectStore('sales').delete(sequence),
    paper && known ? papers.put({ ...paper, ...known, number: paper.number }) : undefined,
    tx.done,
  ])
  await countUnsent()
}

/** The oldest sales nobody was told of. */
export async function oldest(limit: number): Promise<QueuedSale[]> {
  return (await till()).getAll('sales', undefined, limit)
}

export async function paperOf(number: string): Promise<Paper | undefined> {
  return (await till()).get('papers', number)
}

/** Keep what was printed of a sale the house knows, and drop the oldest papers beyond what a till looks back at. */
export async function keepPaper(paper: Paper): Promise<void> {
  const tx = (await till()).transaction('papers', 'readwrite')
  void tx.store.put(paper)
  let extra = (await tx.store.count()) - PAPERS_KEPT
  for (
    let cursor = await tx.store.index('placed_at').openCursor();
    cursor && extra > 0;
    cursor = await cursor.continue()
  ) {
    await cursor.delete()
    extra--
  }
  await tx.done
}

/** What this till printed lately, the newest first. */
export async function lastPapers(limit: number): Promise<Paper[]> {
  const found: Paper[] = []
  const tx = (await till()).transaction('papers')
  let cursor = await tx.store.index('placed_at').openCursor(null, 'prev')
  while (cursor && found.length < limit) {
    found.push(cursor.value)
    cursor = await cursor.continue()
  }
  return found
}
