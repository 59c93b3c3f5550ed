import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import type { Glyph } from './glyphs.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kitWords.ts'
import { refusalOf } from './problem.ts'
import { useText } from './words.ts'

type Props = { icon: Glyph; title: string; text?: string; children?: ReactNode; tone?: 'calm' | 'refused' | 'offline' }

const tones = {
  calm: 'bg-wood-tint text-wood',
  refused: 'bg-vermilion-tint text-vermilion',
  offline: 'bg-amber-tint text-amber',
}

/** Nothing here yet: what this place is for, and the first thing to do. */
export function EmptyState({ icon, title, text, children, tone = 'calm' }: Props) {
  return (
    <section className="mx-auto grid max-w-[26rem] justify-items-center gap-2 px-4 py-12 text-center">
      <span className={`mb-2 grid size-16 place-items-center rounded-full ${tones[tone]}`}>
        <Icon name={icon} size={28} />
      </span>
      <h2 className="text-18">{title}</h2>
      {text && <p className="text-14 text-ink-2">{text}</p>}
      {children && <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div>}
    </section>
  )
}

/** Something failed: what happened, its number, and again. Refusals say who may instead. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const w = useKitWords()
  const text = useText()
  const refused = refusalOf(error)
  if (refused.status === 403) return <RefusedState text={text(refused.text)} />
  const offline = refused.status === 0
  return (
    <EmptyState
      icon={offline ? 'offline' : 'info'}
      tone={offline ? 'offline' : 'refused'}
      title={offline ? w.offlineTitle : w.errorTitle}
      text={offline ? w.offlineText : text(refused.text)}
    >
      {onRetry && (
        <Button look="outline" onPress={onRetry}>
          {w.again}
        </Button>
      )}
      {refused.id && <p className="basis-full text-12 text-ink-3">{w.errorId(refused.id)}</p>}
    </EmptyState>
  )
}

/** This person may not: who may. */
export function RefusedState({ text }: { text: string }) {
  const w = useKitWords()
  return <EmptyState icon="person" tone="refused" title={w.refusedTitle} text={text} />
}
