import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useNavigate } from 'react-router'
import { Icon } from '../../kit/Icon.tsx'
import { useSettled } from '../../kit/settled.ts'
import { useWords } from '../words.ts'
import { type Hit, useHits } from './hits.ts'

/** ⌘K: people, goods, orders, screens and acts by one field. What is typed travels in a body where it may be a name, and is kept nowhere. */
export function FinderSheet({ onClose }: { onClose: () => void }) {
  const w = useWords()
  const go = useNavigate()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { hits, busy } = useHits(useSettled(typed.trim()))
  const chosen = Math.min(at, hits.length - 1)
  const choose = (hit: Hit | undefined) => {
    if (!hit) return
    onClose()
    if (hit.run) hit.run()
    else if (hit.to) void go(hit.to)
  }
  const steer = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((chosen + step + hits.length) % Math.max(1, hits.length))
    }
    // Enter that ends a conversion from kana is the input method's own.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(hits[chosen])
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-[rgb(16_14_12/0.44)] px-4 pt-[12vh] animate-fade"
    >
      <Modal className="w-full max-w-[40rem] rounded-12 bg-surface shadow-lift">
        <Dialog aria-label={w.findAnything} className="outline-none">
          <div className="relative border-b border-line">
            <Icon name="search" size={20} className="absolute top-4.5 left-4 text-ink-3" />
            <input
              autoFocus
              role="combobox"
              aria-expanded={hits.length > 0}
              aria-controls={list}
              aria-activedescendant={hits[chosen] ? `${list}-${chosen}` : undefined}
              aria-label={w.findAnything}
              autoComplete="off"
              placeholder={w.findAnything}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={steer}
              className="ui h-14 w-full rounded-t-12 bg-surface pr-4 pl-12 text-16 outline-none"
            />
          </div>
          <div id={list} role="listbox" aria-label={w.findAnything} className="max-h-[56vh] overflow-y-auto p-2">
            {hits.map((hit, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's own
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen line
              <div
                key={hit.key}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === chosen}
                onPointerMove={() => setAt(index)}
                onClick={() => choose(hit)}
                className={`ui flex min-h-11 cursor-pointer items-center gap-3 rounded-6 px-3 text-14 ${index === chosen ? 'bg-indigo-tint text-indigo' : ''}`}
              >
                <Icon name={hit.icon} size={20} className="text-ink-2" />
                <span className="min-w-0 grow truncate">
                  {hit.title} <span className="text-12 text-ink-2">{hit.note}</span>
                </span>
                <span className="text-12 text-ink-2">{w[hit.kind] as string}</span>
              </div>
            ))}
            {hits.length === 0 && (
              <p role="status" className="px-3 py-6 text-center text-14 text-ink-2">
                {busy ? w.finding : w.foundNothing}
              </p>
            )}
          </div>
          <p className="border-t border-line px-4 py-2 text-12 text-ink-2">{w.findHint}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
