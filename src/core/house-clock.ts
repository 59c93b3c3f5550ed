/**
 * The clock of a house that is not in production: it may be moved on, and every process on the same database follows within
 * half a second. What the town does happens at the town's own moments, while everyone else's clock runs on.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { one, type Pool, sql, type Tx } from '#core/database'
import { putSetting } from '#core/settings'
import { clock, setClock } from '#core/time'

const key = 'core.clock_offset_ms'
const poll_ms = 500
/** After so long every process stands where the clock was moved to. */
export const followed_ms = 600
const moment = new AsyncLocalStorage<number>()
let offset_ms = 0

/** Do some work as if it were this moment; nobody else's clock is touched. */
export function at<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return moment.run(ms, work)
}

/** Let this process's clock stand where the house's does. */
export async function applyHouseClock(db: Pool): Promise<void> {
  const kept = await one<{ value: number }>(db, sql`select value from core.setting where key = ${key}`)
  shift(kept?.value ?? 0)
}

/** Stand where the house's clock does and go wherever any process moves it; returns how to stop. */
export async function followHouseClock(db: Pool): Promise<() => Promise<void>> {
  await applyHouseClock(db)
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= applyHouseClock(db)
      // A database that is away: time goes on.
      .catch(() => {})
      .finally(() => {
        looking = undefined
      })
  }, poll_ms)
  return async () => {
    clearInterval(timer)
    await looking
  }
}

/** Move the house's clock to a moment: this process at once, the others within half a second. */
export async function moveHouseClock(tx: Tx, to_ms: number, changed_by: string): Promise<void> {
  const next = to_ms - (clock.ms() - offset_ms)
  await putSetting(tx, key, next, changed_by)
  tx.afterCommit(() => shift(next))
}

function shift(next: number): void {
  offset_ms = next
  setClock(() => moment.getStore() ?? Date.now() + offset_ms)
}
