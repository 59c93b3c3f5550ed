import { type Brush, dark } from './brush.ts'
import { ellipse } from './forms.ts'

/** A low plate to put sweets on. */
export const plate = (b: Brush, y: number, color = '#F1ECE1') =>
  b.contact(320, y + 34, 214, 24) +
  ellipse(320, y + 10, 222, 46, dark(color, 0.16)) +
  ellipse(320, y, 222, 46, b.lit(color), ` stroke="${dark(color, 0.12)}" stroke-width="2.4"`) +
  ellipse(320, y + 2, 168, 31, dark(color, 0.05))
