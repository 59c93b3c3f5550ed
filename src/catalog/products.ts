import { emitAll, type Happening } from '#activity/activity'
import { printedGtin } from '#catalog/gtin'
import { type Planned, type ProductRow, plan, type Shelf } from '#catalog/plan'
import type { VariantRow } from '#catalog/plan-variants'
import { pricesOf, writePrices } from '#catalog/prices'
import type { ProductBody, RowProblem } from '#catalog/resources'
import { forget } from '#catalog/sellables'
import { taxRules } from '#catalog/tax'
import type { Actor } from '#core/actor'
import { brokenConstraint, rows, sql, type Tx } from '#core/database'
import { hashId, noOne } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'

export type ProductInput = ProductBody & { product_id?: string | undefined }
export type Written = {
  written: number
  unchanged: number
  rows: { row: number; product_id: string; external_id: string | null; variant_ids: string[] }[]
  problems: RowProblem[]
}

/**
 * Write products with their variants and prices, each known by `product_id` or `external_id`, new when neither is known.
 * Rows at fault are told in `problems` and change nothing; the others are written by a handful of statements, however many.
 */
export async function putProducts(tx: Tx, actor: Actor, list: readonly ProductInput[]): Promise<Written> {
  const shelf = await look(tx, list)
  const { planned, problems } = plan(list, shelf)
  try {
    const changed = await write(tx, planned)
    await tell(tx, actor, planned, changed, shelf.now)
    const variant_ids = planned.flatMap((item) => item.all.map((variant) => variant.variant_id))
    forget(variant_ids)
    tx.afterCommit(() => forget(variant_ids))
    return {
      written: changed.size,
      unchanged: planned.length - changed.size,
      rows: planned.map((item) => ({
        row: item.row,
        product_id: item.product.product_id,
        external_id: item.product.external_id,
        variant_ids: item.all.map((variant) => variant.variant_id),
      })),
      problems,
    }
  } catch (error) {
    return refuseTaken(error)
  }
}

function refuseTaken(error: unknown): never {
  const field = {
    product_external_id_key: 'external_id',
    variant_external_id_key: 'variants.external_id',
    variant_gtin_key: 'variants.gtin',
  }[brokenConstraint(error) ?? '']
  if (!field) throw error
  return refuse(
    'catalog.code_taken',
    409,
    'この番号は別の商品で使われています。',
    'This number belongs to another product.',
    { field },
  )
}

const productColumns = sql`product_id, external_id, brand_id, category_id, name, name_kana, name_en, description, description_en, tax_category, attributes,
  tags, picture_ids, popularity, published_at, withdrawn_at, version`

// Everything the rows may touch, products locked in one order, so that two imports of the same goods queue and do not cross.
async function look(tx: Tx, list: readonly ProductInput[]): Promise<Shelf> {
  const variants = list.flatMap((body) => body.variants ?? [])
  const external = list.flatMap((body) => body.external_id ?? [])
  const named = [...list.flatMap((body) => body.product_id ?? []), ...external.map((text) => hashId('product', text))]
  const products = await rows<ProductRow>(
    tx,
    sql`select ${productColumns} from catalog.product where product_id = any (${named}::uuid[]) or external_id = any (${external}::text[])
        order by product_id for update`,
  )
  const ids = products.map((known) => known.product_id)
  const known = await rows<VariantRow>(
    tx,
    sql`select variant_id, product_id, external_id, gtin, options, position, withdrawn_at from catalog.variant
        where product_id = any (${ids}::uuid[]) or variant_id = any (${variants.flatMap((body) => body.variant_id ?? [])}::uuid[])
          or gtin = any (${variants.flatMap((body) => (body.gtin ? [printedGtin(body.gtin)] : []))}::text[])
          or external_id = any (${variants.flatMap((body) => body.external_id ?? [])}::text[])
        order by product_id, position, variant_id`,
  )
  const own = known.filter((variant) => ids.includes(variant.product_id))
  const texts = (values: (string | null | undefined)[]) => [...new Set(values.flatMap((value) => value ?? []))]
  const brandIds = texts([...list.map((body) => body.brand_id), ...products.map((product) => product.brand_id)])
  const pictures = texts(list.flatMap((body) => body.picture_ids ?? []))
  return {
    now: clock.iso(),
    products,
    variants: known,
    prices:
      own.length > 0
        ? await pricesOf(
            tx,
            own.map((variant) => variant.variant_id),
          )
        : [],
    brands: await rows(
      tx,
      sql`select brand_id, external_id, name, name_kana, name_en from catalog.brand
          where brand_id = any (${brandIds}::uuid[]) or external_id = any (${texts(list.map((body) => body.brand))}::text[])`,
    ),
    categories: await rows(
      tx,
      sql`select category_id, external_id from catalog.category where category_id = any (${texts(list.map((body) => body.category_id))}::uuid[])
          or external_id = any (${texts(list.map((body) => body.category))}::text[])`,
    ),
    tax_categories: new Set((await taxRules(tx)).map((rule) => rule.category)),
    pictures: new Set(
      pictures.length > 0
        ? (
            await rows<{ picture_id: string }>(
              tx,
              sql`select picture_id from catalog.picture where picture_id = any (${pictures}::uuid[])`,
            )
          ).map((row) => row.picture_id)
        : [],
    ),
  }
}

