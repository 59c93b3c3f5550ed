import { type Brush, dark, edge, light } from './brush.ts'
import { line, shape } from './forms.ts'

/** One folded layer with a round fold at the left and open edges at the right. */
export function fold(b: Brush, x: number, y: number, w: number, h: number, color: string): string {
  const d = `M${x + w} ${y}H${x + h / 2}a${h / 2} ${h / 2} 0 0 0 0 ${h}H${x + w}q8 ${-h / 2} 0 ${-h}Z`
  return (
    shape(
      d,
      b.linear(
        [0, 0, 0, 1],
        [
          [0, light(color, 0.3)],
          [0.4, color],
          [1, dark(color, 0.18)],
        ],
      ),
      edge(color),
      2.6,
    ) + line(`M${x + h * 0.5} ${y + h * 0.5}H${x + w - 6}`, dark(color, 0.22), 2.4, 0.7)
  )
}
