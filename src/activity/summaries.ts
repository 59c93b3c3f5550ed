/** What summarises a person is recomputed when she is dirty: once, however many events came; many people in one trip. */
import { system } from '#core/actor'
import { type Pool, rows, run, sql, type Tx, transaction } from '#core/database'

/** Recompute one summary of these people; runs in a transaction with the clearing of their marks. */
export type Summary = { name: string; run(tx: Tx, profile_ids: readonly string[]): Promise<void> }
type Dirty = { profile_id: string; mark: number }

const together = 200

/** Recompute every summary of everyone marked, oldest mark first; a failure leaves the mark for the next time. */
export async function summariseAll(db: Pool, summaries: readonly Summary[]): Promise<void> {
  const failed = new Set<string>()
  for (;;) {
    const marked = await rows<Dirty>(
      db,
      sql`select profile_id, mark from activity.dirty where profile_id <> all (${[...failed]}::uuid[]) order by marked_at limit ${together}`,
    )
    if (marked.length === 0) break
    await summarise(db, summaries, marked).catch(async () => {
      // Whoever cannot be summarised must not keep the others waiting.
      for (const one of marked) await summarise(db, summaries, [one]).catch(() => failed.add(one.profile_id))
    })
  }
  if (failed.size) throw new Error(`${failed.size} summaries failed`)
}

async function summarise(db: Pool, summaries: readonly Summary[], marked: readonly Dirty[]): Promise<void> {
  const profile_ids = marked.map(({ profile_id }) => profile_id)
  await transaction(db, system, async (tx) => {
    for (const summary of summaries) await summary.run(tx, profile_ids)
    await run(tx, sql`select activity.clear_dirty(${profile_ids}::uuid[], ${marked.map(({ mark }) => mark)}::bigint[])`)
  })
}
