import type { Db } from '#core/database'
import { setting } from '#core/settings'
import { addDays, businessDate, instant } from '#core/time'
import { pointsProgramme } from '#loyalty/settings'

export type Programme = { rate_num: number; rate_den: number; expiry_days: number }

/** How points are granted: one per full ¥100 unless set otherwise; lots live `expiry_days`. */
export function programme(db: Db): Promise<Programme> {
  return setting(db, pointsProgramme)
}

/** When a lot granted now expires: midnight (shop's zone) after its last day; an exclusive bound. */
export function expiryOf(at: Date, expiry_days: number): string {
  return instant(addDays(businessDate(at), expiry_days + 1), '00:00').toISOString()
}