// Returns the new version of each product of which anything changed.
async function write(tx: Tx, planned: readonly Planned[]): Promise<Map<string, number>> {
  const json = (list: readonly unknown[]) => JSON.stringify(list)
  const stored = await rows<{ product_id: string; version: number }>(
    tx,
    sql`insert into catalog.product as product (${productColumns}, search_grams, changed_at)
        select product_id, external_id, brand_id, category_id, name, name_kana, name_en, description, description_en, tax_category, attributes,
          tags, picture_ids, popularity, published_at, withdrawn_at, 1, search_grams, ${clock.iso()}
        from jsonb_populate_recordset(null::catalog.product, ${json(planned.map((item) => item.product))}::jsonb) order by product_id
        on conflict (product_id) do update set external_id = excluded.external_id, brand_id = excluded.brand_id, category_id = excluded.category_id,
          name = excluded.name, name_kana = excluded.name_kana, name_en = excluded.name_en, description = excluded.description,
          description_en = excluded.description_en, tax_category = excluded.tax_category, attributes = excluded.attributes, tags = excluded.tags,
          picture_ids = excluded.picture_ids, popularity = excluded.popularity, published_at = excluded.published_at,
          search_grams = excluded.search_grams, version = product.version + 1, changed_at = excluded.changed_at
        where (product.external_id, product.brand_id, product.category_id, product.name, product.name_kana, product.name_en, product.description,
            product.description_en, product.tax_category, product.attributes, product.tags, product.picture_ids, product.popularity, product.published_at,
            product.search_grams)
          is distinct from (excluded.external_id, excluded.brand_id, excluded.category_id, excluded.name, excluded.name_kana, excluded.name_en,
            excluded.description, excluded.description_en, excluded.tax_category, excluded.attributes, excluded.tags, excluded.picture_ids,
            excluded.popularity, excluded.published_at, excluded.search_grams)
        returning product_id, version`,
  )
  const changed = new Map(stored.map((row) => [row.product_id, row.version]))
  const variants = await rows<{ product_id: string }>(
    tx,
    sql`insert into catalog.variant as variant (variant_id, product_id, external_id, gtin, options, position, withdrawn_at)
        select variant_id, product_id, external_id, gtin, options, position, withdrawn_at
        from jsonb_populate_recordset(null::catalog.variant, ${json(planned.flatMap((item) => item.variants))}::jsonb) order by variant_id
        on conflict (variant_id) do update set external_id = excluded.external_id, gtin = excluded.gtin, options = excluded.options,
          position = excluded.position, withdrawn_at = excluded.withdrawn_at, version = variant.version + 1
        where (variant.external_id, variant.gtin, variant.options, variant.position, variant.withdrawn_at)
          is distinct from (excluded.external_id, excluded.gtin, excluded.options, excluded.position, excluded.withdrawn_at)
        returning product_id`,
  )
  await writePrices(
    tx,
    planned.flatMap((item) => item.prices),
  )
  const touched = new Set([
    ...variants.map((row) => row.product_id),
    ...planned.filter((item) => item.prices.length > 0).map((item) => item.product.product_id),
  ])
  const bumped = await rows<{ product_id: string; version: number }>(
    tx,
    sql`update catalog.product set version = version + 1, changed_at = ${clock.iso()}
        where product_id = any (${[...touched].filter((product_id) => !changed.has(product_id))}::uuid[])
        returning product_id, version`,
  )
  for (const row of bumped) changed.set(row.product_id, row.version)
  return changed
}

async function tell(
  tx: Tx,
  actor: Actor,
  planned: readonly Planned[],
  changed: ReadonlyMap<string, number>,
  now: string,
): Promise<void> {
  const common = { profile_id: noOne, source: 'catalog', actor, occurred_at: now }
  const visible = (product: ProductRow | undefined) =>
    product !== undefined && product.published_at !== null && product.published_at <= now
  const news = planned.flatMap(({ product, before, repriced }): Happening[] => {
    const version = changed.get(product.product_id)
    if (version === undefined) return []
    const type =
      visible(product) && !visible(before) ? 'product.published' : before ? 'product.changed' : 'product.drafted'
    const subject = { subject_kind: 'product', subject_id: product.product_id, version }
    return [
      {
        ...common,
        ...subject,
        type,
        message_id: `product:${product.product_id}:${version}`,
        payload: { name: product.name, category_id: product.category_id, brand_id: product.brand_id },
      },
      ...repriced.map(({ variant_id, ...price }) => ({
        ...common,
        type: 'catalog.price_changed',
        message_id: `price:${price.price_id}:${version}`,
        subject_kind: 'variant',
        subject_id: variant_id,
        version,
        payload: { product_id: product.product_id, ...price },
      })),
    ]
  })
  await emitAll(tx, news)
}
