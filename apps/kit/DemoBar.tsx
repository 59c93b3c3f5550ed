import { useEffect, useState } from 'react'
import { Button as Pressable } from 'react-aria-components'
import { Button } from './Button.tsx'
import { DemoSheet } from './DemoSheet.tsx'
import { becomePerson, type Demo, demoNow } from './demo.ts'
import { fullDay } from './format.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kitWords.ts'
import { useLang } from './words.ts'

type Props = { kind: 'member' | 'staff'; name: string | null; look: 'strip' | 'pill' }

const PREPARING_MS = 5000

/** Who am I, which day is it, start over: only where the server says that it is a demo. */
export function DemoBar({ kind, name, look }: Props) {
  const w = useKitWords()
  const lang = useLang()
  const demo = useDemo()
  const [open, setOpen] = useState(false)
  useAskedPerson(kind, demo)
  if (!demo) return null
  const made = demo.preparing === null ? null : w.demoPreparing(String(Math.round(demo.preparing * 100)))
  return (
    <>
      {look === 'strip' ? (
        <Pressable
          onPress={() => setOpen(true)}
          className="ui flex h-8 w-full items-center justify-center gap-2 bg-wood-tint px-4 text-12 text-wood outline-offset-[-2px]"
        >
          <span className="font-bold">{w.demo}</span>
          <span className="figures">{made ?? fullDay(demo.now, lang)}</span>
          <span className="truncate">{name ?? w.demoGuest}</span>
          <Icon name="down" size={14} />
        </Pressable>
      ) : (
        <Button look="quiet" className="!bg-wood-tint !px-3 !text-12 !text-wood" onPress={() => setOpen(true)}>
          {w.demo} {made}
          <Icon name="down" size={14} />
        </Button>
      )}
      <DemoSheet demo={demo} kind={kind} name={name} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

/** The demo as it stands, asked again while its week is still being made. */
function useDemo(): Demo | null {
  const [demo, setDemo] = useState<Demo | null>(null)
  const making = demo?.preparing !== null && demo !== null
  useEffect(() => {
    demoNow().then(setDemo, () => undefined)
    if (!making) return
    const timer = setInterval(() => demoNow().then(setDemo, () => undefined), PREPARING_MS)
    return () => clearInterval(timer)
  }, [making])
  return demo
}

/** A second window is opened as somebody: `?as=member:…` signs that person in once, then leaves the address clean. */
function useAskedPerson(kind: Props['kind'], demo: Demo | null): void {
  useEffect(() => {
    const clean = new URL(location.href)
    const asked = clean.searchParams.get('as')
    if (!demo || !asked?.startsWith(`${kind}:`)) return
    const place_id = clean.searchParams.get('place')
    // biome-ignore lint/suspicious/noDocumentCookie: the shop of the race is this window's shop; the server renders by this cookie
    if (place_id) document.cookie = `engawa_place=${encodeURIComponent(place_id)}; path=/; max-age=86400; samesite=lax`
    clean.searchParams.delete('as')
    clean.searchParams.delete('place')
    becomePerson(kind, asked.slice(kind.length + 1)).then(
      () => location.replace(clean),
      () => undefined,
    )
  }, [kind, demo])
}
