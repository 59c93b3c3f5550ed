import { useEffect, useState } from 'react'
import { useAct } from '../../kit/act.ts'
import { take } from '../../kit/client.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import type { Purpose } from '../../kit/shapes.ts'
import { api } from '../api.ts'
import { useConsentWords } from './consentWords.ts'
import { asked } from './decide.ts'
import { Question } from './Question.tsx'

type Props = { again: boolean; onDone: () => void }

/** The question with the words in force: below the page for who has not answered yet, in a sheet for who looks at it again. */
export default function Asking({ again, onDone }: Props) {
  const w = useConsentWords()
  const [purposes, setPurposes] = useState<Purpose[] | null>(null)
  const load = useAct(async () => {
    const { items } = await take(api.GET('/v1/consent/purposes'))
    setPurposes(items.filter(({ purpose }) => asked.some((each) => each === purpose)))
  })
  const { run } = load
  useEffect(() => void run(), [run])
  const question = purposes && <Question purposes={purposes} apart={again} onDone={onDone} />
  if (again)
    return (
      <Sheet title={w.title} open onClose={onDone}>
        {question ?? <Skeleton className="h-64" />}
      </Sheet>
    )
  // Without its words nothing may be asked; it is asked on the next page.
  if (!question) return null
  return (
    <section
      aria-label={w.title}
      className="fixed inset-x-0 bottom-[4.75rem] z-20 border-t border-line bg-surface px-4 pt-4 pb-6 shadow-lift desk:inset-x-auto desk:right-6 desk:bottom-6 desk:w-[26rem] desk:rounded-12 desk:border desk:pb-4"
    >
      <h2 className="mb-2 text-16">{w.title}</h2>
      {question}
    </section>
  )
}
