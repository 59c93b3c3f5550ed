import type { FastifyReply } from 'fastify'
import type { Actor } from '#core/actor'
import { type Db, rows, run, sql, type Tx } from '#core/database'
import { gathered } from '#core/gather'
import { id, randomToken, sha256 } from '#core/id'
import { kept } from '#core/kept'
import { setting } from '#core/settings'
import { clock } from '#core/time'
import { scopeOf } from './places.ts'

export type SessionKind = 'staff' | 'member' | 'visitor'
export type Session = { session_id: string; token: string; expires_at: string }

const day_seconds = 86_400
const lifetime_seconds = { staff: day_seconds / 2, member: 60 * day_seconds, visitor: 180 * day_seconds }
const cookies = { staff: 'engawa_staff', member: 'engawa_member', visitor: 'engawa_member' } as const

/** Start a session; the token is shown this once, only its hash is kept. Lifetimes are settings `access.<kind>_session_seconds`. */
export async function openSession(
  tx: Tx,
  want: { kind: SessionKind; staff_id?: string; profile_id?: string; place_id?: string | null },
): Promise<Session> {
  const seconds = await setting(tx, `access.${want.kind}_session_seconds`, lifetime_seconds[want.kind])
  const session = {
    session_id: id(),
    token: `es_${randomToken(32)}`,
    expires_at: new Date(clock.ms() + seconds * 1000).toISOString(),
  }
  await run(
    tx,
    sql`insert into access.session (token_hash, session_id, kind, staff_id, profile_id, place_id, created_at, expires_at)
        values (${sha256(session.token)}, ${session.session_id}, ${want.kind}, ${want.staff_id ?? null}, ${want.profile_id ?? null},
          ${want.place_id ?? null}, ${clock.iso()}, ${session.expires_at})`,
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

/** Delete what ended a month ago or more, and codes that ran out. */
export async function tick(db: Db, now: string): Promise<number> {
  const sessions = await run(
    db,
    sql`delete from access.session where token_hash in (
          select token_hash from access.session where expires_at < ${now}::timestamptz - interval '30 days' limit 1000)`,
  )
  return (
    sessions +
    (await run(db, sql`delete from access.sign_in_code where expires_at < ${now}::timestamptz - interval '1 day'`))
  )
}

/** Hand the token to a browser: HttpOnly, so no script reads it; SameSite=Lax, so no other site sends it with a write. */
export function setCookie(
  reply: FastifyReply,
  kind: SessionKind,
  session: Pick<Session, 'token' | 'expires_at'>,
): void {
  reply.setCookie(cookies[kind], session.token, { ...attributes(reply), expires: new Date(session.expires_at) })
}

export function dropCookie(reply: FastifyReply, kind: SessionKind): void {
  reply.clearCookie(cookies[kind], attributes(reply))
}

/** Set the cookie for a face (which never sees the token), or return the token for a caller that keeps it itself. */
export function tokenFor(reply: FastifyReply, kind: SessionKind, session: Session): string | undefined {
  if (!reply.request.headers['engawa-face']) return session.token
  setCookie(reply, kind, session)
  return undefined
}

function attributes(reply: FastifyReply) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.request.protocol === 'https' } as const
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
}

const bySession = gathered<Row>(async (db, hashes) => {
  const found = await rows<Row & { hash: string }>(
    db,
    sql`select encode(s.token_hash, 'hex') as hash, s.session_id, s.kind, s.staff_id, s.profile_id, s.place_id, t.role, t.place_ids
        from access.session s left join access.staff t on t.staff_id = s.staff_id
        where s.token_hash = any (${hashes.map((hash) => Buffer.from(hash, 'hex'))}::bytea[]) and s.revoked_at is null
          and s.expires_at > ${clock.iso()} and (s.kind <> 'staff' or t.active)`,
  )
  return new Map(found.map((row) => [row.hash, row]))
})

export async function sessionHolder(db: Db, hash: Buffer): Promise<Actor | undefined> {
  const key = hash.toString('hex')
  const row = (await bySession(db, [key])).get(key)
  if (!row) return undefined
  const { session_id } = row
  if (row.kind === 'staff') {
    const role = row.role as string
    const scope = scopeOf(role, row.place_ids ?? [])
    const place = row.place_id ? { place_id: row.place_id } : {}
    return { kind: 'staff', id: row.staff_id as string, role, session_id, ...scope, ...place }
  }
  const profile_id = row.profile_id as string
  return { kind: row.kind, id: profile_id, profile_id, session_id }
}
