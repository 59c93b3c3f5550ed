/** What summarises a person is recomputed when she is dirty: once, however many events came. */
import { system } from '#core/actor'
import { type Pool, rows, run, sql, type Tx, transaction } from '#core/database'

/** Recompute one summary of one person; runs in a transaction with the clearing of her mark. */
export type Summary = { name: string; run(tx: Tx, profile_id: string): Promise<void> }
type Dirty = { profile_id: string; mark: number }

/** Recompute every summary of everyone marked, oldest mark first; a failure leaves the mark for the next time. */
export async function summariseAll(db: Pool, summaries: readonly Summary[]): Promise<void> {
  const failed = new Set<string>()
  for (;;) {
    const marked = await rows<Dirty>(db, sql`select profile_id, mark from activity.dirty order by marked_at limit 200`)
    const fresh = marked.filter((row) => !failed.has(row.profile_id))
    if (fresh.length === 0) break
    for (const row of fresh) {
      await summarise(db, summaries, row).catch(() => failed.add(row.profile_id))
    }
  }
  if (failed.size) throw new Error(`${failed.size} summaries failed`)
}

async function summarise(db: Pool, summaries: readonly Summary[], { profile_id, mark }: Dirty): Promise<void> {
  await transaction(db, system, async (tx) => {
    for (const summary of summaries) await summary.run(tx, profile_id)
    // A mark that grew meanwhile stays: those events came after we had read.
    await run(tx, sql`delete from activity.dirty where profile_id = ${profile_id} and mark = ${mark}`)
  })
}
