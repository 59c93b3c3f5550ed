import { useEffect, useState } from 'react'
import { type Fresh, type Kept, keptCard, renewCard } from './shelf.ts'

/** The card at once, as it was given or last seen; what the server says now wins as soon as it is heard. */
export function useCard(given: Fresh): Kept {
  const [kept, setKept] = useState<Kept>({ clock_error_ms: 0, ...given })
  useEffect(() => {
    let gone = false
    const show = (known: Kept) => {
      if (!gone) setKept(known)
    }
    const before = keptCard()
    // A page kept with another person's card in it is told apart by what this device keeps.
    if (before) show(before)
    renewCard()
      .then(show)
      // No signal: what is shown is what there is.
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [])
  return kept
}
