import type { CartLine } from '../../kit/shapes.ts'
import { goodOf, refreshGoods } from '../offline/goods.ts'
import type { Good } from '../offline/shapes.ts'
import type { SaleLine } from './shapes.ts'

export function lineOf(good: Good, quantity = 1): SaleLine {
  return { variant_id: good.variant_id, quantity, good }
}

/** A variant chosen on a screen, from this device's catalogue; one it does not know yet is looked for once more. */
export async function lineFor(variant_id: string, quantity = 1): Promise<SaleLine | null> {
  const known = await goodOf(variant_id)
  if (known) return lineOf(known, quantity)
  await refreshGoods()
  const found = await goodOf(variant_id)
  return found ? lineOf(found, quantity) : null
}

/** The lines of a customer's cart that are on sale. */
export async function linesOfCart(lines: readonly CartLine[]): Promise<SaleLine[]> {
  const found = await Promise.all(
    lines.filter((line) => line.sold).map((line) => lineFor(line.variant_id, line.quantity)),
  )
  return found.flatMap((line) => line ?? [])
}

/** The lines with more: the same goods share a line. */
export function withMore(lines: readonly SaleLine[], added: SaleLine): SaleLine[] {
  const there = lines.find((line) => line.variant_id === added.variant_id)
  if (!there) return [...lines, added]
  return lines.map((line) => (line === there ? { ...added, quantity: line.quantity + added.quantity } : line))
}

/** The lines with another count of one of them; none takes it out. */
export function withCount(lines: readonly SaleLine[], variant_id: string, quantity: number): SaleLine[] {
  return lines.flatMap((line) => (line.variant_id !== variant_id ? line : quantity > 0 ? { ...line, quantity } : []))
}

/** The lines as this device knows their goods now: a price may have changed since they were scanned. */
export async function renewed(lines: readonly SaleLine[]): Promise<SaleLine[]> {
  return Promise.all(lines.map(async (line) => ({ ...line, good: (await goodOf(line.variant_id)) ?? line.good })))
}
