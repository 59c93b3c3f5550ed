import { type Api, some } from './api.ts'
import { draw, type Picture } from './pictures/draw.ts'
import type { Product, TaxCategory } from './product.ts'
import type { Retailer } from './retailer.ts'

/** Ids by the retailer's own names: brands and products by code, variants by GTIN. */
export type Goods = { brand: Map<string, string>; product: Map<string, string>; variant: Map<string, string> }

/** A meal served at the table is a service at the standard rate; value sold is a voucher. */
const tax: Record<TaxCategory, string> = {
  standard: 'standard',
  food: 'food',
  alcohol: 'alcohol',
  eat_in: 'standard',
  untaxed: 'voucher',
}

/** Put brands, categories, pictures and products into the catalogue. */
export async function shelve(api: Api, retailer: Retailer, at_once: number): Promise<Goods> {
  const brand = new Map<string, string>()
  for (const { code, name, kana, en, line, look } of retailer.brands) {
    const body = { name, name_kana: kana, name_en: en, look: { ...look, line_ja: line.ja, line_en: line.en } }
    brand.set(code, (await api.put<{ brand_id: string }>(`/v1/catalog/brands/ext:${code}`, body)).brand_id)
  }
  const category = new Map<string, string>()
  // Listed with parents first.
  for (const [position, { code, parent, ja, en }] of retailer.categories.entries()) {
    const body = { name: ja, name_en: en, position, parent_id: parent ? category.get(parent) : null }
    const { category_id } = await api.put<{ category_id: string }>(`/v1/catalog/categories/ext:${code}`, body)
    category.set(code, category_id)
  }
  const picture = await hang(api, retailer.products, at_once)
  const { rows, problems } = await api.post<{
    rows: { product_id: string; external_id: string; variant_ids: string[] }[]
    problems: { row: number; messages: { en: string } }[]
  }>(
    '/v1/catalog/products/bulk',
    {
      products: retailer.products.map((one, at) =>
        productOf(one, brand, category, picture, retailer.products.length - at),
      ),
    },
    'products',
  )
  if (problems[0]) throw new Error(`product ${retailer.products[problems[0].row]?.code}: ${problems[0].messages.en}`)
  const product = new Map(rows.map((row) => [row.external_id, row.product_id]))
  const variant = new Map<string, string>()
  const codes = retailer.products.flatMap((one) => one.variants.map(({ gtin }) => gtin))
  for (let at = 0; at < codes.length; at += 100) {
    const asked = codes.slice(at, at + 100).map((gtin) => `gtin=${gtin}`)
    const { items } = await api.get<{ items: { variant_id: string; gtin: string }[] }>(
      `/v1/catalog/variants?${asked.join('&')}`,
    )
    for (const { variant_id, gtin } of items) variant.set(gtin, variant_id)
  }
  return { brand, product, variant }
}

/** Every look of a product: its own, then those of its colours. */
function looks({ picture, variants }: Product): Picture[] {
  const colours = variants.flatMap(({ palette }) => (palette ? [{ ...picture, palette }] : []))
  const all = colours.length > 0 ? colours : [picture]
  return all.filter((look, at) => all.findIndex((other) => nameOf(other) === nameOf(look)) === at)
}
const nameOf = ({ motif, palette }: Picture) => `${motif}:${palette ?? ''}`

async function hang(api: Api, products: readonly Product[], at_once: number): Promise<Map<string, string>> {
  const wanted = new Map(products.flatMap(looks).map((look) => [nameOf(look), look]))
  const hung = new Map<string, string>()
  await some([...wanted], at_once, async ([name, look]) => {
    const { picture_id } = await api.post<{ picture_id: string }>(
      '/v1/catalog/pictures',
      { svg: draw(look) },
      `picture:${name}`,
    )
    hung.set(name, picture_id)
  })
  return hung
}

function productOf(
  one: Product,
  brand: Map<string, string>,
  category: Map<string, string>,
  picture: Map<string, string>,
  rank: number,
): Record<string, unknown> {
  return {
    external_id: one.code,
    brand_id: brand.get(one.brand),
    category_id: category.get(one.category),
    name: one.name.ja,
    name_kana: one.name.kana,
    name_en: one.name.en,
    description: one.text.ja,
    description_en: one.text.en,
    tax_category: tax[one.tax],
    attributes: { ...one.attributes, maker: one.maker, ...(!one.stocked && { made_to_order: true }) },
    tags: one.tags,
    picture_ids: looks(one).map((look) => picture.get(nameOf(look))),
    popularity: rank + (one.tags.includes('人気') ? 1000 : 0),
    variants: one.variants.map(({ gtin, yen, tax_included, options: { color, size } }) => ({
      external_id: gtin,
      gtin,
      options: { ...(color && { 色: color.ja }), ...(size && { サイズ: size }) },
      prices: [{ yen, tax_included }],
    })),
  }
}
