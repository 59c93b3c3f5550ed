import { useEffect, useState } from 'react'
import { nowMs } from '../../kit/clock.ts'

/** The counter at which she stands, as its code said. */
export type AtCounter = { code: string; name: string; name_en: string | null }

const KEPT = 'engawa_gift_counter'
const LASTS_MS = 2 * 3_600_000

/** Remember it in this window, for as long as she may be shopping. */
export function stayAt(counter: AtCounter): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ ...counter, until: nowMs() + LASTS_MS }))
}

/** At which counter this window buys gifts; null before the browser has told, and where none was scanned. */
export function useAtCounter(): AtCounter | null {
  const [counter, setCounter] = useState<AtCounter | null>(null)
  useEffect(() => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as (AtCounter & { until: number }) | null
    setCounter(kept && kept.until > nowMs() ? kept : null)
  }, [])
  return counter
}
