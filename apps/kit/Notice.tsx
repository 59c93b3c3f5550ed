import type { ReactNode } from 'react'
import type { Glyph } from './glyphs.ts'
import { Icon } from './Icon.tsx'

const tones = {
  refused: 'bg-vermilion-tint text-vermilion',
  warning: 'bg-amber-tint text-amber',
  done: 'bg-green-tint text-green',
  info: 'bg-indigo-tint text-indigo',
} as const
const icons: Record<keyof typeof tones, Glyph> = { refused: 'info', warning: 'info', done: 'check', info: 'info' }

/** A sentence that belongs to its place: what happened, what is safe, what to do. */
export function Notice({ tone, icon, children }: { tone: keyof typeof tones; icon?: Glyph; children: ReactNode }) {
  return (
    <div
      role={tone === 'refused' ? 'alert' : 'status'}
      className={`flex gap-3 rounded-6 px-4 py-3 text-14 ${tones[tone]}`}
    >
      <Icon name={icon ?? icons[tone]} size={20} className="mt-px" />
      <div className="grid gap-1 leading-relaxed">{children}</div>
    </div>
  )
}
