import type { FastifyReply } from 'fastify'
import type { Actor } from '#core/actor'
import { type Db, only, rows, run, sql, type Tx } from '#core/database'
import { gathered } from '#core/gather'
import { id, randomToken, sha256 } from '#core/id'
import { kept } from '#core/kept'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { attributes, cookieName } from './cookies.ts'
import { scopeOf } from './places.ts'
import { auditDays, idleSeconds, lifetimes, memberIdleSeconds, sessionDays } from './settings.ts'

export type SessionKind = 'staff' | 'member' | 'visitor'
export type Session = { session_id: string; token: string; expires_at: string }
/** By what she came in, and on what. */
export type Way = { method?: SignInMethod; device?: string | null }
export type SignInMethod = 'pin' | 'passkey' | 'email' | 'sms' | 'line' | 'registration' | 'system' | 'visit'

/**
 * Start a session; the token is shown this once, only its hash is kept. Lifetimes are settings `access.<kind>_session_seconds`.
 * `attended`: somebody stands before it in a shop, so it locks when left alone (`access.staff_idle_seconds`).
 */
export async function openSession(
  tx: Tx,
  want: {
    kind: SessionKind
    staff_id?: string
    profile_id?: string
    place_id?: string | null
    attended?: boolean
    /** Shorter than usual: on a device that is not hers. */
    seconds?: number
  } & Way,
): Promise<Session> {
  const usual = await setting(tx, lifetimes[want.kind])
  const seconds = want.seconds ?? usual
  const session = {
    session_id: id(),
    token: `es_${randomToken(32)}`,
    expires_at: new Date(clock.ms() + seconds * 1000).toISOString(),
  }
  await run(
    tx,
    sql`insert into access.session (token_hash, session_id, kind, staff_id, profile_id, place_id, created_at, expires_at, method, device, seen_at)
        values (${sha256(session.token)}, ${session.session_id}, ${want.kind}, ${want.staff_id ?? null}, ${want.profile_id ?? null},
          ${want.place_id ?? null}, ${clock.iso()}, ${session.expires_at}, ${want.method ?? null}, ${want.device ?? null},
          ${want.attended && want.place_id ? clock.iso() : null})`,
  )
  return session
}

/** End one session; every process refuses it within a second. */
export async function closeSession(tx: Tx, session_id: string): Promise<void> {
  await run(
    tx,
    sql`update access.session set revoked_at = ${clock.iso()} where session_id = ${session_id} and revoked_at is null`,
  )
  tx.afterCommit(() => forget((actor) => actor.session_id === session_id))
}

/** End every session of a profile or a staff member, e.g. when an address is proven or a PIN is changed. */
export async function closeSessionsOf(tx: Tx, who: { profile_id?: string; staff_id?: string }): Promise<void> {
  await run(
    tx,
    sql`update access.session set revoked_at = ${clock.iso()}
        where (profile_id = ${who.profile_id ?? null} or staff_id = ${who.staff_id ?? null}) and revoked_at is null`,
  )
  tx.afterCommit(() => forget((actor) => actor.id === who.profile_id || actor.id === who.staff_id))
}

/** Whether a staff member has ever signed in, as far back as sessions are kept. */
export async function hasSignedIn(db: Db, staff_id: string): Promise<boolean> {
  return (await rows(db, sql`select from access.session where staff_id = ${staff_id} limit 1`)).length > 0
}

/** Delete what ended long ago (`access.ended_session_days`, `access.audit_days`), codes and tickets that ran out, and tries that no longer count. */
export async function tick(db: Db, now: string): Promise<number> {
  const [ended, seen] = [await setting(db, sessionDays), await setting(db, auditDays)]
  const old = [
    sql`delete from access.session where token_hash in (
          select token_hash from access.session where expires_at < ${daysBefore(now, ended)} limit 1000)`,
    sql`delete from access.sign_in_code where expires_at < ${now}::timestamptz - interval '1 day'`,
    sql`delete from access.ticket where expires_at < ${now}`,
    sql`delete from access.tries where since < ${now}::timestamptz - interval '2 days' and (free_at is null or free_at < ${now})`,
  ]
  let gone = 0
  for (const statement of old) gone += await run(db, statement)
  const forgotten = await only<{ gone: number }>(
    db,
    sql`select access.forget_audit(${daysBefore(now, seen)}, 1000) as gone`,
  )
  return gone + forgotten.gone
}

