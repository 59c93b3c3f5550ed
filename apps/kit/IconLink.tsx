import type { Glyph } from './glyphs.ts'
import { Icon } from './Icon.tsx'

/** An icon that opens an address in a place of its own; `label` is what is there. */
export function IconLink({ icon, label, href }: { icon: Glyph; label: string; href: string }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      className="inline-grid size-11 shrink-0 place-items-center rounded-6 text-indigo hover:bg-sunk"
    >
      <Icon name={icon} size={22} />
    </a>
  )
}
