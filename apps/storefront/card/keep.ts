import { useEffect, useState } from 'react'
import type { Card, Points } from '../../kit/shapes.ts'
import { SHELF } from '../offline.ts'

type Fresh = { card: Card | null; points: Points | null }
/** The card and how far this device's clock was from the server's when it came. */
export type Kept = Fresh & { clock_error_ms: number }

/** The card as last seen, so that it opens without a signal; what the server says now always wins. */
export function useCard(fresh: Fresh): Kept {
  const [kept, setKept] = useState<Kept>({ ...fresh, clock_error_ms: 0 })
  useEffect(() => {
    if (fresh.card) {
      const known = { ...fresh, clock_error_ms: Date.parse(fresh.card.server_time) - Date.now() }
      localStorage.setItem(SHELF, JSON.stringify(known))
      setKept(known)
      return
    }
    if (navigator.onLine) localStorage.removeItem(SHELF)
    const shelf = localStorage.getItem(SHELF)
    setKept(shelf ? (JSON.parse(shelf) as Kept) : { ...fresh, clock_error_ms: 0 })
  }, [fresh])
  return kept
}
