import { newKey } from './client.ts'
import { Refused } from './problem.ts'
import type { Text } from './words.ts'

export type DemoPerson = { kind: 'member' | 'staff'; code: string; name: string; note: Text }
export type Demo = { today: string; try_path: string; people: DemoPerson[] }

/** The demo's own doors, which exist only in a demo: nothing anywhere else. */
export async function demoNow(): Promise<Demo | null> {
  const reply = await fetch('/demo')
  return reply.ok && reply.headers.get('content-type')?.includes('json') ? ((await reply.json()) as Demo) : null
}

/** Become somebody without her mail or PIN. */
export function becomePerson(kind: DemoPerson['kind'], code: string): Promise<void> {
  return post('/demo/sign-ins', { kind, code })
}
/** Let the demo's clock run to the next morning. */
export function nextDay(): Promise<void> {
  return post('/demo/days', {})
}
/** Put everything back to the freshly made week. */
export function startOver(): Promise<void> {
  return post('/demo/resets', {})
}

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json', 'Engawa-Face': 'demo', 'Idempotency-Key': newKey() }
  const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!reply.ok) throw new Refused(reply.status, await reply.json().catch(() => null))
}
