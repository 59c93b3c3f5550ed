import { type Db, only, sql } from '#core/database'
import { refuse } from '#core/problem'

const cache_ms = 1_000
const cache_size = 20_000
const cache = new Map<string, { profile_ids: string[]; until: number }>()

/** All profiles of the customer this profile belongs to; itself alone when unknown. At most a second old. */
export async function profilesOf(db: Db, profile_id: string): Promise<string[]> {
  const known = cache.get(profile_id)
  if (known && known.until > Date.now()) return known.profile_ids
  const { profile_ids } = await only<{ profile_ids: string[] }>(
    db,
    sql`select customers.profiles_of(${profile_id}) as profile_ids`,
  )
  if (cache.size >= cache_size) cache.delete(cache.keys().next().value as string)
  cache.set(profile_id, { profile_ids, until: Date.now() + cache_ms })
  return profile_ids
}

/** The customer a profile belongs to now; refuses (404) an unknown profile. */
export async function customerOf(db: Db, profile_id: string): Promise<string> {
  const { customer_id } = await only<{ customer_id: string | null }>(
    db,
    sql`select customers.customer_of(${profile_id}) as customer_id`,
  )
  return customer_id ?? refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
}

/** Let go of what was remembered about profiles that moved. */
export function forgetProfiles(profile_ids: readonly string[]): void {
  for (const [profile_id, known] of cache)
    if (profile_ids.includes(profile_id) || known.profile_ids.some((one) => profile_ids.includes(one))) cache.delete(profile_id)
}
