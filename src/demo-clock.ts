/** The demo's calendar: "next day" moves the clock on, and it stays there when the demo is started again. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { putSetting, setting } from '#core/settings'
import { addDays, clock, instant, local, setClock, shiftClock } from '#core/time'

const zone = 'Asia/Tokyo'
const key = 'demo.clock_offset_ms'

/** Let this process's clock stand where the demo's does. */
export async function applyDemoClock(db: Pool): Promise<void> {
  const offset_ms = await setting<number>(db, key, 0)
  if (offset_ms === 0) setClock()
  else shiftClock(offset_ms)
}

/** Move to nine in the morning some days on; returns the new time. */
export async function moveDays(db: Pool, days: number): Promise<string> {
  const now = clock.ms()
  const morning = instant(addDays(local(clock.now(), zone).date, days), '09:00', zone).getTime()
  const offset_ms = morning - now + (await setting<number>(db, key, 0))
  await transaction(db, system, (tx) => putSetting(tx, key, offset_ms, 'demo'))
  shiftClock(offset_ms)
  return clock.iso()
}

/** The demo's date in Japan. */
export function demoToday(): string {
  return local(clock.now(), zone).date
}
