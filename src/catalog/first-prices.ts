/** What imports need of the catalogue: variants by the retailer's own id, and a first price where there is none. */
import { emitAll } from '#activity/activity'
import { type Price, type PriceFault, planPrices, pricesOf, writePrices } from '#catalog/prices'
import type { ProductInput } from '#catalog/products'
import type { PriceBody } from '#catalog/resources'
import { forget } from '#catalog/sellables'
import type { Actor } from '#core/actor'
import { type Db, rows, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { clock } from '#core/time'

/** Variant ids by external_id; unknown ones are missing. */
export async function variantsNamed(db: Db, external_ids: readonly string[]): Promise<Map<string, string>> {
  const found = await rows<{ external_id: string; variant_id: string }>(
    db,
    sql`select external_id, variant_id from catalog.variant where external_id = any (${external_ids}::text[])`,
  )
  return new Map(found.map((row) => [row.external_id, row.variant_id]))
}

export type ProductWords = Pick<ProductInput, 'name' | 'name_kana' | 'name_en' | 'description' | 'tax_category'>

/** What is said of products now, by external_id; unknown ones are missing. */
export async function productsNamed(db: Db, external_ids: readonly string[]): Promise<Map<string, ProductWords>> {
  const found = await rows<Required<ProductWords> & { external_id: string }>(
    db,
    sql`select external_id, name, name_kana, name_en, description, tax_category from catalog.product where external_id = any (${external_ids}::text[])`,
  )
  return new Map(found.map(({ external_id, ...words }) => [external_id, words]))
}

/** Give variants that never had a price one (yen, tax included); others keep theirs. Returns how many were given. */
export async function firstPrices(
  tx: Tx,
  actor: Actor,
  list: readonly { variant_id: string; yen: number; valid_from: string }[],
): Promise<number> {
  const priced = new Set(
    (
      await pricesOf(
        tx,
        list.map(({ variant_id }) => variant_id),
      )
    ).map((price) => price.variant_id),
  )
  const writes = list
    .filter(({ variant_id }) => !priced.has(variant_id))
    .flatMap(({ variant_id, yen, valid_from }) => planPrices(variant_id, [{ yen, valid_from }], [], clock.iso()).writes)
  await writePrices(tx, writes)
  await emitAll(
    tx,
    writes.map(({ variant_id, ...price }) => ({
      type: 'catalog.price_changed',
      profile_id: noOne,
      source: 'catalog',
      message_id: `price:${price.price_id}:first`,
      actor,
      subject_kind: 'variant',
      subject_id: variant_id,
      payload: price,
    })),
  )
  tx.afterCommit(() => forget(writes.map(({ variant_id }) => variant_id)))
  return writes.length
}

/** A price from a list: `valid_from` absent means from now on. */
export type Dated = {
  variant_id: string
  yen: number
  tax_included: boolean
  channel?: string | undefined
  valid_from?: string | undefined
  valid_to?: string | undefined
}

/** Write prices of many variants; each is told as written (its id), unchanged, or why it cannot be. */
export async function putPrices(
  tx: Tx,
  actor: Actor,
  list: readonly Dated[],
): Promise<({ price_id: string } | 'unchanged' | PriceFault)[]> {
  const now = clock.iso()
  const ids = [...new Set(list.map(({ variant_id }) => variant_id))]
  const there = Map.groupBy(await pricesOf(tx, ids), ({ variant_id }) => variant_id)
  const writes: Price[] = []
  const outcomes = list.map(({ variant_id, channel, ...price }) => {
    const body = { ...price, ...(channel && { channel }) } as PriceBody
    const existing = there.get(variant_id) ?? []
    const planned = planPrices(variant_id, [body], existing, now)
    if (planned.fault) return planned.fault.fault
    const [write] = planned.writes
    if (!write) return 'unchanged' as const
    writes.push(write)
    // What one row says stands for the next.
    there.set(variant_id, [write, ...existing.filter(({ price_id }) => price_id !== write.price_id)])
    return { price_id: write.price_id }
  })
  await writePrices(tx, [...new Map(writes.map((price) => [price.price_id, price])).values()])
  await emitAll(
    tx,
    writes.map(({ variant_id, ...price }) => ({
      type: 'catalog.price_changed',
      profile_id: noOne,
      source: 'catalog',
      actor,
      subject_kind: 'variant',
      subject_id: variant_id,
      payload: price,
    })),
  )
  forget(ids)
  tx.afterCommit(() => forget(ids))
  return outcomes
}

/** Take back prices that have not begun; says of each why it was kept, null when it was taken back. */
export async function unpriceMany(tx: Tx, price_ids: readonly string[]): Promise<Map<string, string | null>> {
  const gone = await rows<{ price_id: string; variant_id: string }>(
    tx,
    sql`delete from catalog.price where price_id = any (${price_ids}::uuid[]) and valid_from > ${clock.iso()} returning price_id, variant_id`,
  )
  const ids = gone.map(({ variant_id }) => variant_id)
  forget(ids)
  tx.afterCommit(() => forget(ids))
  const taken = new Set(gone.map(({ price_id }) => price_id))
  return new Map(price_ids.map((price_id) => [price_id, taken.has(price_id) ? null : 'price_in_force']))
}

/** The variants of these products. */
export async function variantsOf(
  db: Db,
  product_ids: readonly string[],
): Promise<{ product_id: string; variant_id: string }[]> {
  return rows<{ product_id: string; variant_id: string }>(
    db,
    sql`select product_id, variant_id from catalog.variant where product_id = any (${product_ids}::uuid[])`,
  )
}
