import { type Brush, dark, edge, light } from './brush.ts'
import { circle, line, shape, symmetric } from './forms.ts'

/** Wooden hanger with an iron hook; garments cover its arms. */
export const hanger = (b: Brush) =>
  line('M320 132C320 108 350 104 350 76A30 30 0 1 0 290 78', '#8B7258', 8) +
  shape('M320 118L186 182Q320 158 454 182Z', b.lit('#B98B57'), '#9A713F', 2)

/** Cloth: base colour, daylight from the upper left, an edge a little darker than itself. */
export function cloth(b: Brush, d: string, color: string, weave?: string): string {
  return shape(d, b.lit(color)) + (weave ? shape(d, weave) : '') + shape(d, 'none', edge(color), 3.2)
}

export const folds = (color: string, ...d: string[]) => d.map((one) => line(one, dark(color, 0.2), 3.4, 0.55)).join('')

export const linen = (b: Brush, color: string) =>
  b.pattern(7, 7, `<path d="M0 1.5H7M1.5 0V7" stroke="${dark(color, 0.35)}" stroke-width=".8" opacity=".16"/>`)

export const stitches = (b: Brush, color: string) =>
  b.pattern(
    16,
    14,
    `<path d="M1 2L8 10L15 2" stroke="${dark(color, 0.3)}" stroke-width="2.2" fill="none" opacity=".34"/><path d="M1 5L8 13L15 5" stroke="${light(color, 0.5)}" stroke-width="1.4" fill="none" opacity=".4"/>`,
  )

export const ribs = (b: Brush, color: string) =>
  b.pattern(9, 9, `<path d="M2 0V9" stroke="${dark(color, 0.3)}" stroke-width="2.2" opacity=".4"/>`)

export const buttons = (color: string, ys: number[], x = 320) =>
  ys.map((y) => circle(x, y, 6.5, color) + circle(x - 1.5, y - 1.5, 2, light(color, 0.5))).join('')

export const bodice = symmetric(
  [44, 150],
  [
    [128, 180],
    [128, 215, 112, 235, 114, 272],
    [120, 380, 118, 470, 124, 556],
  ],
  9,
  12,
)
export const shortSleeve = 'M194 179C150 200 128 232 96 338Q118 358 160 364C176 330 190 300 208 270Q204 220 194 179Z'
export const longSleeve =
  'M194 179C152 196 138 240 122 330C110 400 100 460 92 520Q112 534 142 532C162 450 182 350 210 278Q206 220 194 179Z'
