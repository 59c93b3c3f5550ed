/** The demo's calendar: "next day" moves the clock of the whole house on, and there it stays when the demo is started again. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { moveHouseClock } from '#core/house-clock'
import { addDays, clock, instant, local } from '#core/time'

const zone = 'Asia/Tokyo'

/** Move to nine in the morning some days on. */
export function moveDays(db: Pool, days: number): Promise<void> {
  const morning = instant(addDays(demoToday(), days), '09:00', zone).getTime()
  return transaction(db, system, (tx) => moveHouseClock(tx, morning, 'demo'))
}

/** The demo's date in Japan. */
export function demoToday(): string {
  return local(clock.now(), zone).date
}
