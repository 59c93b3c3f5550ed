/**
 * What a list of products, as a retailer sends it, means for the catalogue as it stands: pure, so that one row or 500 are
 * judged alike. A field left out stays as it is; a variant left out of a given list is withdrawn.
 */
import { indexGrams } from '#catalog/grams'
import { codesOf, planVariants, type Taken, type VariantRow } from '#catalog/plan-variants'
import { type Price, type PriceFault, planPrices } from '#catalog/prices'
import type { ProductBody, RowProblem } from '#catalog/resources'
import { RowFault } from '#catalog/row-fault'
import { hashId, id } from '#core/id'

export type ProductRow = {
  product_id: string
  external_id: string | null
  brand_id: string | null
  category_id: string | null
  name: string
  name_kana: string | null
  name_en: string | null
  description: string
  description_en: string
  tax_category: string
  attributes: Record<string, unknown>
  tags: string[]
  picture_ids: string[]
  popularity: number
  published_at: string | null
  withdrawn_at: string | null
  version: number
} /** What is known before anything is written. */
export type Shelf = {
  now: string
  products: ProductRow[]
  variants: VariantRow[]
  prices: Price[]
  brands: {
    brand_id: string
    external_id: string | null
    name: string
    name_kana: string | null
    name_en: string | null
  }[]
  categories: { category_id: string; external_id: string | null }[]
  tax_categories: ReadonlySet<string>
  pictures: ReadonlySet<string>
}
export type Planned = {
  row: number
  before: ProductRow | undefined
  product: ProductRow & { search_grams: string[] }
  variants: VariantRow[]
  all: VariantRow[]
  prices: Price[]
  repriced: Price[]
}

/** Judge every row; rows at fault come back as problems and change nothing. */
export function plan(
  list: readonly (ProductBody & { product_id?: string | undefined })[],
  shelf: Shelf,
): { planned: Planned[]; problems: RowProblem[] } {
  const planned: Planned[] = []
  const problems: RowProblem[] = []
  const taken = {
    products: new Set<string>(),
    variants: new Set<string>(),
    codes: new Map(shelf.variants.flatMap((known) => codesOf(known).map((code) => [code, known.variant_id]))),
  }
  for (const [row, body] of list.entries()) {
    try {
      planned.push(planRow(row, body, shelf, taken))
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
      problems.push({ row, ...error.problem })
    }
  }
  return { planned, problems }
}

function planRow(
  row: number,
  body: ProductBody & { product_id?: string | undefined },
  shelf: Shelf,
  taken: Taken,
): Planned {
  const before = shelf.products.find((known) =>
    body.product_id
      ? known.product_id === body.product_id
      : body.external_id != null && known.external_id === body.external_id,
  )
  const product = planProduct(body, before, shelf)
  if (taken.products.has(product.product_id))
    throw new RowFault(
      'twice',
      'external_id',
      'この商品は同じ一覧に二度あります。',
      'This product is in the list twice.',
    )
  const own = shelf.variants.filter((known) => known.product_id === product.product_id)
  const { variants, all } = planVariants(product.product_id, body.variants, own, shelf.now, taken)
  const prices: Price[] = []
  const repriced: Price[] = []
  for (const [at, wanted] of (body.variants ?? []).entries()) {
    const target = all[at] as VariantRow
    const existing = shelf.prices.filter((known) => known.variant_id === target.variant_id)
    const { writes, fault } = planPrices(target.variant_id, wanted.prices ?? [], existing, shelf.now)
    if (fault) throw priceFault(fault.fault, `variants.${at}.prices.${fault.at}`)
    prices.push(...writes)
    if (existing.length > 0) repriced.push(...writes)
  }
  taken.products.add(product.product_id)
  for (const variant of all) {
    taken.variants.add(variant.variant_id)
    for (const code of codesOf(variant)) taken.codes.set(code, variant.variant_id)
  }
  const brand = shelf.brands.find((known) => known.brand_id === product.brand_id)
  return {
    row,
    before,
    product: { ...product, search_grams: gramsOf(product, all.length > 0 ? all : own, brand) },
    variants,
    all: all.length > 0 ? all : own,
    prices,
    repriced,
  }
}

export type FoundBy = Pick<ProductRow, 'product_id' | 'external_id' | 'name' | 'name_kana' | 'name_en' | 'tags'>
export type VariantCodes = Pick<VariantRow, 'gtin' | 'external_id' | 'options' | 'withdrawn_at'>

