import { type Db, only, rows, sql, type Tx } from '#core/database'
import { gathered } from '#core/gather'
import { kept } from '#core/kept'
import { refuse } from '#core/problem'

type Whole = { profile_ids: string[]; member: boolean }
const cache = kept<Whole>({ ttl_ms: 1_000, max: 20_000 })

/** All profiles of the customer this profile belongs to; itself alone when unknown. At most a second old. */
export async function profilesOf(db: Db, profile_id: string): Promise<string[]> {
  return (await whole(db, profile_id)).profile_ids
}

/** Whether this profile's customer is a member; false when unknown. At most a second old. */
export async function memberProfile(db: Db, profile_id: string): Promise<boolean> {
  return (await whole(db, profile_id)).member
}

/** All profiles of each member among these people, each member once. */
export async function membersAmong(db: Db, profile_ids: readonly string[]): Promise<string[][]> {
  const found = await look(db, profile_ids)
  const members = [...found.values()].filter(({ member }) => member)
  return [...new Map(members.map(({ profile_ids: all }) => [all[0], all])).values()]
}

const look = gathered<Whole>(async (db, profile_ids) => {
  const found = await rows<Whole & { profile_id: string }>(
    db,
    sql`select profile_id, profile_ids, member from customers.whole(${profile_ids}::uuid[])`,
  )
  return new Map(
    found.map(({ profile_id, profile_ids, member }) => [profile_id, { profile_ids: profile_ids.sort(), member }]),
  )
})

async function whole(db: Db, profile_id: string): Promise<Whole> {
  const known = cache.get(profile_id)
  if (known) return known
  const found = (await look(db, [profile_id])).get(profile_id) ?? { profile_ids: [profile_id], member: false }
  cache.set(profile_id, found)
  return found
}

/** The customer a profile belongs to now; refuses (404) an unknown profile. */
export async function customerOf(db: Db, profile_id: string): Promise<string> {
  const { customer_id } = await only<{ customer_id: string | null }>(
    db,
    sql`select customers.customer_of(${profile_id}) as customer_id`,
  )
  return customer_id ?? refuse('customers.unknown', 404, 'このお客さまは見つかりません。', 'There is no such customer.')
}

/** Let go of what was remembered about profiles that move: now, and again once the move is there for all to see. */
export function forgetProfiles(tx: Tx, profile_ids: readonly string[]): void {
  drop(profile_ids)
  tx.afterCommit(() => drop(profile_ids))
}

function drop(profile_ids: readonly string[]): void {
  for (const [profile_id, known] of cache)
    if (profile_ids.includes(profile_id) || known.profile_ids.some((one) => profile_ids.includes(one)))
      cache.delete(profile_id)
}
