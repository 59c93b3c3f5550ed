import type { Actor } from '#core/actor'
import { type Db, one, rows, run, sql, type Tx } from '#core/database'
import { id, randomToken, sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { forget } from './sessions.ts'

export type ApiKey = {
  key_id: string
  name: string
  kind: 'live' | 'sandbox'
  scopes: string[]
  place_ids: string[]
  created_at: string
  revoked_at: string | null
}

/** Make an API key for a system with these scopes (`room.read`, `room.write`, or `*`); `key` is shown this once. No places means every place. */
export async function makeApiKey(
  tx: Tx,
  want: { name: string; scopes: string[]; place_ids?: string[]; kind?: 'live' | 'sandbox'; key?: string },
): Promise<ApiKey & { key: string }> {
  const kind = want.kind ?? 'live'
  if (kind === 'sandbox' && production())
    refuse(
      'access.sandbox_key',
      403,
      '本番では、サンドボックス用のキーは作れません。',
      'In production there are no sandbox keys.',
      { field: 'kind' },
    )
  const key = want.key ?? `${kind === 'sandbox' ? 'ek_test_' : 'ek_'}${randomToken(32)}`
  const made = {
    key_id: id(),
    name: want.name,
    kind,
    scopes: want.scopes,
    place_ids: want.place_ids ?? [],
    created_at: clock.iso(),
  }
  await run(
    tx,
    sql`insert into access.api_key (key_id, key_hash, name, kind, scopes, place_ids, created_at)
        values (${made.key_id}, ${sha256(key)}, ${made.name}, ${kind}, ${made.scopes}, ${made.place_ids}::uuid[], ${made.created_at})`,
  )
  return { ...made, revoked_at: null, key }
}

export function apiKeys(db: Db): Promise<ApiKey[]> {
  return rows<ApiKey>(
    db,
    sql`select key_id, name, kind, scopes, place_ids, created_at, revoked_at from access.api_key order by created_at desc, key_id`,
  )
}

/** Revoke a key; a second call changes nothing. */
export async function revokeApiKey(tx: Tx, key_id: string): Promise<void> {
  const touched = await run(
    tx,
    sql`update access.api_key set revoked_at = coalesce(revoked_at, ${clock.iso()}) where key_id = ${key_id}`,
  )
  if (!touched) refuse('access.api_key_unknown', 404, 'このAPIキーはありません。', 'There is no such API key.')
  tx.afterCommit(() => forget((actor) => actor.id === key_id))
}

export async function keyHolder(db: Db, hash: Buffer): Promise<Actor | undefined> {
  const row = await one<Pick<ApiKey, 'key_id' | 'kind' | 'scopes' | 'place_ids'>>(
    db,
    sql`select key_id, kind, scopes, place_ids from access.api_key where key_hash = ${hash} and revoked_at is null`,
  )
  if (!row || (row.kind === 'sandbox' && production())) return undefined
  const scope = row.place_ids.length ? { place_ids: row.place_ids } : {}
  return {
    kind: 'api',
    id: row.key_id,
    scopes: row.scopes,
    ...(row.kind === 'sandbox' ? { sandbox: true } : {}),
    ...scope,
  }
}

function production(): boolean {
  return process.env.ENGAWA_ENV === 'production'
}
