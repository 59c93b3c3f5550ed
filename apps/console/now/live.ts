import { useEffect, useRef, useState } from 'react'
import type { TimelineEvent } from '../../kit/shapes.ts'

/** A minute of a busy town. */
const KEPT = 3600
const TAKE_MS = 500
const MINUTE_MS = 60_000

export type Live = {
  /** Newest first, of the last minutes. */
  events: TimelineEvent[]
  connected: boolean
  paused: boolean
  held: number
  setPaused: (paused: boolean) => void
}

/** The timeline as it happens, over one stream; pausing holds the screen still while nothing is lost. */
export function useLive(onEvents: (events: TimelineEvent[]) => void): Live {
  const [events, setEvents] = useState<TimelineEvent[]>([])
  const [connected, setConnected] = useState(false)
  const [paused, pause] = useState(false)
  const [held, setHeld] = useState(0)
  const waiting = useRef<TimelineEvent[]>([])
  const arrived = useRef<TimelineEvent[]>([])
  const still = useRef(false)
  const heard = useRef(onEvents)
  heard.current = onEvents
  useEffect(() => {
    // A stream can set no header: it names its face in the address.
    const source = new EventSource('/v1/events/stream?face=console')
    source.addEventListener('open', () => setConnected(true))
    source.addEventListener('error', () => setConnected(false))
    source.addEventListener('events', (message) => {
      const { events: fresh } = JSON.parse(message.data) as { events: TimelineEvent[] }
      if (still.current) {
        waiting.current = [...waiting.current, ...fresh].slice(-KEPT)
        setHeld(waiting.current.length)
        return
      }
      arrived.current.push(...fresh)
    })
    // At thousands a minute the screen would do nothing but write itself anew: it takes over what came, twice a second.
    const timer = setInterval(() => {
      const fresh = arrived.current.splice(0)
      if (fresh.length === 0) return
      heard.current(fresh)
      setEvents((before) => [...fresh.toReversed(), ...before].slice(0, KEPT))
    }, TAKE_MS)
    return () => {
      source.close()
      clearInterval(timer)
    }
  }, [])
  const setPaused = (wanted: boolean) => {
    still.current = wanted
    pause(wanted)
    if (wanted || waiting.current.length === 0) return
    const fresh = waiting.current.splice(0)
    setHeld(0)
    heard.current(fresh)
    setEvents((before) => [...fresh.toReversed(), ...before].slice(0, KEPT))
  }
  return { events, connected, paused, held, setPaused }
}

/** Those of the last minute by the server's own stamps; the newest event is the clock, so a wrong local one does not matter. */
export function lastMinute(events: readonly TimelineEvent[]): TimelineEvent[] {
  const newest = events[0] ? Date.parse(events[0].received_at) : 0
  return events.filter((event) => newest - Date.parse(event.received_at) < MINUTE_MS)
}
