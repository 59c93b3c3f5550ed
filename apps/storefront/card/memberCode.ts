import type { Card } from '../../kit/shapes.ts'

/** Milliseconds until the code changes. */
export function msToNext(card: Card, now_ms: number): number {
  const step = card.step_seconds * 1000
  return step - (now_ms % step)
}

/** The text of the QR for this moment: handle, step, and a proof made with the card's own secret. */
export async function memberCode(card: Card, now_ms: number): Promise<string> {
  const step = Math.floor(now_ms / (card.step_seconds * 1000))
  const bytes = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', bytes.encode(card.secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, bytes.encode(`${card.handle}.${step}`))
  return `${card.handle}.${step}.${Array.from(new Uint8Array(mac).slice(0, 5), (b) => b.toString(16).padStart(2, '0')).join('')}`
}
