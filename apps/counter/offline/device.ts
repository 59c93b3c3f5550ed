import { till } from './db.ts'

type Facts = {
  get(name: 'device' | 'till_key'): Promise<unknown>
  put(value: string, name: 'device' | 'till_key'): unknown
}

/** This device's own name, made once: inside the transaction of whoever needs it. */
export function deviceIn(facts: Facts): Promise<string> {
  return madeOnce(facts, 'device', 4)
}

async function madeOnce(facts: Facts, name: 'device' | 'till_key', bytes: number): Promise<string> {
  const known = await facts.get(name)
  if (typeof known === 'string') return known
  const made = Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
  await facts.put(made, name)
  return made
}

/** The name under which this till sells and its drawer is opened, and the key by which it proves to be that till. */
export async function ownTill(): Promise<{ device_id: string; key: string }> {
  const tx = (await till()).transaction('facts', 'readwrite', { durability: 'strict' })
  const device_id = await deviceIn(tx.store as never)
  const key = await madeOnce(tx.store as never, 'till_key', 24)
  await tx.done
  return { device_id, key }
}

export async function ownDevice(): Promise<string> {
  return (await ownTill()).device_id
}
