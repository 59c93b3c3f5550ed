import type { CartLine, Product, ProductSummary, Scanned, Variant } from '../../kit/shapes.ts'

/** One line of the sale under way, wherever it came from. */
export type SaleLine = {
  variant_id: string
  name: string
  name_en: string | null
  options: Record<string, unknown>
  picture_id: string | null
  unit_yen: number
  reduced: boolean
  quantity: number
}

export function fromScan(item: Scanned): SaleLine | null {
  if (item.price_yen === null) return null
  const { variant_id, name, name_en, options, picture_id, reduced } = item
  return { variant_id, name, name_en, options, picture_id, reduced, unit_yen: item.price_yen, quantity: 1 }
}

/** A tile sells itself only where there is nothing to choose. */
export function fromTile(product: ProductSummary): SaleLine | null {
  const [variant_id, ...others] = product.variant_ids
  if (!variant_id || others.length > 0 || product.price_yen === null) return null
  const { name, name_en, picture_id, reduced, price_yen } = product
  return { variant_id, name, name_en, options: {}, picture_id, reduced, unit_yen: price_yen, quantity: 1 }
}

export function fromVariant(product: Product, variant: Variant): SaleLine | null {
  if (variant.yen === null) return null
  const { name, name_en, reduced, picture_ids } = product
  const { variant_id, options } = variant
  return {
    variant_id,
    name,
    name_en,
    options,
    picture_id: picture_ids[0] ?? null,
    reduced,
    unit_yen: variant.yen,
    quantity: 1,
  }
}

export function fromCart(line: CartLine): SaleLine {
  const { variant_id, name, name_en, options, picture_id, unit_yen, reduced, quantity } = line
  return { variant_id, name, name_en, options, picture_id, unit_yen, reduced, quantity }
}

/** The lines with one more: the same goods share a line. */
export function withOne(lines: readonly SaleLine[], added: SaleLine): SaleLine[] {
  const there = lines.find((line) => line.variant_id === added.variant_id)
  if (!there) return [...lines, added]
  return lines.map((line) => (line === there ? { ...line, quantity: line.quantity + added.quantity } : line))
}

/** The lines with another count of one of them; none takes it out. */
export function withCount(lines: readonly SaleLine[], variant_id: string, quantity: number): SaleLine[] {
  return lines.flatMap((line) => (line.variant_id !== variant_id ? line : quantity > 0 ? { ...line, quantity } : []))
}
