import { printedGtin } from '#catalog/gtin'
import { type Db, rows, sql } from '#core/database'
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
  /** Rows in effect within the last 60 days, now and later; `priceAt` of pricing chooses. */
  prices: PriceRow[]
  /** Withdrawn, or not on show yet: no channel sells it. */
  withdrawn: boolean
}

const ttl_ms = 5_000
const kept_prices_ms = 60 * 86_400_000
const cache_size = 50_000
const byVariant = new Map<string, { item: Sellable; until: number }>()
const variantOfGtin = new Map<string, string>()

/**
 * Variants by id or by GTIN, keyed by variant id; unknown ones are missing. Cached for up to 5 s: whoever commits to a
 * price checks it again in SQL by `catalog.prices_hold`, and calls `forget` when that says no.
 */
export async function sellables(
  db: Db,
  ids: { variant_ids?: readonly string[]; gtins?: readonly string[] },
): Promise<Map<string, Sellable>> {
  const found = new Map<string, Sellable>()
  const now = Date.now()
  const recall = (variant_id: string | undefined): boolean => {
    const known = variant_id ? byVariant.get(variant_id) : undefined
    if (!known || known.until <= now) return false
    found.set(known.item.variant_id, known.item)
    return true
  }
  const variant_ids = (ids.variant_ids ?? []).filter((variant_id) => !recall(variant_id))
  const gtins = (ids.gtins ?? []).map(printedGtin).filter((gtin) => !recall(variantOfGtin.get(gtin)))
  if (variant_ids.length + gtins.length === 0) return found
  for (const item of await read(db, variant_ids, gtins)) {
    found.set(item.variant_id, item)
    if (byVariant.size >= cache_size) forgetAll()
    byVariant.set(item.variant_id, { item, until: now + ttl_ms })
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

async function read(db: Db, variant_ids: readonly string[], gtins: readonly string[]): Promise<Sellable[]> {
  const since = new Date(clock.ms() - kept_prices_ms).toISOString()
  // A row is of no more use once an open-ended one for the same channel began before `since`.
  const found = await rows<Row>(
    db,
    sql`select v.variant_id, v.product_id, p.brand_id, p.category_id, v.gtin, p.name, p.name_en, v.options, p.tax_category, p.picture_ids[1] as picture_id,
          v.withdrawn_at is not null or p.withdrawn_at is not null or p.published_at is null or p.published_at > ${clock.iso()} as withdrawn,
          coalesce((select json_agg(json_build_object('price_id', r.price_id, 'yen', r.yen, 'tax_included', r.tax_included,
              'valid_from', r.valid_from, 'valid_to', r.valid_to, 'channel', r.channel) order by r.valid_from desc, r.price_id)
            from catalog.price r where r.variant_id = v.variant_id and (r.valid_to is null or r.valid_to > ${since})
              and not exists (select from catalog.price later where later.variant_id = v.variant_id and later.channel is not distinct from r.channel
                and later.valid_to is null and later.valid_from > r.valid_from and later.valid_from <= ${since})), '[]') as prices
        from catalog.variant v join catalog.product p on p.product_id = v.product_id
        where v.variant_id = any (${variant_ids}::uuid[]) or v.gtin = any (${gtins}::text[])`,
  )
  return found.map((row) => ({ ...row, prices: row.prices.map(inUtc) }))
}

/** Times inside JSON come with PostgreSQL's offset; everywhere else they end in Z. */
export function inUtc<T extends { valid_from: string; valid_to: string | null }>(row: T): T {
  return {
    ...row,
    valid_from: new Date(row.valid_from).toISOString(),
    valid_to: row.valid_to === null ? null : new Date(row.valid_to).toISOString(),
  }
}