/** What a product is found by. */
export function gramsOf(
  product: FoundBy,
  variants: readonly VariantCodes[],
  brand: { name: string; name_kana: string | null; name_en: string | null } | undefined,
): string[] {
  const text = (list: (string | null | undefined)[]) => list.filter((item) => typeof item === 'string')
  const live = variants.filter((variant) => variant.withdrawn_at === null)
  return indexGrams(
    text([product.name, product.name_kana, product.name_en]),
    text([
      brand?.name,
      brand?.name_kana,
      brand?.name_en,
      ...product.tags,
      ...live.flatMap((variant) => Object.values(variant.options)),
    ]),
    text([product.external_id, ...live.flatMap((variant) => [variant.gtin, variant.external_id])]),
  )
}

function planProduct(
  body: ProductBody & { product_id?: string | undefined },
  before: ProductRow | undefined,
  shelf: Shelf,
): ProductRow {
  const known = shelf.products.some((item) => item.product_id === hashId('product', body.external_id ?? ''))
  const product_id =
    before?.product_id ?? body.product_id ?? (body.external_id && !known ? hashId('product', body.external_id) : id())
  const pick = <K extends keyof ProductRow & keyof ProductBody>(key: K, otherwise: ProductRow[K]): ProductRow[K] =>
    body[key] !== undefined ? (body[key] as ProductRow[K]) : before ? before[key] : otherwise
  const tax_category = pick('tax_category', 'standard')
  if (!shelf.tax_categories.has(tax_category))
    throw new RowFault(
      'no_tax_category',
      'tax_category',
      `税区分「${tax_category}」の税率がありません。`,
      `No tax rule knows the category ${tax_category}.`,
    )
  const picture_ids = pick('picture_ids', [])
  const missing = picture_ids.findIndex(
    (picture_id) => !shelf.pictures.has(picture_id) && !before?.picture_ids.includes(picture_id),
  )
  if (missing >= 0)
    throw new RowFault(
      'no_picture',
      `picture_ids.${missing}`,
      'この画像は見つかりません。',
      'There is no such picture.',
    )
  const published_at = pick('published_at', shelf.now)
  return {
    product_id,
    tax_category,
    picture_ids,
    external_id: pick('external_id', null),
    brand_id: refer(body.brand, body.brand_id, before?.brand_id, shelf.brands, 'brand'),
    category_id: refer(body.category, body.category_id, before?.category_id, shelf.categories, 'category'),
    name: body.name,
    name_kana: pick('name_kana', null),
    name_en: pick('name_en', null),
    description: pick('description', ''),
    description_en: pick('description_en', ''),
    attributes: pick('attributes', {}),
    tags: pick('tags', []),
    popularity: pick('popularity', 0),
    published_at: published_at && new Date(published_at).toISOString(),
    withdrawn_at: before?.withdrawn_at ?? null,
    version: before?.version ?? 0,
  }
}

type Named = { external_id: string | null; brand_id?: string; category_id?: string }
function refer(
  external: string | undefined,
  own: string | null | undefined,
  before: string | null | undefined,
  list: readonly Named[],
  kind: 'brand' | 'category',
): string | null {
  const idOf = (item: Named) => (kind === 'brand' ? item.brand_id : item.category_id) ?? null
  if (external === undefined && own == null) return own === null ? null : (before ?? null)
  const found = list.find((item) => (external !== undefined ? item.external_id === external : idOf(item) === own))
  const names =
    kind === 'brand'
      ? { ja: 'ブランド', field: external === undefined ? 'brand_id' : 'brand' }
      : { ja: 'カテゴリ', field: external === undefined ? 'category_id' : 'category' }
  if (!found)
    throw new RowFault(`no_${kind}`, names.field, `この${names.ja}は見つかりません。`, `There is no such ${kind}.`)
  return idOf(found)
}

function priceFault(fault: PriceFault, field: string): RowFault {
  if (fault === 'price_twice')
    return new RowFault(fault, field, '同じ時点の価格が二つあります。', 'Two prices begin at the same moment.')
  return fault === 'price_period'
    ? new RowFault(fault, field, '価格の終わりは始まりより後にしてください。', 'A price must end after it begins.')
    : new RowFault(
        fault,
        field,
        '始まった価格は変えられません。新しい価格を追加してください。',
        'A price that has begun cannot change; add a new one.',
      )
}
