import type { Brush } from './brush.ts'
import type { Palette, PaletteName } from './palettes.ts'

/** One drawn thing: its usual colours and how it is painted on a 640 × 640 sheet, lit from the upper left. */
export type Motif = { palette: PaletteName; paint: (b: Brush, p: Palette) => string }
