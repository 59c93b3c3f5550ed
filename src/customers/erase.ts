import { type Db, one, only, sql, type Tx } from '#core/database'
import { forgetKeys } from './keys.ts'
import { forgetProfiles } from './profiles.ts'

/** Destroy the keys of these profiles and all that finds them; how many were not erased before. Their rows stay, unlinked. */
export async function erase(tx: Tx, profile_ids: readonly string[], at: string): Promise<number> {
  const { erased } = await only<{ erased: number }>(
    tx,
    sql`select customers.erase(${profile_ids}::uuid[], ${at}) as erased`,
  )
  forgetProfiles(tx, profile_ids)
  forgetKeys(profile_ids)
  tx.afterCommit(() => forgetKeys(profile_ids))
  return erased
}

/** Whether this profile was erased: nothing can be sealed for it any more. */
export async function isErased(db: Db, profile_id: string): Promise<boolean> {
  const found = await one(
    db,
    sql`select from customers.profile where profile_id = ${profile_id} and erased_at is not null`,
  )
  return found !== undefined
}
