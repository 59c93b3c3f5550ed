/** The driver's own books, kept from what it was answered, beside the platform's: every difference is told. */
import { system } from '../../src/core/actor.ts'
import { type Pool, rows, sql, transaction } from '../../src/core/database.ts'
import type { Deed, Driver } from './driver.ts'

export type Books = {
  /** Acknowledged and not there, or there otherwise. */
  lost: string[]
  /** There more than once, or never asked for. */
  doubled: string[]
  /** More was promised than there is. */
  oversold: string[]
  /** Money, points or stock that do not sum. */
  unbalanced: string[]
}
type Line = { variant_id?: string; gtin?: string; quantity: number }
type Kept = { order_id: string; key: string | null; keys: number; state: string; number: string; total_yen: number }

/** What the payment company holds, by payment: captured less refunded. */
export type Charged = Map<string, number>

/** Compare; `variant` maps the town's JANs, `charged` is the payment company's word. */
export async function compare(
  db: Pool,
  { deeds }: Driver,
  variant: ReadonlyMap<string, string>,
  charged: Charged,
): Promise<Books> {
  const books: Books = { lost: [], doubled: [], oversold: [], unbalanced: [] }
  const kept = await transaction(db, system, (tx) =>
    rows<Kept>(
      tx,
      sql`select o.order_id, o.state, o.number, o.total_yen, min(i.key) as key, count(i.key)::integer as keys from orders."order" o
          left join core.idempotency i on i.subject_id = o.order_id
          where o.cancel_reason is distinct from 'card_declined' group by o.profile_id, o.order_id`,
    ),
  )
  orders(books, placed(deeds), kept)
  stock(books, deeds, variant, await shelves(db), await madeGoods(db))
  await oversold(books, db)
  await money(books, db, charged)
  return books
}

const placed = (deeds: readonly Deed[]) =>
  deeds.filter(({ call, status }) => call.path === '/v1/orders' && status === 201)

function orders(books: Books, acknowledged: readonly Deed[], kept: readonly Kept[]): void {
  const known = new Map(kept.map((order) => [order.order_id, order]))
  const asked = new Map<string, string>()
  for (const { key, text } of acknowledged) {
    const { order_id, number, total_yen } = JSON.parse(text) as { order_id: string; number: string; total_yen: number }
    const before = asked.get(key)
    if (before !== undefined && before !== order_id) books.doubled.push(`key ${key} was answered with two orders`)
    asked.set(key, order_id)
    const there = known.get(order_id)
    if (!there) books.lost.push(`order ${number} is not there`)
    else if (
      there.key !== key ||
      there.number !== number ||
      there.total_yen !== total_yen ||
      there.state === 'cancelled'
    )
      books.lost.push(`order ${number} is there otherwise (${there.state})`)
  }
  for (const { order_id, number, keys, key, state } of kept) {
    if (keys > 1) books.doubled.push(`order ${number} has ${keys} keys`)
    if (state === 'cancelled') continue
    if (asked.get(key ?? '') !== order_id)
      books.doubled.push(`order ${number} (${state}) was never acknowledged to anybody`)
  }
}

/** Pieces that may be sold, over all places: what came in, less what was ordered and what is put aside. */
function stock(
  books: Books,
  deeds: readonly Deed[],
  variant: ReadonlyMap<string, string>,
  shelves: ReadonlyMap<string, number>,
  made: ReadonlySet<string>,
): void {
  const mine = new Map<string, number>()
  const put = (lines: readonly Line[], sign: 1 | -1) => {
    for (const { variant_id, gtin, quantity } of lines) {
      const id = variant_id ?? variant.get(gtin ?? '') ?? ''
      mine.set(id, (mine.get(id) ?? 0) + sign * quantity)
    }
  }
  const held = new Map<string, Line[]>()
  // A deed sent again under its key counts once.
  for (const { call, status, text } of new Map(deeds.map((deed) => [deed.key, deed])).values()) {
    if (status >= 300) continue
    const lines = (call.body as { lines?: Line[] } | undefined)?.lines ?? []
    if (call.path === '/v1/inventory/receipts') put(lines, 1)
    if (call.path === '/v1/inventory/holds') {
      put(lines, -1)
      held.set((JSON.parse(text) as { hold_id: string }).hold_id, lines)
    }
    const released = /^\/v1\/inventory\/holds\/([^/]+)\/release$/.exec(call.path)?.[1]
    if (released) put(held.get(released) ?? [], 1)
    if (call.path === '/v1/orders') put((JSON.parse(text) as { lines: Line[] }).lines, -1)
  }
  for (const id of new Set([...mine.keys(), ...shelves.keys()])) {
    // What is made when ordered leaves no shelf.
    if (made.has(id)) continue
    const [ours, theirs] = [mine.get(id) ?? 0, shelves.get(id) ?? 0]
    if (ours !== theirs) books.unbalanced.push(`variant ${id}: ${theirs} may be sold, by our books ${ours}`)
  }
}

async function shelves(db: Pool): Promise<Map<string, number>> {
  const found = await transaction(db, system, (tx) =>
    rows<{ variant_id: string; free: number }>(
      tx,
      sql`select variant_id, sum(on_hand - reserved)::integer as free from inventory.stock group by variant_id`,
    ),
  )
  return new Map(found.map(({ variant_id, free }) => [variant_id, free]))
}

async function madeGoods(db: Pool): Promise<Set<string>> {
  const found = await transaction(db, system, (tx) =>
    rows<{ variant_id: string }>(
      tx,
      sql`select v.variant_id from catalog.variant v join catalog.product p using (product_id) where (p.attributes->>'made_to_order')::boolean`,
    ),
  )
  return new Set(found.map(({ variant_id }) => variant_id))
}

async function oversold(books: Books, db: Pool): Promise<void> {
  const found = await transaction(db, system, (tx) =>
    rows<{ variant_id: string; on_hand: number; reserved: number }>(
      tx,
      sql`select variant_id, on_hand, reserved from inventory.stock where on_hand < reserved or on_hand < 0`,
    ),
  )
  for (const { variant_id, on_hand, reserved } of found)
    books.oversold.push(`variant ${variant_id}: ${reserved} promised of ${on_hand}`)
}

async function money(books: Books, db: Pool, charged: Charged): Promise<void> {
  const standing = await transaction(db, system, (tx) =>
    rows<{ payment_id: string; amount_yen: number }>(
      tx,
      sql`select p.payment_id, p.amount_yen from orders.payment p join orders."order" o using (profile_id, order_id)
          where p.method = 'card' and o.state in ('placed', 'ready', 'done')`,
    ),
  )
  const left = new Map([...charged].filter(([, yen]) => yen !== 0))
  for (const { payment_id, amount_yen } of standing) {
    const yen = left.get(payment_id) ?? 0
    if (yen !== amount_yen) books.unbalanced.push(`payment ${payment_id}: ${yen} yen charged for ${amount_yen}`)
    left.delete(payment_id)
  }
  for (const [payment_id, yen] of left)
    books.unbalanced.push(`payment ${payment_id}: ${yen} yen charged, no order stands`)
}
