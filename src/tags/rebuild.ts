/** Everybody is looked at anew when a rule has changed, some at a time; what happens meanwhile is held against the new rule already. */
import { dirty, type Reaction } from '#activity/activity'
import { system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { noOne } from '#core/id'
import { settle } from '#tags/settle'

export const rebuildReaction: Reaction = {
  name: 'rebuild tags',
  when: ({ payload }) => payload?.state !== 'renamed',
  reach: (db) => rebuild(db),
}

const together = 200

/** Conclude everything of everybody anew; a repeat changes nothing. Says of how many something changed. */
export async function rebuild(db: Pool): Promise<number> {
  let after: string | undefined = noOne
  let changed = 0
  while (after) {
    const from: string = after
    const page: { last: string | undefined; changed: number } = await transaction(db, system, async (tx) => {
      const people = await rows<{ profile_id: string }>(
        tx,
        sql`select profile_id from (
              (select profile_id from consent.standing where purpose = 'personalise' and granted and profile_id > ${from} order by profile_id limit ${together})
              union (select profile_id from tags.standing where profile_id > ${from} order by profile_id limit ${together})) p
            order by profile_id limit ${together}`,
      )
      const ids = people.map(({ profile_id }) => profile_id)
      const turned = await settle(tx, ids)
      // Segments look at those whose tags changed.
      if (turned.length) await dirty(tx, ...turned)
      return { last: ids.at(-1), changed: turned.length }
    })
    changed += page.changed
    after = page.last
  }
  return changed
}
