/**
 * Catalog owns brands, categories, products, variants, prices, tax rules and pictures: the same for every channel.
 * Always true: a GTIN names at most one variant and has its check digit; a price row that has begun is never rewritten,
 * so a receipt can name it for ever; prices and tax rates are dated data, nothing here knows a rate; products are
 * withdrawn, never deleted; whatever changes is told on the timeline in the same transaction.
 */
import { emit } from '#activity/activity'
import { forget } from '#catalog/sellables'
import type { Actor } from '#core/actor'
import { one, run, sql, type Tx } from '#core/database'
import { noOne } from '#core/id'
import { wording } from '#core/problem'
import { clock } from '#core/time'

export { type Brand, type BrandInput, brands, putBrand } from '#catalog/brands'
export { type Category, type CategoryInput, categories, putCategory } from '#catalog/categories'
export {
  type Dated,
  firstPrices,
  type ProductWords,
  productsNamed,
  putPrices,
  unpriceMany,
  variantsNamed,
  variantsOf,
} from '#catalog/first-prices'
export { asPage, type Listed, type ListedRow, listing, nextOf, supplyModeOf, type Want } from '#catalog/listing'
export { outgoing } from '#catalog/outgoing'
export { mediaTypeOf } from '#catalog/pictures'
export { type ProductInput, putProducts, type Written } from '#catalog/products'
export { type Selected, variantsSelected } from '#catalog/selected'
export { forget, forgetAll, type PriceRow, type Sellable, sellables } from '#catalog/sellables'
export { reducedAt, ruleAt, seedTax, type TaxRule, taxRules } from '#catalog/tax'
export { transitions } from '#catalog/transitions'
export { variantsIn } from '#catalog/within'

wording({
  'catalog.prices_changed': {
    ja: '価格が変わりました。新しい価格をご確認ください。',
    en: 'A price has changed; please look at the new one.',
  },
})

/** Take a product off sale in every channel, or put it back; returns its new version, or undefined when nothing changed. */
export async function setWithdrawn(
  tx: Tx,
  actor: Actor,
  product_id: string,
  withdrawn: boolean,
): Promise<number | undefined> {
  const at = clock.iso()
  const row = await one<{ version: number; variant_ids: string[] }>(
    tx,
    sql`update catalog.product p set withdrawn_at = ${withdrawn ? at : null}, version = version + 1, changed_at = ${at}
        where product_id = ${product_id} and (withdrawn_at is null) = ${withdrawn}
        returning version, array(select variant_id from catalog.variant v where v.product_id = p.product_id) as variant_ids`,
  )
  if (!row) return undefined
  forget(row.variant_ids)
  tx.afterCommit(() => forget(row.variant_ids))
  await emit(tx, {
    type: withdrawn ? 'product.withdrawn' : 'product.restored',
    profile_id: noOne,
    source: 'catalog',
    message_id: `product:${product_id}:${row.version}`,
    occurred_at: at,
    subject_kind: 'product',
    subject_id: product_id,
    version: row.version,
    actor,
  })
  return row.version
}

/** Set how popular products are (pieces sold lately): what lists are ordered by. Unknown ids are passed over. */
export async function rank(tx: Tx, list: readonly { product_id: string; popularity: number }[]): Promise<number> {
  return run(
    tx,
    sql`update catalog.product p set popularity = r.popularity
        from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(product_id uuid, popularity integer)
        where p.product_id = r.product_id and p.popularity <> r.popularity`,
  )
}
