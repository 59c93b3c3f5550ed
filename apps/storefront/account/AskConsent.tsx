import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { Button } from '../../kit/Button.tsx'
import { keyed, take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Purpose } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import { api } from '../api.ts'
import { useAccountWords } from './accountWords.ts'
import { Consents, type Said, saidKey } from './Consents.tsx'

/** Asked once, plainly, right after joining; what is not ticked is recorded as a no. */
export function AskConsent({ onDone }: { onDone: () => Promise<void> }) {
  const w = useAccountWords()
  const text = useText()
  const [purposes, setPurposes] = useState<Purpose[] | null>(null)
  const [said, setSaid] = useState<Said>({})
  const load = useAct(async () => {
    setPurposes((await take(api.GET('/v1/consent/purposes'))).items)
  })
  const { run } = load
  useEffect(() => void run(), [run])
  const done = useAct(async (key) => {
    const decisions = (purposes ?? []).flatMap(({ purpose, channels, required, wording }) =>
      channels.map((channel) => ({
        purpose,
        channel,
        granted: required || (said[saidKey(purpose, channel)] ?? false),
        ...(wording && { wording_version: wording.version }),
      })),
    )
    if (decisions.length > 0)
      await take(api.POST('/v1/consent/decisions', { body: { source: 'sign_up', decisions }, ...keyed(key) }))
    await onDone()
  })
  const refused = done.refused ?? load.refused
  return (
    <section className="grid gap-4">
      <header>
        <h2 className="text-18">{w.consentTitle}</h2>
        <p className="text-14 text-ink-2">{w.consentText}</p>
      </header>
      {purposes ? (
        <Consents
          purposes={purposes}
          said={said}
          onSay={({ purpose }, channel, granted) =>
            setSaid((before) => ({ ...before, [saidKey(purpose, channel)]: granted }))
          }
        />
      ) : (
        <Skeleton className="h-96" />
      )}
      {refused && <Notice tone="refused">{text(refused.text)}</Notice>}
      <Button size="main" isDisabled={!purposes || done.busy} onPress={() => done.run()}>
        {w.consentDone}
      </Button>
    </section>
  )
}
