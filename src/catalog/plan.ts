/**
 * What a list of products, as a retailer sends it, means for the catalogue as it stands: pure, so that one row or 500 are
 * judged alike. A field left out stays as it is; a variant left out of a given list is withdrawn.
 */
import { indexGrams } from '#catalog/grams'
import { planPrices, type Price } from '#catalog/prices'
import type { ProductBody, RowProblem, VariantBody } from '#catalog/resources'
import { hashId, id } from '#core/id'
import { fromGtin14, parseGtin } from '#pricing/gtin'

export type ProductRow = {
  product_id: string; external_id: string | null; brand_id: string | null; category_id: string | null; name: string; name_kana: string | null; name_en: string | null
  description: string; description_en: string; tax_category: string; attributes: Record<string, unknown>; tags: string[]; picture_ids: string[]
  popularity: number; published_at: string | null; withdrawn_at: string | null; version: number
}
export type VariantRow = {
  variant_id: string; product_id: string; external_id: string | null; gtin: string | null; options: Record<string, string>; position: number; withdrawn_at: string | null
}
/** What is known before anything is written. */
export type Shelf = {
  now: string
  products: ProductRow[]
  variants: VariantRow[]
  prices: Price[]
  brands: { brand_id: string; external_id: string | null; name: string; name_kana: string | null; name_en: string | null }[]
  categories: { category_id: string; external_id: string | null }[]
  tax_categories: ReadonlySet<string>
  pictures: ReadonlySet<string>
}
export type Planned = { row: number; before: ProductRow | undefined; product: ProductRow & { search_grams: string[] }; variants: VariantRow[]; all: VariantRow[]; prices: Price[]; repriced: Price[] }

/** A reason why one row is not written; the others are. */
class RowFault extends Error {
  readonly problem: Omit<RowProblem, 'row'>
  constructor(code: string, field: string, ja: string, en: string) {
    super(code)
    this.problem = { code: `catalog.${code}`, field, messages: { ja, en } }
  }
}

