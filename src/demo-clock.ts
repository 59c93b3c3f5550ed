/**
 * The demo's calendar. "Next day" moves the clock on, and there it stays when the demo is started again; what the town
 * does happens at the town's own moments, while everyone else's clock runs on.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { putSetting, setting } from '#core/settings'
import { addDays, clock, instant, local, setClock } from '#core/time'

const zone = 'Asia/Tokyo'
const key = 'demo.clock_offset_ms'
const moment = new AsyncLocalStorage<number>()

/** Let this process's clock stand where the demo's does. */
export async function applyDemoClock(db: Pool): Promise<void> {
  shift(await setting<number>(db, key, 0))
}

/** Do some work as if it were this moment; nobody else's clock is touched. */
export function at<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return moment.run(ms, work)
}

/** Move to nine in the morning some days on. */
export async function moveDays(db: Pool, days: number): Promise<void> {
  const morning = instant(addDays(demoToday(), days), '09:00', zone).getTime()
  const offset_ms = morning - clock.ms() + (await setting<number>(db, key, 0))
  await transaction(db, system, (tx) => putSetting(tx, key, offset_ms, 'demo'))
  shift(offset_ms)
}

/** The demo's date in Japan. */
export function demoToday(): string {
  return local(clock.now(), zone).date
}

function shift(offset_ms: number): void {
  setClock(() => moment.getStore() ?? Date.now() + offset_ms)
}
