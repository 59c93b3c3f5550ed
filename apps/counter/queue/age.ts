import { useEffect, useState } from 'react'
import { nowMs } from '../../kit/clock.ts'
import type { Order } from '../../kit/shapes.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'
import { promiseOf } from './orders.ts'

type Age = { tone: 'late' | 'soon' | 'calm' | 'ready'; words: string; promise: string }

const MINUTE_MS = 60_000
const SOON_MINUTES = 30
const SOON_AHEAD_MINUTES = 5
const DAY_MINUTES = 1440

/** How an order stands against its promise, in colour and in words. */
export function useAge(order: Order): Age {
  const w = useWords()
  const { place } = useTill()
  const promise = promiseOf(order, place)
  const { minutes, words } = useMinutesTo(promise)
  if (order.state === 'ready' && order.way === 'order_ahead') return { tone: 'ready', words: w.laneReady, promise }
  if (minutes < 0) return { tone: 'late', words, promise }
  if (order.state === 'ready') {
    const ending = minutes < DAY_MINUTES
    return { tone: ending ? 'soon' : 'ready', words: ending ? words : w.laneReady, promise }
  }
  const soon = order.way === 'order_ahead' ? SOON_AHEAD_MINUTES : SOON_MINUTES
  return { tone: minutes <= soon ? 'soon' : 'calm', words, promise }
}

/** How long until something set aside goes back. */
export function useHoldAge(expires_at: string): Age {
  const { minutes, words } = useMinutesTo(expires_at)
  return { tone: minutes < 0 ? 'late' : minutes < DAY_MINUTES ? 'soon' : 'calm', words, promise: expires_at }
}

function useMinutesTo(promise: string): { minutes: number; words: string } {
  const w = useWords()
  const now = useNow()
  const minutes = Math.round((Date.parse(promise) - now) / MINUTE_MS)
  const span = (amount: number) =>
    amount < 60
      ? w.minutes(`${amount}`)
      : amount < DAY_MINUTES
        ? w.hours(`${Math.floor(amount / 60)}`)
        : w.days(`${Math.floor(amount / DAY_MINUTES)}`)
  return { minutes, words: minutes < 0 ? w.late(span(-minutes)) : w.inTime(span(minutes)) }
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
