import { newKey, take } from '../kit/client.ts'
import { api } from './api.ts'
import { agreedIn, keepAgreed, saysNo } from './consent/agreed.ts'

type Event =
  | 'Products Searched'
  | 'Product List Viewed'
  | 'Product Viewed'
  | 'Product Added'
  | 'Cart Viewed'
  | 'Checkout Started'
type Told = { event: Event; message_id: string; timestamp: string; properties: Record<string, unknown> }

const pause_ms = 800
let waiting: Told[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Queue an event; those of a moment go together, and what waits when she leaves goes with her. */
export function send(event: string, properties: Record<string, unknown>, timestamp: string): void {
  waiting.push({ event: event as Event, message_id: newKey(), timestamp, properties })
  timer ??= setTimeout(flush, pause_ms)
}

addEventListener('pagehide', () => void flush())

async function flush(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const events = waiting
  waiting = []
  const agreed = agreedIn(document.cookie)
  // Withdrawn since: nothing of it leaves.
  if (events.length === 0 || !agreed?.personalise) return
  const body = { agreed: { ...agreed, ads: agreed.ads && !saysNo() }, events: events.slice(-50) }
  const answer = await take(api.POST('/v1/collection/browsing', { body, keepalive: true })).catch(() => null)
  if (answer?.agreed === false) keepAgreed({ ...agreed, personalise: false })
}
