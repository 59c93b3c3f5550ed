import { run, sql, type Tx } from '#core/database'
import { forget } from './sessions.ts'

/** Take every way in from these people: sessions and passkeys. Who looked at them stays on record. */
export async function forgetPerson(tx: Tx, profile_ids: readonly string[]): Promise<void> {
  await run(tx, sql`delete from access.session where profile_id = any (${profile_ids}::uuid[])`)
  await run(tx, sql`delete from access.passkey where profile_id = any (${profile_ids}::uuid[])`)
  tx.afterCommit(() => forget((actor) => profile_ids.includes(actor.profile_id ?? '')))
}
