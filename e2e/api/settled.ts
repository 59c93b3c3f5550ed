import { only, sql } from '../../src/core/database.ts'
import type { Shop } from './app.ts'

/** Wait until everything that follows from what has happened is done. */
export async function settled({ db }: Pick<Shop, 'db'>, patience_ms = 30_000): Promise<void> {
  const late = performance.now() + patience_ms
  for (;;) {
    const { left } = await only<{ left: number }>(db, sql`select count(*) as left from activity.pending`)
    if (left === 0) return
    if (performance.now() > late) throw new Error(`${left} reactions left`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
