import * as bags from './bags.ts'
import * as bath from './bath.ts'
import * as beauty from './beauty.ts'
import * as bedding from './bedding.ts'
import * as bottles from './bottles.ts'
import { Brush } from './brush.ts'
import * as cafe from './cafe.ts'
import * as carried from './carried.ts'
import * as household from './household.ts'
import * as kitchen from './kitchen.ts'
import type { Motif } from './motif.ts'
import * as outfits from './outfits.ts'
import * as packs from './packs.ts'
import { type PaletteName, palettes } from './palettes.ts'
import * as sweets from './sweets.ts'
import * as tins from './tins.ts'
import * as tops from './tops.ts'

/** Every drawn thing by name. */
export const motifs = {
  ...tops,
  ...outfits,
  ...bedding,
  ...carried,
  ...bags,
  ...packs,
  ...tins,
  ...bottles,
  ...sweets,
  ...cafe,
  ...bath,
  ...beauty,
  ...kitchen,
  ...household,
} satisfies Record<string, Motif>

export type MotifName = keyof typeof motifs

/** What a product shows: a motif, and its own colours where they are not the motif's usual ones. */
export type Picture = { motif: MotifName; palette?: PaletteName }

/** Draw a picture as a standalone SVG, 640 × 640, no background. The same call gives the same text. */
export function draw({ motif, palette }: Picture): string {
  const { palette: usual, paint } = motifs[motif]
  const colors = palette ?? usual
  const b = new Brush(`${motif}-${colors}`)
  const body = paint(b, palettes[colors])
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 640"><defs>${b.defs}</defs>${body}</svg>`
}
