/** What imports need of the catalogue: variants by the retailer's own id, and a first price where there is none. */
import { emitAll } from '#activity/activity'
import { planPrices, pricesOf, writePrices } from '#catalog/prices'
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
