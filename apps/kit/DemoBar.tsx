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

/** Who am I, which day is it, start over: only where the server says that it is a demo. */
export function DemoBar({ kind, name, look }: Props) {
  const w = useKitWords()
  const lang = useLang()
  const [demo, setDemo] = useState<Demo | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    demoNow().then(setDemo, () => undefined)
  }, [])
  useAskedPerson(kind, demo)
  if (!demo) return null
  return (
    <>
      {look === 'strip' ? (
        <Pressable
          onPress={() => setOpen(true)}
          className="ui flex h-8 w-full items-center justify-center gap-2 bg-wood-tint px-4 text-12 text-wood outline-offset-[-2px]"
        >
          <span className="font-bold">{w.demo}</span>
          <span className="figures">{fullDay(demo.today, lang)}</span>
          <span className="truncate">{name ?? w.demoGuest}</span>
          <Icon name="down" size={14} />
        </Pressable>
      ) : (
        <Button look="quiet" className="!bg-wood-tint !px-3 !text-12 !text-wood" onPress={() => setOpen(true)}>
          {w.demo}
          <Icon name="down" size={14} />
        </Button>
      )}
      <DemoSheet demo={demo} kind={kind} name={name} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

/** A second window is opened as somebody: `?as=member:…` signs that person in once, then leaves the address clean. */
function useAskedPerson(kind: Props['kind'], demo: Demo | null): void {
  useEffect(() => {
    const asked = new URL(location.href).searchParams.get('as')
    if (!demo || !asked?.startsWith(`${kind}:`)) return
    const clean = new URL(location.href)
    clean.searchParams.delete('as')
    becomePerson(kind, asked.slice(kind.length + 1)).then(
      () => location.replace(clean),
      () => undefined,
    )
  }, [kind, demo])
}
