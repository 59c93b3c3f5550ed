import { system } from '../../src/core/actor.ts'
import { rows, sql, transaction } from '../../src/core/database.ts'
import type { Shop } from './app.ts'

/** What the timeline tells of a person, at once (the API follows the log a few seconds behind); types in order of the alphabet. */
export function eventsOf(shop: Shop, profile_id: unknown): Promise<{ type: string; place_id: string | null }[]> {
  return transaction(shop.db, system, (tx) =>
    rows(tx, sql`select type, place_id from activity.event where profile_id = ${String(profile_id)} order by type`),
  )
}
