import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { Icon } from '../../kit/Icon.tsx'
import { useWords } from '../words.ts'
import { FinderSheet } from './FinderSheet.tsx'

const OpenContext = createContext<() => void>(() => undefined)

/** Holds the one finder of the office and the key that opens it from anywhere. */
export function FinderProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
  return (
    <OpenContext value={() => setOpen(true)}>
      {children}
      {open && <FinderSheet onClose={() => setOpen(false)} />}
    </OpenContext>
  )
}

/** What looks like a search field and opens the finder. */
export function FinderButton() {
  const w = useWords()
  const open = useContext(OpenContext)
  return (
    <Pressable
      onPress={open}
      aria-keyshortcuts="Meta+K Control+K"
      className="ui ml-auto flex h-10 w-11 shrink-0 items-center justify-center gap-2 rounded-6 border border-control bg-surface px-2 text-14 text-ink-3 hover:bg-sunk desk:w-80 desk:justify-start desk:px-3"
    >
      <Icon name="search" size={18} />
      <span className="sr-only grow truncate text-left desk:not-sr-only">{w.findAnything}</span>
      <kbd className="hidden rounded-6 border border-line bg-sunk px-1.5 font-sans text-12 desk:block">⌘K</kbd>
    </Pressable>
  )
}
