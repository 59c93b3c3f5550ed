import { useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { Check } from '../../kit/Check.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { forgetCard } from '../card/shelf.ts'
import { forgetCardPage } from '../offline.ts'
import { AgainFirst } from './AgainFirst.tsx'
import { useMyDataWords } from './myDataWords.ts'

/** Leaving for good: what goes, what the law keeps without her, and a yes of her own before it can be pressed. */
export function Leave({ profile_id }: { profile_id: string }) {
  const w = useMyDataWords()
  const text = useText()
  const [sure, setSure] = useState(false)
  const leave = useAct(async (key) => {
    await take(api.POST('/v1/privacy/me/erasures', { body: { confirm: profile_id }, ...keyed(key) }))
    forgetCard()
    await forgetCardPage()
    // Nothing of her stays in this window either.
    location.replace('/')
  })
  return (
    <details className="border-t border-line pt-2 text-14">
      <summary className="ui min-h-11 cursor-pointer content-center font-bold">{w.leave}</summary>
      <div className="grid gap-3 pb-4">
        <p>{w.leaveText}</p>
        <ul className="list-disc pl-5 text-ink-2">
          {[w.leaveGone, w.leavePoints, w.leaveStays, w.leaveWaits].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Check checked={sure} onChange={setSure}>
          {w.leaveSure}
        </Check>
        {leave.refused && <Notice tone="refused">{text(leave.refused.text)}</Notice>}
        {leave.refused?.code === 'access.fresh_sign_in' && <AgainFirst />}
        <Button
          look="outline"
          className="justify-self-start !text-vermilion"
          isDisabled={!sure || leave.busy}
          onPress={() => leave.run()}
        >
          {w.leaveAct}
        </Button>
      </div>
    </details>
  )
}
