/** What events told of a person: her traits, and each event as it came. */
import { sealedEvent } from '#activity/activity'
import { type Db, rows, sql } from '#core/database'
import { refuse } from '#core/problem'
import { unseal } from '#customers/customers'

export type Trait = { name: string; value: unknown; occurred_at: string; profile_id: string }

/** The traits of a customer's profiles; of each name the last word, by the time of the event. The caller audits. */
export async function traits(db: Db, profile_ids: readonly string[]): Promise<Trait[]> {
  const found = await rows<{ profile_id: string; name: string; sealed: Buffer; occurred_at: string }>(
    db,
    sql`select distinct on (name) profile_id, name, sealed, occurred_at from collection.trait
        where profile_id = any (${profile_ids}::uuid[]) order by name, occurred_at desc, event_id desc`,
  )
  return Promise.all(
    found.map(async ({ sealed, ...trait }) => ({
      ...trait,
      value: (await unseal<Record<string, unknown>>(db, trait.profile_id, sealed))[trait.name],
    })),
  )
}

/** An event of hers as it came, whole. The caller audits. */
export async function original(db: Db, profile_id: string, event_id: string): Promise<Record<string, unknown>> {
  const row = await sealedEvent(db, profile_id, event_id)
  if (!row?.source.startsWith('collection:'))
    return refuse('collection.no_event', 404, 'この行動の記録はありません。', 'There is no such event.', {
      field: 'event_id',
    })
  return unseal(db, profile_id, row.sealed)
}
