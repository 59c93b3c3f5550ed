import { useCallback, useRef, useState } from 'react'
import { newKey } from './client.ts'
import { type Refused, refusalOf } from './problem.ts'

type Act<Args extends unknown[]> = {
  run: (...args: Args) => Promise<void>
  busy: boolean
  refused: Refused | null
  clear: () => void
}

/**
 * One intention of a person. Its key stays the same while the answer is unknown, so pressing again after a lost
 * connection cannot do it twice; a clear answer, good or bad, ends it.
 */
export function useAct<Args extends unknown[]>(work: (key: string, ...args: Args) => Promise<unknown>): Act<Args> {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const key = useRef<string | null>(null)
  const running = useRef(false)
  const latest = useRef(work)
  latest.current = work
  const run = useCallback(async (...args: Args) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setRefused(null)
    key.current ??= newKey()
    try {
      await latest.current(key.current, ...args)
      key.current = null
    } catch (thrown) {
      const problem = refusalOf(thrown)
      if (!problem.passing) key.current = null
      setRefused(problem)
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { run, busy, refused, clear: useCallback(() => setRefused(null), []) }
}
