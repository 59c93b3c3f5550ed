import type { Product, Variant } from '../../kit/shapes.ts'

/** A product as Segment's e-commerce spec v2 tells of it: by its numbers; what they are called the house knows. */
export function asTold({ product_id }: Product, variant: Variant | undefined): Record<string, unknown> {
  return {
    product_id,
    ...(variant && { sku: variant.gtin ?? variant.variant_id }),
    ...(variant?.yen != null && { price: variant.yen }),
    currency: 'JPY',
  }
}
