import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { forget } from './sessions.ts'

export type OwnSession = {
  session_id: string
  method: string | null
  device: string | null
  place_id: string | null
  created_at: string
  seen_at: string | null
  expires_at: string
}

/** The caller's living sessions, newest first: where she is signed in. */
export function ownSessions(db: Db, actor: Actor): Promise<OwnSession[]> {
  return rows<OwnSession>(
    db,
    sql`select session_id, method, device, place_id, created_at, seen_at, expires_at from access.session
        where ${isHers(actor)} and revoked_at is null and expires_at > ${clock.iso()} order by created_at desc, session_id limit 200`,
  )
}

/** End one of the caller's sessions; refuses (404) another's. */
export async function endOwnSession(tx: Tx, actor: Actor, session_id: string): Promise<void> {
  const ended = await run(
    tx,
    sql`update access.session set revoked_at = coalesce(revoked_at, ${clock.iso()}) where session_id = ${session_id} and ${isHers(actor)}`,
  )
  if (!ended)
    refuse('access.session_unknown', 404, 'このサインインは見つかりません。', 'There is no such session of yours.', {
      field: 'session_id',
    })
  tx.afterCommit(() => forget((holder) => holder.session_id === session_id))
}

/** Sign the caller out everywhere, or everywhere else; returns how many sessions ended. */
export async function endOwnSessions(tx: Tx, actor: Actor, but?: string): Promise<number> {
  const ended = await run(
    tx,
    sql`update access.session set revoked_at = ${clock.iso()}
        where ${isHers(actor)} and revoked_at is null and session_id is distinct from ${but ?? null}`,
  )
  tx.afterCommit(() => forget((holder) => isSame(holder, actor) && holder.session_id !== but))
  return ended
}

function isHers(actor: Actor) {
  return actor.kind === 'staff'
    ? sql`staff_id = ${actor.id}`
    : sql`kind = ${actor.kind} and profile_id = any(${actor.profile_ids ?? []}::uuid[])`
}
function isSame(holder: Actor, actor: Actor): boolean {
  return holder.kind === actor.kind && (holder.id === actor.id || (actor.profile_ids ?? []).includes(holder.id))
}