/** Judge every row; rows at fault come back as problems and change nothing. */
export function plan(list: readonly (ProductBody & { product_id?: string | undefined })[], shelf: Shelf): { planned: Planned[]; problems: RowProblem[] } {
  const planned: Planned[] = []
  const problems: RowProblem[] = []
  const taken = { products: new Set<string>(), variants: new Set<string>(), codes: new Map(shelf.variants.flatMap((known) => codesOf(known).map((code) => [code, known.variant_id]))) }
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

type Taken = { products: Set<string>; variants: Set<string>; codes: Map<string, string> }

function planRow(row: number, body: ProductBody & { product_id?: string | undefined }, shelf: Shelf, taken: Taken): Planned {
  const before = shelf.products.find((known) => (body.product_id ? known.product_id === body.product_id : body.external_id != null && known.external_id === body.external_id))
  const product = planProduct(body, before, shelf)
  if (taken.products.has(product.product_id)) throw new RowFault('twice', 'external_id', 'この商品は同じ一覧に二度あります。', 'This product is in the list twice.')
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
  return { row, before, product: { ...product, search_grams: gramsOf(product, all.length > 0 ? all : own, brand) }, variants, all: all.length > 0 ? all : own, prices, repriced }
}

/** What a product is found by. */
export function gramsOf(product: ProductRow, variants: readonly VariantRow[], brand: { name: string; name_kana: string | null; name_en: string | null } | undefined): string[] {
  const text = (list: (string | null | undefined)[]) => list.filter((item) => typeof item === 'string')
  const live = variants.filter((variant) => variant.withdrawn_at === null)
  return indexGrams(
    text([product.name, product.name_kana, product.name_en]),
    text([brand?.name, brand?.name_kana, brand?.name_en, ...product.tags, ...live.flatMap((variant) => Object.values(variant.options))]),
    text([product.external_id, ...live.flatMap((variant) => [variant.gtin, variant.external_id])]),
  )
}

function planProduct(body: ProductBody & { product_id?: string | undefined }, before: ProductRow | undefined, shelf: Shelf): ProductRow {
  const known = shelf.products.some((item) => item.product_id === hashId('product', body.external_id ?? ''))
  const product_id = before?.product_id ?? body.product_id ?? (body.external_id && !known ? hashId('product', body.external_id) : id())
  const pick = <K extends keyof ProductRow & keyof ProductBody>(key: K, otherwise: ProductRow[K]): ProductRow[K] =>
    body[key] !== undefined ? (body[key] as ProductRow[K]) : before ? before[key] : otherwise
  const tax_category = pick('tax_category', 'standard')
  if (!shelf.tax_categories.has(tax_category)) throw new RowFault('no_tax_category', 'tax_category', `税区分「${tax_category}」の税率がありません。`, `No tax rule knows the category ${tax_category}.`)
  const picture_ids = pick('picture_ids', [])
  const missing = picture_ids.findIndex((picture_id) => !shelf.pictures.has(picture_id) && !before?.picture_ids.includes(picture_id))
  if (missing >= 0) throw new RowFault('no_picture', `picture_ids.${missing}`, 'この画像は見つかりません。', 'There is no such picture.')
  const published_at = pick('published_at', shelf.now)
  return {
    product_id, tax_category, picture_ids,
    external_id: pick('external_id', null),
    brand_id: refer(body.brand, body.brand_id, before?.brand_id, shelf.brands, 'brand'),
    category_id: refer(body.category, body.category_id, before?.category_id, shelf.categories, 'category'),
    name: body.name,
    name_kana: pick('name_kana', null), name_en: pick('name_en', null), description: pick('description', ''), description_en: pick('description_en', ''),
    attributes: pick('attributes', {}), tags: pick('tags', []), popularity: pick('popularity', 0),
    published_at: published_at && new Date(published_at).toISOString(),
    withdrawn_at: before?.withdrawn_at ?? null,
    version: before?.version ?? 0,
  }
}

type Named = { external_id: string | null; brand_id?: string; category_id?: string }
function refer(external: string | undefined, own: string | null | undefined, before: string | null | undefined, list: readonly Named[], kind: 'brand' | 'category'): string | null {
  const idOf = (item: Named) => (kind === 'brand' ? item.brand_id : item.category_id) ?? null
  if (external === undefined && own == null) return own === null ? null : (before ?? null)
  const found = list.find((item) => (external !== undefined ? item.external_id === external : idOf(item) === own))
  const names = kind === 'brand' ? { ja: 'ブランド', field: external === undefined ? 'brand_id' : 'brand' } : { ja: 'カテゴリ', field: external === undefined ? 'category_id' : 'category' }
  if (!found) throw new RowFault(`no_${kind}`, names.field, `この${names.ja}は見つかりません。`, `There is no such ${kind}.`)
  return idOf(found)
}

function planVariants(product_id: string, list: readonly VariantBody[] | undefined, own: readonly VariantRow[], now: string, taken: Taken): { variants: VariantRow[]; all: VariantRow[] } {
  if (!list) return { variants: [], all: [] }
  const left = [...own]
  // Codes of this row count for the rows after it only once the whole row has been judged good.
  const codes = new Map<string, string>()
  const all = list.map((body, at): VariantRow => {
    const gtin = body.gtin == null ? body.gtin : checkedGtin(body.gtin, at)
    const matched = match(left, { ...body, gtin }, list.length)
    if (matched) left.splice(left.indexOf(matched), 1)
    else if (body.variant_id && taken.variants.has(body.variant_id)) throw new RowFault('variant_elsewhere', `variants.${at}.variant_id`, 'このSKUは別の商品のものです。', 'This variant belongs to another product.')
    const variant: VariantRow = {
      variant_id: matched?.variant_id ?? body.variant_id ?? newVariantId(product_id, { ...body, gtin }, own),
      product_id,
      external_id: body.external_id === undefined ? (matched?.external_id ?? null) : body.external_id,
      gtin: gtin === undefined ? (matched?.gtin ?? null) : gtin,
      options: body.options ?? matched?.options ?? {},
      position: at,
      withdrawn_at: null,
    }
    const clash = codesOf(variant).find((code) => (codes.get(code) ?? taken.codes.get(code) ?? variant.variant_id) !== variant.variant_id)
    if (clash?.startsWith('gtin:')) throw new RowFault('gtin_taken', `variants.${at}.gtin`, `JANコード ${variant.gtin} は別の商品で使われています。`, `GTIN ${variant.gtin} belongs to another variant.`)
    if (clash) throw new RowFault('external_id_taken', `variants.${at}.external_id`, 'この外部IDは別の商品で使われています。', 'This external id belongs to another variant.')
    for (const code of codesOf(variant)) codes.set(code, variant.variant_id)
    return variant
  })
  const gone = left.filter((known) => known.withdrawn_at === null).map((known) => ({ ...known, withdrawn_at: now, position: known.position + list.length }))
  return { variants: [...all, ...gone], all }
}

function match(left: readonly VariantRow[], body: VariantBody, count: number): VariantRow | undefined {
  if (body.variant_id) return left.find((known) => known.variant_id === body.variant_id)
  const options = JSON.stringify(Object.entries(body.options ?? {}).toSorted())
  return (
    left.find((known) => body.external_id != null && known.external_id === body.external_id) ??
    left.find((known) => body.gtin != null && known.gtin === body.gtin) ??
    left.find((known) => JSON.stringify(Object.entries(known.options).toSorted()) === options && !otherCode(known, body)) ??
    (count === 1 && left.length === 1 && body.options === undefined && left[0] && !otherCode(left[0], body) ? left[0] : undefined)
  )
}

// The same colour and size under another number is another variant.
function otherCode(known: VariantRow, body: VariantBody): boolean {
  return (body.external_id != null && known.external_id !== null) || (body.gtin != null && known.gtin !== null)
}

function newVariantId(product_id: string, body: VariantBody, own: readonly VariantRow[]): string {
  const named = hashId('variant', product_id, body.external_id ?? body.gtin ?? JSON.stringify(Object.entries(body.options ?? {}).toSorted()))
  return own.some((known) => known.variant_id === named) ? id() : named
}

function codesOf(variant: Pick<VariantRow, 'gtin' | 'external_id'>): string[] {
  return [...(variant.gtin ? [`gtin:${variant.gtin}`] : []), ...(variant.external_id ? [`ext:${variant.external_id}`] : [])]
}

function checkedGtin(text: string, at: number): string {
  try {
    return fromGtin14(parseGtin(text).gtin14)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RowFault('bad_gtin', `variants.${at}.gtin`, `JANコード「${text}」が正しくありません（桁数またはチェックディジット）。`, `GTIN ${text} is not valid (${error.message}).`)
  }
}

function priceFault(fault: 'price_in_force' | 'price_period', field: string): RowFault {
  return fault === 'price_period'
    ? new RowFault(fault, field, '価格の終わりは始まりより後にしてください。', 'A price must end after it begins.')
    : new RowFault(fault, field, '始まった価格は変えられません。新しい価格を追加してください。', 'A price that has begun cannot change; add a new one.')
}
