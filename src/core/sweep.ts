import { type Pool, run, sql } from '#core/database'

/** Forget kept answers whose time is over; returns how many. */
export function tick(db: Pool, now: string): Promise<number> {
  return run(
    db,
    sql`delete from core.idempotency where (scope, key) in
        (select scope, key from core.idempotency where expires_at <= ${now} order by expires_at limit 1000)`,
  )
}
