import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import { buttonClass } from '../../kit/Button.tsx'
import { take } from '../../kit/client.ts'
import { Notice } from '../../kit/Notice.tsx'
import { type Refused, refusalOf } from '../../kit/problem.ts'
import { EmptyState } from '../../kit/States.tsx'
import { useText } from '../../kit/words.ts'
import { SignIn } from '../account/SignIn.tsx'
import { useWaysWords } from '../account/waysWords.ts'
import { api } from '../api.ts'

/** Back from LINE: in, linked, or first to be known by e-mail. */
export default function LineBack() {
  const w = useWaysWords()
  const text = useText()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [unknown, setUnknown] = useState<string | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const { searchParams, pathname } = new URL(location.href)
    const body = { code: searchParams.get('code') ?? '', state: searchParams.get('state') ?? '' }
    // The code is good once: nothing of it stays in the history.
    history.replaceState(history.state, '', pathname)
    take(api.POST('/v1/customers/line-sessions', { body }))
      .then(async ({ outcome, name }) => {
        if (outcome === 'not_linked') return setUnknown(name ?? 'LINE')
        await revalidate()
        await navigate('/account', { replace: true })
      })
      .catch((thrown: unknown) => setRefused(refusalOf(thrown)))
  }, [navigate, revalidate])
  if (unknown !== null)
    return (
      <section className="mx-auto grid max-w-[40rem] grid-cols-1 gap-4 px-4 pt-4 desk:pt-8">
        <Notice tone="done">{w.lineNew(unknown)}</Notice>
        <SignIn joining={{ route: 'line' }} line />
      </section>
    )
  if (!refused) return <EmptyState icon="link" title={w.comingBack} />
  return (
    <EmptyState icon="link" tone="refused" title={w.lineAgain} text={text(refused.text)}>
      <Link to="/account" className={buttonClass()}>
        {w.back}
      </Link>
    </EmptyState>
  )
}
