import { useEffect, useState } from 'react'
import { nowMs } from '../../kit/clock.ts'
import type { Order } from '../../kit/shapes.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { promiseOf } from './orders.ts'

type Age = { tone: 'late' | 'soon' | 'calm' | 'ready'; words: string; promise: string }

const MINUTE_MS = 60_000
const SOON_MINUTES = 30
const DAY_MINUTES = 1440

/** How an order stands against its promise, in colour and in words. */
export function useAge(order: Order): Age {
  const w = useWords()
  const { place } = useTill()
  const now = useNow()
  const promise = promiseOf(order, place)
  const minutes = Math.round((Date.parse(promise) - now) / MINUTE_MS)
  const span = (amount: number) =>
    amount < 60
      ? w.minutes(`${amount}`)
      : amount < DAY_MINUTES
        ? w.hours(`${Math.floor(amount / 60)}`)
        : w.days(`${Math.floor(amount / DAY_MINUTES)}`)
  const words = minutes < 0 ? w.late(span(-minutes)) : w.inTime(span(minutes))
  if (minutes < 0) return { tone: 'late', words, promise }
  if (order.state === 'ready') return { tone: minutes < DAY_MINUTES ? 'soon' : 'ready', words, promise }
  return { tone: minutes <= SOON_MINUTES ? 'soon' : 'calm', words, promise }
}

/** The present, renewed four times a minute. */
export function useNow(): number {
  const [now, setNow] = useState(nowMs)
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
