import { type Db, rows, sql } from '#core/database'
import { gathered } from '#core/gather'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'
import { type DataKey, unwrap } from '#core/secret'

const cache = kept<DataKey>({ ttl_ms: 60_000, max: 5_000 })

const look = gathered<{ wrapped_key: Buffer | null }>(async (db, profile_ids) => {
  const found = await rows<{ profile_id: string; wrapped_key: Buffer | null }>(
    db,
    sql`select profile_id, wrapped_key from customers.wrapped_keys(${profile_ids}::uuid[])`,
  )
  return new Map(found.map((row) => [row.profile_id, row]))
})

/** The data key of a profile. Refuses (410) when it was destroyed. At most 5,000 are kept unwrapped, for a minute each. */
export async function keyOf(db: Db, profile_id: string): Promise<DataKey> {
  const known = cache.get(profile_id)
  if (known) return known
  // A function of its own right: a key (wrapped) is needed to seal before any transaction knows who acts.
  const row = (await look(db, [profile_id])).get(profile_id)
  if (!row) return refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
  return keep(profile_id, row.wrapped_key)
}

/** Unwrap and remember a key that came with its row. */
export function keep(profile_id: string, wrapped: Buffer | null): DataKey {
  if (!wrapped)
    return refuse('customers.erased', 410, 'このお客さまの情報は消去されました。', 'This customer was erased.')
  const key = unwrap(wrapped)
  cache.set(profile_id, key)
  return key
}

/** Let go of unwrapped keys: their owner is being forgotten. Other processes do within a minute. */
export function forgetKeys(profile_ids: readonly string[]): void {
  for (const profile_id of profile_ids) cache.delete(profile_id)
}
