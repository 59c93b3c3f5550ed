import { system } from '#core/actor'
import { type Db, only, type Pool, sql, transaction } from '#core/database'
import { addDays, clock } from '#core/time'

/** Make the months' partitions between two dates (YYYY-MM-DD) ahead of the events; returns how many were made. */
export async function ensureMonths(db: Db, from: string, to: string): Promise<number> {
  const made = await only<{ made: number }>(db, sql`select activity.ensure_months(${from}, ${to}) as made`)
  return made.made
}

/** Partitions from last month to a quarter ahead. */
export async function monthsAhead(db: Pool): Promise<void> {
  const today = clock.iso().slice(0, 10)
  await transaction(db, system, (tx) => ensureMonths(tx, addDays(today, -31), addDays(today, 92)))
}
