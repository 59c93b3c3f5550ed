import { useEffect, useState } from 'react'
import type { Order } from '../../kit/shapes.ts'
import { useWords } from '../words.ts'
import { promise } from './orders.ts'

type Age = { tone: 'late' | 'soon' | 'calm' | 'ready'; words: string }

const MINUTE = 60_000
const SOON_MINUTES = 30

/** How an order stands against its promise, in colour and in words. */
export function useAge(order: Order): Age {
  const w = useWords()
  const now = useMinute()
  const at = promise(order)
  const span = (minutes: number) =>
    minutes < 60
      ? w.minutes(`${minutes}`)
      : minutes < 1440
        ? w.hours(`${Math.floor(minutes / 60)}`)
        : w.days(`${Math.floor(minutes / 1440)}`)
  if (at === Number.MAX_SAFE_INTEGER) return { tone: order.state === 'ready' ? 'ready' : 'calm', words: w.laneReady }
  const minutes = Math.round((at - now) / MINUTE)
  if (minutes < 0) return { tone: 'late', words: w.late(span(-minutes)) }
  if (order.state === 'ready') return { tone: minutes < 1440 ? 'soon' : 'ready', words: w.inTime(span(minutes)) }
  return { tone: minutes <= SOON_MINUTES ? 'soon' : 'calm', words: w.inTime(span(minutes)) }
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
