/** A colour stop: offset 0–1, colour, opacity. */
export type Stop = readonly [offset: number, color: string, opacity?: number]

const channels = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))

/** Mix two #RRGGBB colours; t = 0 gives the first. */
export function mix(a: string, b: string, t: number): string {
  const other = channels(b)
  const hex = channels(a).map((v, i) =>
    Math.round(v + ((other[i] ?? v) - v) * t)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${hex.join('')}`
}

/** A lighter tint: towards warm white, as daylight through paper gives. */
export const light = (color: string, t: number) => mix(color, '#FFFDF8', t)

/** A darker shade: towards warm brown, never towards black. */
export const dark = (color: string, t: number) => mix(color, '#3F2C18', t)

/** The edge of a shape in its own colour, deepened. */
export const edge = (color: string) => dark(color, 0.22)

/**
 * Collects gradients, patterns and filters while a motif is painted.
 * Ids carry the picture's name because several pictures may be inlined in one page.
 */
export class Brush {
  readonly #prefix: string
  readonly #defs = new Map<string, { id: string; body: string }>()

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  get defs(): string {
    return [...this.#defs.values()].map((d) => d.body).join('')
  }

  #define(key: string, body: (id: string) => string): string {
    let made = this.#defs.get(key)
    if (!made) {
      const id = `${this.#prefix}-${this.#defs.size}`
      made = { id, body: body(id) }
      this.#defs.set(key, made)
    }
    return made.id
  }

  /** A gradient along a line inside the shape's own box (0–1). */
  linear(line: readonly [number, number, number, number], stops: readonly Stop[]): string {
    const [x1, y1, x2, y2] = line
    const id = this.#define(
      `l${line}${stops.join()}`,
      (id) =>
        `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`,
    )
    return `url(#${id})`
  }

  radial(cx: number, cy: number, r: number, stops: readonly Stop[]): string {
    const id = this.#define(
      `r${cx},${cy},${r}${stops.join()}`,
      (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopTags(stops)}</radialGradient>`,
    )
    return `url(#${id})`
  }

  /** A flat surface lit from the upper left. */
  lit(color: string, depth = 1): string {
    return this.linear(
      [0, 0, 0.9, 1],
      [
        [0, light(color, 0.32 * depth)],
        [0.45, color],
        [1, dark(color, 0.13 * depth)],
      ],
    )
  }

  /** A standing cylinder lit from the left. */
  round(color: string, depth = 1): string {
    return this.linear(
      [0, 0, 1, 0],
      [
        [0, dark(color, 0.06 * depth)],
        [0.2, light(color, 0.34 * depth)],
        [0.55, color],
        [1, dark(color, 0.22 * depth)],
      ],
    )
  }

  /** A ball or bun lit from the upper left. */
  ball(color: string, depth = 1): string {
    return this.radial(0.36, 0.28, 0.8, [
      [0, light(color, 0.5 * depth)],
      [0.45, color],
      [1, dark(color, 0.22 * depth)],
    ])
  }

  /** The shadow where a thing stands: a wide soft one and a narrow one at the very contact. */
  contact(cx: number, y: number, rx: number, ry = rx * 0.1): string {
    const wide = this.radial(0.5, 0.5, 0.5, [
      [0, '#6B4E2C', 0.34],
      [0.55, '#6B4E2C', 0.16],
      [1, '#6B4E2C', 0],
    ])
    return (
      `<ellipse cx="${cx + rx * 0.08}" cy="${y}" rx="${rx * 1.22}" ry="${ry * 1.35}" fill="${wide}"/>` +
      `<ellipse cx="${cx}" cy="${y - ry * 0.15}" rx="${rx * 0.94}" ry="${ry * 0.55}" fill="#5B4023" opacity=".2"/>`
    )
  }

  /** The blurred shadow of a hanging or lying shape, thrown to the lower right. */
  cast(d: string, dx = 10, dy = 16, blur = 12, opacity = 0.2): string {
    const id = this.#define(
      `f${blur}`,
      (id) =>
        `<filter id="${id}" x="-20%" y="-20%" width="140%" height="150%"><feGaussianBlur stdDeviation="${blur}"/></filter>`,
    )
    return `<path d="${d}" transform="translate(${dx} ${dy})" fill="#6B4E2C" opacity="${opacity}" filter="url(#${id})"/>`
  }

  /** A fill of repeated strokes: weave, stitches, print. */
  pattern(width: number, height: number, content: string, turn = 0): string {
    const id = this.#define(
      `p${width},${height},${turn}${content}`,
      (id) =>
        `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${content}</pattern>`,
    )
    return `url(#${id})`
  }

  /** Paint only inside d. */
  inside(d: string, content: string): string {
    const id = this.#define(`c${d}`, (id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)
    return `<g clip-path="url(#${id})">${content}</g>`
  }
}

function stopTags(stops: readonly Stop[]): string {
  return stops
    .map(
      ([at, color, opacity = 1]) =>
        `<stop offset="${at}" stop-color="${color}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ''}/>`,
    )
    .join('')
}
