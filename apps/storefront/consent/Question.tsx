import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { Notice } from '../../kit/Notice.tsx'
import type { Purpose } from '../../kit/shapes.ts'
import { useLang, useText } from '../../kit/words.ts'
import { useShop } from '../shop.ts'
import { type Agreed, agreedIn, saysNo } from './agreed.ts'
import { useConsentWords } from './consentWords.ts'
import { asked, decide } from './decide.ts'

type Props = { purposes: readonly Purpose[]; apart: boolean; onDone: () => void }

/** Yes and no in buttons alike; or each purpose by itself, in the words that are kept with her decision. */
export function Question({ purposes, apart, onDone }: Props) {
  const w = useConsentWords()
  const text = useText()
  const lang = useLang()
  const shop = useShop()
  const { revalidate } = useRevalidator()
  const [open, setOpen] = useState(apart)
  const [chosen, setChosen] = useState<Agreed>(() => agreedIn(document.cookie) ?? { personalise: false, ads: false })
  const act = useAct(async (_key, agreed: Agreed) => {
    await decide(agreed, purposes, Boolean(shop?.visiting), Boolean(shop?.tags))
    onDone()
    await revalidate()
  })
  const all = (yes: boolean) => act.run({ personalise: yes, ads: yes })
  return (
    <div className="grid gap-3">
      <p className="text-14 text-ink-2">{w.text}</p>
      {open && (
        <ul className="grid max-h-[34dvh] gap-3 overflow-y-auto border-y border-line py-3 text-14">
          <li>
            <b>{w.needed}</b>
            <p className="text-12 text-ink-2">{w.neededText}</p>
          </li>
          {purposes.map(({ purpose, name_ja, name_en, wording }) => {
            const key = asked.find((each) => each === purpose)
            if (!key) return null
            const barred = key === 'ads' && saysNo()
            return (
              <li key={purpose}>
                <b>{lang === 'en' ? name_en : name_ja}</b>
                <p className="text-12 text-ink-2">{lang === 'en' ? wording?.body_en : wording?.body_ja}</p>
                <Check
                  checked={chosen[key] && !barred}
                  disabled={barred}
                  onChange={(yes) => setChosen((before) => ({ ...before, [key]: yes }))}
                >
                  {w.agree}
                </Check>
                {barred && <p className="text-12 text-ink-2">{w.gpc}</p>}
              </li>
            )
          })}
        </ul>
      )}
      {act.refused && <Notice tone="refused">{text(act.refused.text)}</Notice>}
      <div className="grid grid-cols-2 gap-3">
        <Button look="outline" onPress={() => all(false)} isDisabled={act.busy}>
          {w.refuseAll}
        </Button>
        <Button look="outline" onPress={() => all(true)} isDisabled={act.busy}>
          {w.acceptAll}
        </Button>
        <Button look="quiet" className="col-span-2" onPress={() => (open ? act.run(chosen) : setOpen(true))}>
          {open ? w.save : w.choose}
        </Button>
      </div>
      <p className="text-12 text-ink-3">{w.later}</p>
    </div>
  )
}
