import { useEffect, useRef } from 'react'
import { chime } from '../../kit/scan.ts'
import type { TimelineEvent } from '../../kit/shapes.ts'
import { useToast } from '../../kit/Toast.tsx'
import { queries } from '../api.ts'
import { answered } from '../offline/connection.ts'
import { useTill } from '../till.ts'
import { useWords } from '../words.ts'

const TYPES = [
  'order.placed',
  'order.preparing',
  'order.ready',
  'order.handed_over',
  'order.cancelled',
  'order.shipped',
]

/** What happens to this shop's orders is seen at once, and a new one is heard; looking again every while stays the truth. */
export function useLiveQueue(): void {
  const w = useWords()
  const say = useToast()
  const { place } = useTill()
  const heard = useRef<(event: TimelineEvent) => void>(() => undefined)
  heard.current = (event) => {
    answered()
    if (event.place_id !== place.place_id) return
    void queries.invalidateQueries({ queryKey: ['queue'] })
    if (event.type !== 'order.placed' || event.channel === 'till') return
    chime('call')
    say(w.newOrder)
  }
  useEffect(() => {
    // A stream can set no header: it names its face in the address.
    const source = new EventSource(`/v1/events/stream?face=counter&${TYPES.map((type) => `type=${type}`).join('&')}`)
    source.addEventListener('events', (message) => {
      for (const event of (JSON.parse(message.data) as { events: TimelineEvent[] }).events) heard.current(event)
    })
    return () => source.close()
  }, [])
}
