import { Refused } from '../../kit/problem.ts'
import { isConnected } from './connection.ts'
import { fact, keepFact } from './db.ts'
import type { Facts } from './shapes.ts'

/** What the house says now, kept; while it is silent, what it said last. */
export async function kept<Name extends keyof Facts>(
  name: Name,
  ask: () => Promise<Facts[Name]>,
): Promise<Facts[Name]> {
  const before = isConnected() ? undefined : await fact(name)
  if (before !== undefined) return before
  try {
    const said = await ask()
    await keepFact(name, said)
    return said
  } catch (thrown) {
    const last = thrown instanceof Refused && thrown.status === 0 ? await fact(name) : undefined
    if (last !== undefined) return last
    throw thrown
  }
}
