import type { PriceBody } from '#catalog/resources'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { hashId } from '#core/id'

/** A price row as it is kept. */
export type Price = {
  price_id: string
  variant_id: string
  channel: string | null
  yen: number
  tax_included: boolean
  valid_from: string
  valid_to: string | null
}
/** Why a price cannot be written. */
export type PriceFault = 'price_in_force' | 'price_period' | 'price_twice'

/** One price per variant, channel and moment: the same row sent again is the same price. */
export function priceId(variant_id: string, channel: string | null, valid_from: string): string {
  return hashId('price', variant_id, channel ?? '*', valid_from)
}

/** What a list of prices for a variant means, given the rows it has: rows to write, or what is wrong with one of them. */
export function planPrices(
  variant_id: string,
  list: readonly PriceBody[],
  existing: readonly Price[],
  now: string,
): { writes: Price[]; fault?: { at: number; fault: PriceFault } } {
  const writes: Price[] = []
  for (const [at, body] of list.entries()) {
    const wanted = asRow(variant_id, body, now)
    if (wanted.valid_to !== null && wanted.valid_to <= wanted.valid_from)
      return { writes, fault: { at, fault: 'price_period' } }
    // Without a date "the price is 500" says nothing new while it is 500 already.
    if (!body.valid_from && same(inForce(existing, wanted.channel, now), wanted)) continue
    const twin = writes.find((row) => row.price_id === wanted.price_id)
    if (twin && same(twin, wanted)) continue
    if (twin) return { writes, fault: { at, fault: 'price_twice' } }
    const before = existing.find((row) => row.price_id === wanted.price_id)
    if (before && same(before, wanted)) continue
    if (before && !mayBecome(before, wanted, now)) return { writes, fault: { at, fault: 'price_in_force' } }
    writes.push(wanted)
  }
  return { writes }
}

function asRow(variant_id: string, body: PriceBody, now: string): Price {
  const channel = body.channel ?? null
  const valid_from = body.valid_from ? new Date(body.valid_from).toISOString() : now
  const valid_to = body.valid_to ? new Date(body.valid_to).toISOString() : null
  return {
    price_id: priceId(variant_id, channel, valid_from),
    variant_id,
    channel,
    yen: body.yen,
    tax_included: body.tax_included ?? true,
    valid_from,
    valid_to,
  }
}

function inForce(existing: readonly Price[], channel: string | null, now: string): Price | undefined {
  return existing
    .filter((row) => row.channel === channel && row.valid_from <= now && (row.valid_to === null || row.valid_to > now))
    .toSorted((a, b) => b.valid_from.localeCompare(a.valid_from))[0]
}

function same(a: Price | undefined, b: Price): boolean {
  return a !== undefined && a.yen === b.yen && a.tax_included === b.tax_included && a.valid_to === b.valid_to
}

// What has begun stands on receipts: only its end may still move, and not into the past.
function mayBecome(before: Price, wanted: Price, now: string): boolean {
  if (before.valid_from > now) return true
  const ahead = (end: string | null) => end === null || end >= now
  return (
    before.yen === wanted.yen &&
    before.tax_included === wanted.tax_included &&
    ahead(before.valid_to) &&
    ahead(wanted.valid_to)
  )
}

/** All price rows of some variants, newest first. */
export function pricesOf(db: Db, variant_ids: readonly string[]): Promise<Price[]> {
  return rows<Price>(
    db,
    sql`select price_id, variant_id, channel, yen, tax_included, valid_from, valid_to from catalog.price
        where variant_id = any (${variant_ids}::uuid[]) order by variant_id, valid_from desc, price_id`,
  )
}

/** Write price rows planned by `planPrices`. */
export async function writePrices(tx: Tx, prices: readonly Price[]): Promise<void> {
  if (prices.length === 0) return
  await run(
    tx,
    sql`insert into catalog.price as price (price_id, variant_id, channel, yen, tax_included, valid_from, valid_to)
        select price_id, variant_id, channel, yen, tax_included, valid_from, valid_to
        from jsonb_to_recordset(${JSON.stringify(prices)}::jsonb)
          as r(price_id uuid, variant_id uuid, channel text, yen bigint, tax_included boolean, valid_from timestamptz, valid_to timestamptz)
        order by price_id
        on conflict (price_id) do update set yen = excluded.yen, tax_included = excluded.tax_included, valid_to = excluded.valid_to`,
  )
}
