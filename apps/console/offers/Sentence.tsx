import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import type { Draft, SlotKey } from './draft.ts'
import { SlotFields } from './SlotFields.tsx'
import { useSaying } from './saying.ts'
import { useOfferWords } from './words.ts'

/** An offer as one sentence. With `onChange` its parts are slots that open; without, it is read. */
export function Sentence({ draft, onChange }: { draft: Draft; onChange?: (draft: Draft) => void }) {
  const w = useOfferWords()
  const said = useSaying()(draft)
  const [open, setOpen] = useState<SlotKey | null>(null)
  const pieces = w[`sentence_${draft.rule.effect.kind}`].split(/\{(\w+)\}/)
  return (
    <div className="rounded-12 border border-line bg-surface p-6 shadow-lift">
      <p className="text-18 leading-[2.6] desk:text-22">
        {pieces.map((piece, at) => {
          if (at % 2 === 0) return <span key={`before ${pieces[at + 1]}`}>{piece}</span>
          const key = piece as SlotKey
          return onChange ? (
            <button
              key={key}
              type="button"
              title={w[key]}
              onClick={() => setOpen(key)}
              className="ui mx-1 inline-flex min-h-11 max-w-full items-center gap-2 rounded-6 border border-indigo/50 bg-indigo-tint px-3 text-left leading-snug font-bold text-indigo hover:border-indigo"
            >
              <span className="sr-only">{w[key]}: </span>
              {said[key]}
              <Icon name="down" size={16} className="shrink-0" />
            </button>
          ) : (
            <b key={key} className="text-indigo">
              {said[key]}
            </b>
          )
        })}
      </p>
      <Sheet title={open ? w[open] : ''} open={open !== null} onClose={() => setOpen(null)} side="centre">
        {open && onChange && (
          <div className="grid gap-5">
            <SlotFields slot={open} draft={draft} onChange={onChange} />
            <Button size="main" onPress={() => setOpen(null)}>
              {w.done}
            </Button>
          </div>
        )}
      </Sheet>
    </div>
  )
}
