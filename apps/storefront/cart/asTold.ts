import type { CartLine } from '../../kit/shapes.ts'

/** Lines of a cart as Segment's e-commerce spec v2 tells of them. */
export function linesAsTold(lines: readonly CartLine[]): { value: number; currency: string; products: object[] } {
  return {
    value: lines.reduce((sum, line) => sum + line.amount_yen, 0),
    currency: 'JPY',
    products: lines.map(({ product_id, gtin, variant_id, unit_yen, quantity }, at) => ({
      ...(product_id && { product_id }),
      sku: gtin ?? variant_id,
      price: unit_yen,
      quantity,
      position: at + 1,
    })),
  }
}
