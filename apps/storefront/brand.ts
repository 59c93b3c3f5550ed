import type { Brand } from '../kit/shapes.ts'

/** What a brand says of its own face, as far as it is fit to be shown. */
export type Look = {
  name: string
  name_en: string | null
  line: { ja: string; en: string } | null
  style: Record<string, string>
}

const WHITE = [255, 255, 255] as const
const NIGHT = [31, 28, 25] as const
type Rgb = readonly [number, number, number]

/** A brand's name, line and colours; its ink becomes the colour of action, made readable on either ground. */
export function lookOf({ name, name_en, look }: Brand): Look {
  const { line_ja, line_en } = look
  const line = typeof line_ja === 'string' && line_ja ? { ja: line_ja, en: String(line_en ?? line_ja) } : null
  return { name, name_en, line, style: styleOf(rgbOf(look.ink), rgbOf(look.paper)) }
}

function styleOf(ink: Rgb | null, paper: Rgb | null): Record<string, string> {
  if (!ink) return {}
  const day = readable(ink, WHITE, [0, 0, 0])
  const night = readable(ink, NIGHT, WHITE)
  const pair = (light: Rgb, dark: Rgb) => `light-dark(${hex(light)}, ${hex(dark)})`
  return {
    '--color-indigo': pair(day, night),
    '--color-indigo-deep': pair(mix(day, [0, 0, 0], 0.25), mix(night, WHITE, 0.3)),
    '--color-on-indigo': pair(WHITE, [16, 20, 24]),
    '--color-indigo-tint': pair(
      paper && contrast(day, paper) >= LEAST ? paper : mix(WHITE, day, 0.07),
      mix(NIGHT, night, 0.1),
    ),
  }
}

const LEAST = 4.5

// Moved towards black or white until text in it can be read, and text on it too.
function readable(ink: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(ink, towards, share)
    if (contrast(tried, ground) >= LEAST + 0.5) return tried
  }
  return towards
}

function rgbOf(text: unknown): Rgb | null {
  const found = typeof text === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text) : null
  return found ? ([1, 2, 3].map((at) => Number.parseInt(found[at] as string, 16)) as unknown as Rgb) : null
}

const hex = (colour: Rgb) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, at) => part + ((to[at] as number) - part) * share) as unknown as Rgb

/** WCAG 2.2 contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const light = (colour: Rgb) => {
    const [r = 0, g = 0, b = 0] = colour.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