function daysBefore(now: string, days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString()
}

/**
 * Hand the token to a browser: HttpOnly, so no script reads it; SameSite=Lax, so no other site sends it with a write;
 * Secure, but in clear on this machine itself.
 */
export function setCookie(
  reply: FastifyReply,
  kind: SessionKind,
  session: Pick<Session, 'token' | 'expires_at'>,
): void {
  const name = cookieName(reply.request, kind)
  reply.setCookie(name, session.token, { ...attributes(reply), expires: new Date(session.expires_at) })
}

export function dropCookie(reply: FastifyReply, kind: SessionKind): void {
  reply.clearCookie(cookieName(reply.request, kind), attributes(reply))
}

/** Set the cookie for a face (which never sees the token), or return the token for a caller that keeps it itself. */
export function tokenFor(reply: FastifyReply, kind: SessionKind, session: Session): string | undefined {
  if (!reply.request.headers['engawa-face']) return session.token
  setCookie(reply, kind, session)
  return undefined
}

const cache = kept<Actor>({ ttl_ms: 1_000, max: 20_000 })

/** Whose token this is, or undefined when unknown, expired or revoked. Looked up at most once a second. */
export async function holderOf(
  db: Db,
  token: string,
  look: (db: Db, hash: Buffer) => Promise<Actor | undefined>,
): Promise<Actor | undefined> {
  const known = cache.get(token)
  // A copy: the caller adds what it learns about this request.
  if (known) return { ...known }
  const actor = await look(db, sha256(token))
  if (!actor) return undefined
  cache.set(token, actor)
  return { ...actor }
}

export function forget(which: (actor: Actor) => boolean): void {
  for (const [token, actor] of cache.entries()) if (which(actor)) cache.delete(token)
}

type Row = {
  session_id: string
  kind: SessionKind
  staff_id: string | null
  profile_id: string | null
  place_id: string | null
  role: string | null
  place_ids: string[] | null
  created_at: string
}

const bySession = gathered<Row>(async (db, hashes) => {
  const [staff, member] = await Promise.all([setting(db, idleSeconds), setting(db, memberIdleSeconds)])
  const since = (seconds: number) => new Date(clock.ms() - seconds * 1000).toISOString()
  const found = await rows<Row & { hash: string }>(
    db,
    sql`select encode(s.token_hash, 'hex') as hash, s.session_id, s.kind, s.staff_id, s.profile_id, s.place_id, s.created_at, t.role, t.place_ids
        from access.session s left join access.staff t on t.staff_id = s.staff_id
        where s.token_hash = any (${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[]) and s.revoked_at is null
          and s.expires_at > ${clock.iso()} and (s.kind <> 'staff' or t.active)
          and (case s.kind when 'staff' then s.seen_at is null or s.seen_at > ${since(staff)}
            when 'member' then coalesce(s.seen_at, s.created_at) > ${since(member)} else true end)`,
  )
  return new Map(found.map((row) => [row.hash, row]))
})

export async function sessionHolder(db: Db, hash: Buffer): Promise<Actor | undefined> {
  const key = hash.toString('hex')
  const row = (await bySession(db, [key])).get(key)
  if (!row) return undefined
  const { session_id, created_at: signed_in_at } = row
  if (row.kind === 'staff') {
    const role = row.role as string
    const scope = scopeOf(role, row.place_ids ?? [])
    const place = row.place_id ? { place_id: row.place_id } : {}
    return { kind: 'staff', id: row.staff_id as string, role, session_id, signed_in_at, ...scope, ...place }
  }
  const profile_id = row.profile_id as string
  return { kind: row.kind, id: profile_id, profile_id, session_id, signed_in_at }
}

const touched = {
  staff: kept<true>({ ttl_ms: 60_000, max: 5_000 }),
  member: kept<true>({ ttl_ms: 3_600_000, max: 20_000 }),
}

/** Somebody uses this session: it does not end yet. Written at most once a minute for staff, once an hour for a member. */
export async function touch(db: Db, kind: 'staff' | 'member', session_id: string): Promise<void> {
  if (touched[kind].get(session_id)) return
  touched[kind].set(session_id, true)
  // A staff session nobody stands before (a system's) has none, and does not lock.
  await run(
    db,
    sql`update access.session set seen_at = ${clock.iso()} where session_id = ${session_id} and (kind = 'member' or seen_at is not null)`,
  )
}
