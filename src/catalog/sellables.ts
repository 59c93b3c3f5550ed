import { printedGtin } from '#catalog/gtin'
import { type Db, rows, sql } from '#core/database'
import { gathered } from '#core/gather'
import { kept } from '#core/kept'
import { clock } from '#core/time'
import type { PriceRow as PricedRow } from '#pricing/price'

export type PriceRow = PricedRow & { price_id: string }
/** What any channel needs to sell one variant. */
export type Sellable = {
  variant_id: string
  product_id: string
  brand_id: string | null
  category_id: string | null
  gtin: string | null
  name: string
  name_en: string | null
  options: Record<string, string>
  tax_category: string
  picture_id: string | null
  /** Rows in effect within the last 60 days, now and later, the latest begun first; `priceAt` of pricing chooses. */
  prices: PriceRow[]
  /** Withdrawn, or not on show yet: no channel sells it. */
  withdrawn: boolean
  /** Made when ordered (product attribute `made_to_order`): no shelf has it, no stock is taken. */
  made: boolean
  /** Words the retailer put on its product. */
  tags: string[]
}

const kept_prices_ms = 60 * 86_400_000
const byVariant = kept<Sellable>({ ttl_ms: 5_000, max: 50_000 })
const variantOfGtin = kept<string>({ ttl_ms: 5_000, max: 50_000 })

/**
 * Variants by id or by GTIN, keyed by variant id; unknown ones are missing. Cached for up to 5 s: whoever commits to a
 * price checks it again in SQL by `catalog.prices_hold`, and calls `forget` when that says no.
 */
export async function sellables(
  db: Db,
  ids: { variant_ids?: readonly string[]; gtins?: readonly string[] },
): Promise<Map<string, Sellable>> {
  const found = new Map<string, Sellable>()
  const recall = (variant_id: string | undefined): boolean => {
    const known = variant_id ? byVariant.get(variant_id) : undefined
    if (!known) return false
    found.set(known.variant_id, known)
    return true
  }
  const variant_ids = (ids.variant_ids ?? []).filter((variant_id) => !recall(variant_id))
  const gtins = (ids.gtins ?? []).map(printedGtin).filter((gtin) => !recall(variantOfGtin.get(gtin)))
  if (variant_ids.length + gtins.length === 0) return found
  for (const item of new Set((await read(db, [...variant_ids, ...gtins])).values())) {
    found.set(item.variant_id, item)
    byVariant.set(item.variant_id, item)
    if (item.gtin) variantOfGtin.set(item.gtin, item.variant_id)
  }
  return found
}

/** Read these variants anew next time. */
export function forget(variant_ids: Iterable<string>): void {
  for (const variant_id of variant_ids) byVariant.delete(variant_id)
}

/** Read every variant anew next time. */
export function forgetAll(): void {
  byVariant.clear()
  variantOfGtin.clear()
}

type Row = Omit<Sellable, 'prices'> & { prices: PriceRow[] }

// Asked for by id (36 characters) or by GTIN (at most 14); the same row answers to both.
const read = gathered<Sellable>(async (db, keys) => {
  const since = new Date(clock.ms() - kept_prices_ms).toISOString()
  const [variant_ids, gtins] = [keys.filter((key) => key.length === 36), keys.filter((key) => key.length < 36)]
  const found = await rows<Row>(
    db,
    sql`select variant_id, product_id, brand_id, category_id, gtin, name, name_en, options, tax_category, picture_id, withdrawn, made, tags, prices
        from catalog.sellables(${variant_ids}::uuid[], ${gtins}::text[], ${clock.iso()}, ${since})`,
  )
  const items = found.map((row) => ({
    ...row,
    prices: row.prices.map(inUtc).sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1)),
  }))
  return new Map(
    items.flatMap((item) => [[item.variant_id, item] as const, [item.gtin ?? item.variant_id, item] as const]),
  )
})

/** Times inside JSON come with PostgreSQL's offset; everywhere else they end in Z. */
export function inUtc<T extends { valid_from: string; valid_to: string | null }>(row: T): T {
  return {
    ...row,
    valid_from: new Date(row.valid_from).toISOString(),
    valid_to: row.valid_to === null ? null : new Date(row.valid_to).toISOString(),
  }
}
