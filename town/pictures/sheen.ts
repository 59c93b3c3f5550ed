import type { Brush } from './brush.ts'
import { line } from './forms.ts'

export const metal = (b: Brush) =>
  b.linear(
    [0, 0, 1, 0],
    [
      [0, '#B99A63'],
      [0.25, '#F3E3BE'],
      [0.6, '#CDAE76'],
      [1, '#8E6F3C'],
    ],
  )
export const silver = (b: Brush) =>
  b.linear(
    [0, 0, 1, 0],
    [
      [0, '#B7B9BA'],
      [0.25, '#FAFAF8'],
      [0.6, '#CFD1D1'],
      [1, '#8D9091'],
    ],
  )
export const shine = (d: string, width = 9, opacity = 0.55) => line(d, '#FFFFFF', width, opacity)
