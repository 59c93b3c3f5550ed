import { useEffect } from 'react'
import { agreedIn } from './consent/agreed.ts'

type Properties = Record<string, unknown>

/** Tells the house what she does, in the words of Segment's e-commerce spec v2, if she agreed to it; what sends it is fetched only then. */
export function tell(event: string, properties: Properties): void {
  const at = new Date().toISOString()
  if (!agreedIn(document.cookie)?.personalise) return
  void import('./sending.ts').then(
    ({ send }) => send(event, properties, at),
    () => undefined,
  )
}

/** Tells of a page once for each `of` it shows. */
export function useTold(event: string, of: string | null, properties: () => Properties): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told follows from `of`
  useEffect(() => {
    if (of === null) return
    // After what she waits for.
    const later = setTimeout(() => tell(event, properties()), 300)
    return () => clearTimeout(later)
  }, [event, of])
}
