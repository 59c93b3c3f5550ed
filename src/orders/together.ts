/**
 * Sales that come while others are being written wait for those, and are then written in one transaction: one call, one
 * commit, each statement once for all. Who comes alone goes at once and alone.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Claim, Claimed } from '#core/answers'
import { isOutage, only, type Pool, sql } from '#core/database'
import { sealAnswer } from '#core/secret'
import type { Draft, Simple } from '#orders/draft'

/** A simple order under its claim, with its answer's text. */
export type Sale = { claim: Claim; text: string; order: Draft & { simple: Simple } }
type Waiting = Sale & { done(claimed: Claimed | Promise<Claimed>): void; failed(error: unknown): void }

// Two calls under way keep two cores at work while the next are gathered; a longer list only makes everybody wait longer.
const calls = 2
const most = 16
const fresh: Claimed = { outcome: 'new', status: null, answer: null, subject_id: null }

/** Writes sales, together when several wait; `alone` writes one, and says why one is refused. */
export function together(
  alone: (db: Pool, sale: Sale) => Promise<Claimed>,
): (db: Pool, sale: Sale) => Promise<Claimed> {
  const lines = new WeakMap<Pool, { under_way: number; waiting: Waiting[] }>()

  async function send(db: Pool): Promise<void> {
    const line = lines.get(db)
    if (!line || line.under_way >= calls) return
    line.under_way++
    for (let sales = next(line.waiting); sales.length > 0; sales = next(line.waiting)) await write(db, sales)
    line.under_way--
  }

  async function write(db: Pool, sales: Waiting[]): Promise<void> {
    const written = several(sales) ? await checkoutMany(db, sales).catch(asError) : false
    if (written === true || isOutage(written)) {
      // After an outage it is not known whether they were written: the same key tells.
      for (const { done, failed } of sales)
        if (written === true) done(fresh)
        else failed(written)
      return
    }
    // The server tells of an error a moment before it lets go of the keys' locks.
    if (written instanceof Error) await pause(20)
    const each = sales.map((sale) => alone(db, sale))
    for (const [at, { done }] of sales.entries()) done(each[at] as Promise<Claimed>)
    await Promise.allSettled(each)
  }

  return (db, sale) => {
    const line = lines.get(db) ?? { under_way: 0, waiting: [] }
    lines.set(db, line)
    return new Promise((done, failed) => {
      line.waiting.push({ ...sale, done, failed })
      void send(db)
    })
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('the sales were not written')
}

function several<Item>(list: Item[]): list is [Item, ...Item[]] {
  return list.length > 1
}

// The prices of one channel are looked at together.
function next(waiting: Waiting[]): Waiting[] {
  const channel = waiting[0]?.order.view.channel
  const end = waiting.findIndex(({ order }, at) => at >= most || order.view.channel !== channel)
  return waiting.splice(0, end === -1 ? waiting.length : end)
}

// False when any of them would be refused.
async function checkoutMany(db: Pool, sales: readonly [Sale, ...Sale[]]): Promise<boolean> {
  const claims = sales.map(({ claim }) => claim)
  const views = sales.map(({ order }) => order.view)
  const simple = sales.map(({ order }) => order.simple)
  const [{ claim }] = sales
  const { written } = await only<{ written: boolean }>(
    db,
    sql`select orders.checkout_many(${claims.map(({ scope }) => scope)}, ${claims.map(({ key }) => key)},
      ${claims.map(({ fingerprint }) => fingerprint)}, 201, ${sales.map(({ text }) => sealAnswer(text))}, ${claim.expires_at},
      ${views.map(({ order_id }) => order_id)}, ${latest(views)}, ${views[0]?.channel},
      ${simple.flatMap(({ price_ids }) => price_ids)}, ${simple.flatMap(({ variant_ids }) => variant_ids)},
      ${JSON.stringify(simple.flatMap(({ goods }) => goods))}::jsonb, ${JSON.stringify(sales.map(({ order }) => order.writes))}::jsonb) as written`,
  )
  return written
}

function latest(views: readonly { placed_at: string }[]): string {
  return views.reduce((last, { placed_at }) => (placed_at > last ? placed_at : last), '')
}
