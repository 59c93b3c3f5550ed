import { lazy, Suspense, useEffect, useState } from 'react'
import { useShop } from '../shop.ts'

const Asking = lazy(() => import('./Asking.tsx'))
export const reopening = 'engawa:consent'

/** Asks for her agreement when the page is there and quiet; again whenever she wants to look at it. */
export function Consent() {
  const shop = useShop()
  const undecided = shop?.agreed === null
  const tags = shop?.tags ?? false
  const [state, setState] = useState<'quiet' | 'ask' | 'again'>('quiet')
  useEffect(() => {
    const again = () => setState('again')
    addEventListener(reopening, again)
    // Tags of others find what stands before they run.
    if (tags) void import('./decide.ts').then(({ greetTags }) => greetTags())
    return () => removeEventListener(reopening, again)
  }, [tags])
  useEffect(() => {
    if (!undecided) return
    const calm = setTimeout(() => setState((now) => (now === 'quiet' ? 'ask' : now)), 600)
    return () => clearTimeout(calm)
  }, [undecided])
  if (state === 'quiet') return null
  return (
    <Suspense fallback={null}>
      <Asking again={state === 'again'} onDone={() => setState('quiet')} />
    </Suspense>
  )
}
