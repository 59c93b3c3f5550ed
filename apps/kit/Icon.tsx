import { type Glyph, glyphs } from './glyphs.ts'

const BOLD = new Set<Glyph>(['more', 'keypad'])

/** One icon of the house's own set; silent to screen readers, since words always stand beside it. */
export function Icon({ name, size = 24, className }: { name: Glyph; size?: number; className?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={BOLD.has(name) ? 3 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className ?? ''}`}
    >
      <path d={glyphs[name]} />
    </svg>
  )
}
