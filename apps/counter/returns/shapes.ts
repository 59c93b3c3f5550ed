import type { paths } from '../../kit/api.gen.ts'
import type { Returnable } from '../../kit/shapes.ts'

type Asked = paths['/v1/orders/{order_id}/returns/quotes']['post']['requestBody']['content']['application/json']
export type Reason = Asked['reason']

/** The reasons a clerk hears most, in the order she hears them. */
export const REASONS: readonly Reason[] = ['changed_mind', 'size', 'defective', 'wrong_item', 'gift', 'other']

/** What comes back: how many of each line. */
export type Back = Record<number, number>

/** The lines of a return as they are asked for. */
export function linesOf(back: Back): Asked['lines'] {
  return Object.entries(back).flatMap(([line_no, quantity]) =>
    quantity > 0 ? [{ line_no: Number(line_no), quantity }] : [],
  )
}

export function piecesLeft(order: Returnable): number {
  return order.lines.reduce((sum, line) => sum + line.left, 0)
}
