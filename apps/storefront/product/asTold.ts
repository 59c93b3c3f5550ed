import type { Product, Variant } from '../../kit/shapes.ts'

/** A product as Segment's e-commerce spec v2 tells of it. */
export function asTold(product: Product, variant: Variant | undefined): Record<string, unknown> {
  const { product_id, name, brand, category } = product
  return {
    product_id,
    ...(variant && { sku: variant.gtin ?? variant.variant_id }),
    ...(variant?.yen != null && { price: variant.yen }),
    name,
    currency: 'JPY',
    ...(brand && { brand: brand.name }),
    ...(category && { category: category.name }),
  }
}
