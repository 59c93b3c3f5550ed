/** Takes back members who were brought in by mistake. */
import { auditAll } from '#access/access'
import { emitAll } from '#activity/activity'
import type { Actor } from '#core/actor'
import { rows, sql, type Tx } from '#core/database'
import { clock } from '#core/time'

/** Empty these members' profiles; says of each why it was kept, null when it was emptied. */
export async function unregisterMany(
  tx: Tx,
  actor: Actor,
  profile_ids: readonly string[],
): Promise<Map<string, string | null>> {
  const told = await rows<{ profile_id: string; kept: string | null }>(
    tx,
    sql`select profile_id, kept from customers.unregister_many(${profile_ids}::uuid[], ${clock.iso()})`,
  )
  const gone = told.filter(({ kept }) => kept === null).map(({ profile_id }) => profile_id)
  await auditAll(tx, actor, 'customers.unregistered', gone)
  await emitAll(
    tx,
    gone.map((profile_id) => ({
      type: 'customer.unregistered',
      profile_id,
      source: 'customers',
      message_id: `${profile_id} unregistered`,
      actor,
      payload: { reason: 'import_undone' },
      quiet: true,
    })),
  )
  return new Map(told.map(({ profile_id, kept }) => [profile_id, kept]))
}
