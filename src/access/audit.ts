import type { Actor } from '#core/actor'
import type { Look } from '#core/answers'
import { type Db, join, rows, run, type Sql, sql, type Tx } from '#core/database'
import { id } from '#core/id'
import { clock } from '#core/time'

export type AuditEntry = {
  audit_id: string
  at: string
  profile_id: string
  actor_kind: string
  actor_id: string
  action: string
  place_id: string | null
  detail: Record<string, unknown>
}

/** Record that the actor looked at, or did something to, a person; append-only, in the transaction of the deed. */
export async function audit(
  tx: Tx,
  actor: Actor,
  action: string,
  profile_id: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await auditAll(tx, actor, action, [profile_id], detail)
}

/** The same for several people at once, e.g. the hits of a search. */
export async function auditAll(
  tx: Tx,
  actor: Actor,
  action: string,
  profile_ids: readonly string[],
  detail: Record<string, unknown> = {},
): Promise<void> {
  if (!profile_ids.length) return
  await run(
    tx,
    sql`insert into access.audit (profile_id, at, audit_id, actor_kind, actor_id, action, place_id, detail)
        select p.profile_id, ${clock.iso()}, p.audit_id, ${actor.kind}, ${actor.id}, ${action}, ${actor.place_id ?? null}, ${JSON.stringify(detail)}::jsonb
        from unnest(${profile_ids}::uuid[], ${profile_ids.map(() => id())}::uuid[]) p(profile_id, audit_id)`,
  )
}

/** Who looked at these people, newest first; `before` is the last entry of the page before. */
export async function auditOf(
  db: Db,
  profile_ids: readonly string[],
  page: { before?: { at: string; audit_id: string }; limit: number },
): Promise<AuditEntry[]> {
  const conditions: Sql[] = [sql`profile_id = any(${profile_ids}::uuid[])`]
  if (page.before)
    conditions.push(sql`(at, audit_id) < (${page.before.at}::timestamptz, ${page.before.audit_id}::uuid)`)
  return rows<AuditEntry>(
    db,
    sql`select audit_id, at, profile_id, actor_kind, actor_id, action, place_id, detail from access.audit
        where ${join(conditions, ' and ')} order by at desc, audit_id desc limit ${page.limit}`,
  )
}

/** Every moment at which staff or a system looked at these people, or did something to them. */
export function looksAt(db: Db, profile_ids: readonly string[]): Promise<Look[]> {
  return rows<Look>(
    db,
    sql`select distinct actor_kind, actor_id, at from access.audit
        where profile_id = any (${profile_ids}::uuid[]) and actor_kind in ('staff', 'api')`,
  )
}
