import { useEffect, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Icon } from '../../kit/Icon.tsx'
import { useAccountWords } from './accountWords.ts'

/** Browsers that offer to install say so once; the event is kept until she presses. */
type Offer = Event & { prompt(): Promise<unknown> }

let offered: Offer | null = null
if (typeof window !== 'undefined')
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offered = event as Offer
    window.dispatchEvent(new Event('engawa-installable'))
  })

/** The card on the home screen: one press where the browser can, words where it cannot; nothing once it is there. */
export function Install() {
  const w = useAccountWords()
  const [way, setWay] = useState<'press' | 'words' | null>(null)
  useEffect(() => {
    const look = () => {
      const there = matchMedia('(display-mode: standalone)').matches
      const apple = /iPhone|iPad/.test(navigator.userAgent)
      setWay(there ? null : offered ? 'press' : apple ? 'words' : null)
    }
    look()
    window.addEventListener('engawa-installable', look)
    return () => window.removeEventListener('engawa-installable', look)
  }, [])
  if (!way) return null
  return (
    <section className="flex flex-wrap items-center gap-3 rounded-12 border border-line bg-surface p-4">
      <Icon name="mobile" className="text-indigo" />
      <span className="ui min-w-48 grow text-14">
        <b className="block">{w.installTitle}</b>
        <span className="text-12 text-ink-2">{way === 'press' ? w.installText : w.installIos}</span>
      </span>
      {way === 'press' && (
        <Button
          look="outline"
          onPress={() => {
            void offered?.prompt()
            offered = null
            setWay(null)
          }}
        >
          {w.install}
        </Button>
      )}
    </section>
  )
}
