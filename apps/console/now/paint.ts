import type { Sort } from './kind.ts'

const SPRITE = 32
const TAIL = 46
const SORTS: readonly Sort[] = ['purchase', 'visit', 'message', 'stock']

/** What a light looks like, drawn once: the shape in its glow, and the tail behind it. Drawing them anew each frame would cost the frames. */
export type Brush = {
  colours: Record<Sort, string>
  lights: Record<Sort, HTMLCanvasElement>
  tails: Record<Sort, HTMLCanvasElement>
}

/** The brushes of the light or dark that now holds. */
export function brushFor(shown: HTMLCanvasElement, dots: number): Brush {
  const style = getComputedStyle(shown)
  const of = (name: string) => style.getPropertyValue(`--light-${name}`).trim()
  const surface = of('surface')
  const each = <T>(make: (sort: Sort) => T) =>
    Object.fromEntries(SORTS.map((sort) => [sort, make(sort)])) as Record<Sort, T>
  return {
    colours: each(of),
    lights: each((sort) => lightOf(sort, of(sort), surface, dots)),
    tails: each((sort) => tailOf(of(sort), dots)),
  }
}

/** One light with its tail, looking the way it walks. */
export function drawLight(
  pen: CanvasRenderingContext2D,
  brush: Brush,
  sort: Sort,
  at: { x: number; y: number; dx: number; dy: number },
  tail: boolean,
): void {
  if (tail) {
    pen.save()
    pen.translate(at.x, at.y)
    pen.rotate(Math.atan2(at.dy, at.dx))
    pen.drawImage(brush.tails[sort], -TAIL, -1.5, TAIL, 3)
    pen.restore()
  }
  pen.drawImage(brush.lights[sort], at.x - SPRITE / 2, at.y - SPRITE / 2, SPRITE, SPRITE)
}

function sheet(width: number, height: number, dots: number): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const made = document.createElement('canvas')
  made.width = Math.ceil(width * dots)
  made.height = Math.ceil(height * dots)
  const pen = made.getContext('2d')
  pen?.scale(dots, dots)
  return [made, pen]
}

function tailOf(colour: string, dots: number): HTMLCanvasElement {
  const [made, pen] = sheet(TAIL, 3, dots)
  if (!pen) return made
  const fading = pen.createLinearGradient(0, 0, TAIL, 0)
  fading.addColorStop(0, 'transparent')
  fading.addColorStop(1, colour)
  pen.fillStyle = fading
  pen.fillRect(0, 0, TAIL, 3)
  return made
}

/** ● ○ ◆ ■: shape and colour say the same thing. */
function lightOf(sort: Sort, colour: string, surface: string, dots: number): HTMLCanvasElement {
  const [made, pen] = sheet(SPRITE, SPRITE, dots)
  if (!pen) return made
  const middle = SPRITE / 2
  const glow = pen.createRadialGradient(middle, middle, 0, middle, middle, middle)
  glow.addColorStop(0, colour)
  glow.addColorStop(1, 'transparent')
  pen.globalAlpha = 0.3
  pen.fillStyle = glow
  pen.fillRect(0, 0, SPRITE, SPRITE)
  pen.globalAlpha = 1
  pen.beginPath()
  if (sort === 'message') {
    pen.moveTo(middle, middle - 6)
    pen.lineTo(middle + 6, middle)
    pen.lineTo(middle, middle + 6)
    pen.lineTo(middle - 6, middle)
  } else if (sort === 'stock') pen.rect(middle - 4.5, middle - 4.5, 9, 9)
  else pen.arc(middle, middle, sort === 'visit' ? 4 : 5, 0, Math.PI * 2)
  pen.closePath()
  pen.fillStyle = sort === 'visit' ? surface : colour
  pen.fill()
  if (sort !== 'visit') return made
  pen.strokeStyle = colour
  pen.lineWidth = 2.6
  pen.stroke()
  return made
}
