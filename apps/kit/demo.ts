import { newKey } from './client.ts'
import { Refused } from './problem.ts'
import type { Text } from './words.ts'

export type DemoPerson = { kind: 'member' | 'staff'; code: string; name: string; note: Text }
/** `preparing` is how much of the town's week is made, as long as it is not whole. */
export type DemoScene = { name: string; ja: string; en: string; playing: boolean }
export type Demo = {
  today: string
  now: string
  preparing: number | null
  people: DemoPerson[]
  scenes: DemoScene[]
}
/** The last shirt: a shop, and two people with it in their carts. */
export type Race = { place_id: string; people: { code: string; name: string; path: string }[] }

/** The demo's own doors, which exist only in a demo: nothing anywhere else. */
export async function demoNow(): Promise<Demo | null> {
  const reply = await fetch('/v1/demo')
  return reply.ok ? ((await reply.json()) as Demo) : null
}

/** Become somebody without her mail or PIN. */
export async function becomePerson(kind: DemoPerson['kind'], code: string): Promise<void> {
  await post('/v1/demo/sign-ins', { kind, code })
}
/** Let the demo's clock run to the next morning. */
export async function nextDay(): Promise<void> {
  await post('/v1/demo/days', { days: 1 })
}
/** Let something happen in the town for a few minutes. */
export async function beginScene(scene: string): Promise<DemoScene[]> {
  return ((await post('/v1/demo/scenes', { scene })) as { scenes: DemoScene[] }).scenes
}
/** Put everything back to the freshly made week. */
export async function startOver(): Promise<void> {
  await post('/v1/demo/resets', {})
}
/** Lay out one last shirt and two people who want it. */
export async function prepareRace(): Promise<Race> {
  return (await post('/v1/demo/try/j2', {})) as Race
}

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'Engawa-Face': 'storefront', 'Idempotency-Key': newKey() }
  const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  const said: unknown = await reply.json().catch(() => null)
  if (!reply.ok) throw new Refused(reply.status, said)
  return said
}
