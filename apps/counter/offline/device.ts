import { till } from './db.ts'

/** This device's own name, made once: inside the transaction of whoever needs it. */
export async function deviceIn(facts: {
  get(name: 'device'): Promise<unknown>
  put(value: string, name: 'device'): unknown
}) {
  const known = await facts.get('device')
  if (typeof known === 'string') return known
  const bytes = crypto.getRandomValues(new Uint8Array(4))
  const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
  await facts.put(made, 'device')
  return made
}

/** The name under which this till sells and under which its drawer is opened. */
export async function ownDevice(): Promise<string> {
  const tx = (await till()).transaction('facts', 'readwrite')
  const device = await deviceIn(tx.store as never)
  await tx.done
  return device
}
