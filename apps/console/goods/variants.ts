import type { CatalogProduct } from '../../kit/shapes.ts'

/** A variant while it is being written: what differs is one line of words. */
export type VariantDraft = { key: string; variant_id?: string; gtin: string; options: string; price: string }

/** The variants of a product as drafts; a new product has one. */
export function draftOf(product: CatalogProduct | undefined): VariantDraft[] {
  if (!product) return [{ key: 'first', gtin: '', options: '', price: '' }]
  return product.variants
    .filter((variant) => variant.withdrawn_at === null)
    .map((variant) => ({
      key: variant.variant_id,
      variant_id: variant.variant_id,
      gtin: variant.gtin ?? '',
      options: Object.entries(variant.options)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
      price: '',
    }))
}

/** The drafts as the API takes them; only a new variant brings a first price. */
export function variantsOf(drafts: readonly VariantDraft[]) {
  return drafts.map(({ variant_id, gtin, options, price }) => ({
    ...(variant_id ? { variant_id } : {}),
    gtin: gtin.trim() || null,
    options: optionsOf(options),
    ...(!variant_id && /^\d+$/.test(price) ? { prices: [{ yen: Number(price), tax_included: true }] } : {}),
  }))
}

/** 色=生成り サイズ=M, in pairs; words without a sign name nothing and are left out. */
function optionsOf(typed: string): Record<string, string> {
  const pairs = typed.split(/[\s　]+/).map((pair) => pair.split(/[=＝]/))
  return Object.fromEntries(
    pairs.flatMap(([name, value]): [string, string][] => (name && value ? [[name, value]] : [])),
  )
}
