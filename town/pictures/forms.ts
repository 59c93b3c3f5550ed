import { type Brush, dark, light } from './brush.ts'

/** A step down a profile: a line to (out, y), or a curve with two control points. `out` is the distance from the middle. */
export type Step = readonly [number, number] | readonly [number, number, number, number, number, number]

/** A closed outline that is the same left and right of x = middle: bottles, jars, garments. `sag` bends the bottom edge. */
export function symmetric(
  start: readonly [number, number],
  steps: readonly Step[],
  sag = 0,
  dip = 0,
  middle = 320,
): string {
  const left = (n: readonly number[]) =>
    pairs(n)
      .map(([o, y]) => `${middle - o} ${y}`)
      .join(' ')
  const right = (n: readonly number[]) =>
    pairs(n)
      .map(([o, y]) => `${middle + o} ${y}`)
      .join(' ')
  let d = `M${left(start)}`
  const ends: (readonly [number, number])[] = [start]
  for (const step of steps) {
    d += step.length === 2 ? `L${left(step)}` : `C${left(step)}`
    ends.push(step.length === 2 ? step : [step[4], step[5]])
  }
  const last = ends.at(-1) ?? start
  d += `Q${middle} ${last[1] + sag * 2} ${right(last)}`
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]
    const to = ends[i]
    if (!step || !to) continue
    d += step.length === 2 ? `L${right(to)}` : `C${right([step[2], step[3], step[0], step[1], to[0], to[1]])}`
  }
  return `${d}Q${middle} ${start[1] + dip * 2} ${left(start)}Z`
}

function pairs(n: readonly number[]): [number, number][] {
  const out: [number, number][] = []
  for (let i = 0; i + 1 < n.length; i += 2) out.push([n[i] ?? 0, n[i + 1] ?? 0])
  return out
}

/** A path with fill and, where the thing needs an edge, a stroke. */
export function shape(d: string, fill: string, stroke?: string, width = 3): string {
  const edge = stroke ? ` stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"` : ''
  return `<path d="${d}" fill="${fill}"${edge}/>`
}

/** A stroke without fill: seam, fold, stem. */
export function line(d: string, stroke: string, width = 3, opacity = 1): string {
  const faint = opacity < 1 ? ` opacity="${opacity}"` : ''
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${faint}/>`
}

/** A collar or strap: a stroke whose ends are cut straight. */
export const band = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`

export function circle(cx: number, cy: number, r: number, fill: string, extra = ''): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"${extra}/>`
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, extra = ''): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${extra}/>`
}

export function box(x: number, y: number, w: number, h: number, r: number, fill: string, extra = ''): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"${extra}/>`
}

/** The wall of a cylinder: flat sides, elliptic bottom. */
export function wall(cx: number, top: number, bottom: number, rx: number, ry: number, foot = rx): string {
  const fall = ry * (foot / rx)
  return `M${cx - rx} ${top}L${cx - foot} ${bottom}A${foot} ${fall} 0 0 0 ${cx + foot} ${bottom}L${cx + rx} ${top}A${rx} ${ry} 0 0 1 ${cx - rx} ${top}Z`
}

/** A rectangle with round corners, as path data. */
export function slab(x: number, y: number, w: number, h: number, r: number): string {
  return `M${x + r} ${y}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}Z`
}

/** Turn a drawing about a point. */
export const turned = (degrees: number, cx: number, cy: number, content: string) =>
  `<g transform="rotate(${degrees} ${cx} ${cy})">${content}</g>`

/** Move and scale a drawing. */
export const placed = (x: number, y: number, scale: number, content: string) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`

/** The right-hand twin of something painted on the left. */
export const mirrored = (content: string) => `<g transform="translate(640 0) scale(-1 1)">${content}</g>`

/** Words printed on a pack: short, so that the system's Japanese font does. */
export function print(
  text: string,
  x: number,
  y: number,
  size: number,
  color: string,
  weight = 700,
  spacing = 0,
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="middle" letter-spacing="${spacing}" font-family="'Hiragino Sans','Noto Sans JP','Noto Sans CJK JP',sans-serif">${text}</text>`
}

/** Words printed downwards. */
export function column(text: string, x: number, y: number, size: number, color: string): string {
  return [...text].map((letter, i) => print(letter, x, y + i * size * 1.12, size, color)).join('')
}

/** Small print as rules, since nobody reads it at this size. */
export function rules(cx: number, y: number, widths: readonly number[], color: string, gap = 16, weight = 5): string {
  return widths.map((w, i) => line(`M${cx - w / 2} ${y + i * gap}h${w}`, color, weight, 0.75)).join('')
}

/** A paper label with its own thin shadow. */
export function label(b: Brush, x: number, y: number, w: number, h: number, paper: string, r = 6): string {
  return box(x + 2, y + 4, w, h, r, '#5B4023', ' opacity=".16"') + box(x, y, w, h, r, b.lit(paper, 0.7))
}

/** A leaf from its stem, pointing along the angle. */
export function leaf(x: number, y: number, length: number, degrees: number, color: string): string {
  const w = length * 0.3
  const d = `M0 0C${length * 0.2} ${-w} ${length * 0.7} ${-w} ${length} 0C${length * 0.7} ${w} ${length * 0.2} ${w} 0 0Z`
  const vein = line(`M${length * 0.06} 0H${length * 0.84}`, light(color, 0.45), Math.max(1.6, length * 0.035), 0.8)
  return `<g transform="translate(${x} ${y}) rotate(${degrees})">${shape(d, color)}${vein}</g>`
}

/** An ear of grain standing on (x, y). */
export function grain(x: number, y: number, h: number, color: string): string {
  let out = line(`M${x} ${y}V${y - h * 0.9}`, color, h * 0.03)
  for (let i = 0; i < 4; i++) {
    const at = y - h * (0.36 + i * 0.15)
    out += kernel(x, at, h * 0.21, -52, color) + kernel(x, at, h * 0.21, -128, color)
  }
  return out + kernel(x, y - h * 0.82, h * 0.22, -90, color)
}

function kernel(x: number, y: number, length: number, degrees: number, color: string): string {
  const w = length * 0.28
  return `<path transform="translate(${x} ${y}) rotate(${degrees})" d="M0 0C${length * 0.2} ${-w} ${length * 0.75} ${-w} ${length} 0C${length * 0.75} ${w} ${length * 0.2} ${w} 0 0Z" fill="${color}"/>`
}

/** The small green mark of organic goods. */
export function organicMark(cx: number, cy: number, r: number): string {
  return circle(cx, cy, r, '#47652F') + leaf(cx - r * 0.5, cy + r * 0.45, r * 1.35, -42, '#F4F1E4')
}

/** A blossom of five petals. */
export function blossom(cx: number, cy: number, r: number, color: string): string {
  let out = ''
  for (let i = 0; i < 5; i++)
    out += `<ellipse cx="${cx}" cy="${cy - r * 0.56}" rx="${r * 0.36}" ry="${r * 0.5}" fill="${color}" transform="rotate(${i * 72} ${cx} ${cy})"/>`
  return out + circle(cx, cy, r * 0.2, dark(color, 0.25))
}

/** Steam rising from (x, y). */
export function steam(x: number, y: number, h = 70): string {
  const wisp = (dx: number, k: number) =>
    line(`M${x + dx} ${y}c-14 ${-h * 0.3 * k} 14 ${-h * 0.55 * k} 0 ${-h * k}`, '#CFC5B4', 5, 0.75)
  return wisp(-20, 0.85) + wisp(14, 1)
}
