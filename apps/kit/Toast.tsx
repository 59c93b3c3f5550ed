import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kitWords.ts'

type Said = { text: string; tone: 'done' | 'refused'; undo?: () => void }
type Say = (text: string, more?: { tone?: Said['tone']; undo?: () => void }) => void

const ToastContext = createContext<Say>(() => undefined)

/** Says one thing at the foot of the screen, with a way back where there is one. */
export function useToast(): Say {
  return useContext(ToastContext)
}

const SHOWN_MS = 6000

/** Holds the one toast of a face; a newer one takes its place. */
export function ToastProvider({ children, className = 'bottom-24' }: { children: ReactNode; className?: string }) {
  const w = useKitWords()
  const [said, setSaid] = useState<Said | null>(null)
  const say = useCallback<Say>((text, more = {}) => {
    setSaid({ text, tone: more.tone ?? 'done', ...(more.undo ? { undo: more.undo } : {}) })
  }, [])
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  const undo = said?.undo
  return (
    <ToastContext value={say}>
      {children}
      <div
        aria-live="polite"
        className={`pointer-events-none fixed inset-x-0 z-40 flex justify-center px-4 ${className}`}
      >
        {said && (
          <div className="pointer-events-auto flex min-h-12 max-w-[35rem] items-center gap-2 rounded-12 border border-line bg-surface py-1 pr-2 pl-4 text-14 shadow-lift animate-rise">
            <Icon
              name={said.tone === 'done' ? 'check' : 'info'}
              size={20}
              className={said.tone === 'done' ? 'text-green' : 'text-vermilion'}
            />
            <span className="pr-2">{said.text}</span>
            {undo && (
              <Button
                look="quiet"
                icon="undo"
                onPress={() => {
                  setSaid(null)
                  undo()
                }}
              >
                {w.undo}
              </Button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  )
}
