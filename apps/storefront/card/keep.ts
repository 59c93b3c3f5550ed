import { useEffect, useState } from 'react'
import type { Card, Loyalty } from '../../kit/shapes.ts'

type Kept = { card: Card | null; loyalty: Loyalty | null }
const SHELF = 'engawa_card'

/** The card as last seen, so that it opens without a signal; what the server says now always wins. */
export function useCard(fresh: Kept): Kept {
  const [kept, setKept] = useState<Kept>(fresh)
  useEffect(() => {
    if (fresh.card) localStorage.setItem(SHELF, JSON.stringify(fresh))
    else if (navigator.onLine) localStorage.removeItem(SHELF)
    const shelf = fresh.card ? null : localStorage.getItem(SHELF)
    setKept(shelf ? (JSON.parse(shelf) as Kept) : fresh)
  }, [fresh])
  return kept
}
