import type { FastifyRequest } from 'fastify'
import { type Actor, nobody } from '#core/actor'
import type { Db } from '#core/database'
import { refuse } from '#core/problem'
import { cookieOf } from './cookies.ts'
import { keyHolder } from './keys.ts'
import { holderOf, sessionHolder, touch } from './sessions.ts'
import { atTill } from './tills.ts'

const cookieOfFace: Record<string, 'member' | 'staff'> = { storefront: 'member', counter: 'staff', console: 'staff' }
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Who sends this request: a Bearer token or key, else the cookie of the face named by `Engawa-Face` (a stream, which can
 * set no header, may say `?face=`), else nobody. A dead cookie is nobody; a dead Bearer is refused (401), since its
 * holder meant to be someone.
 */
export async function authenticate(db: Db, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) {
    const holder = await holderOf(db, bearer, bearer.startsWith('ek_') ? keyHolder : sessionHolder)
    if (!holder)
      return refuse('access.token', 401, 'サインインの期限が切れました。', 'This token or key is not valid any more.')
    await alive(db, holder)
    return atTill(db, request, holder)
  }
  const sent = request.headers.cookie
  if (!sent?.includes('engawa_')) return { ...nobody }
  const face = faceOf(request)
  const kind = face === undefined ? undefined : cookieOfFace[face]
  if (kind === undefined) {
    if (safe.has(request.method)) return { ...nobody }
    return refuse(
      'access.face_header',
      403,
      'Engawa-Face ヘッダーが必要です。',
      'A write with a cookie needs the header Engawa-Face: storefront, counter or console.',
      { field: 'Engawa-Face' },
    )
  }
  const token = cookieOf(request, kind)
  const holder = token ? await holderOf(db, token, sessionHolder) : undefined
  if (!holder) return { ...nobody }
  await alive(db, holder)
  // A screen that looks something up by itself is not a person at work: only what somebody does keeps a till open.
  if (holder.session_id && holder.kind === 'staff' && holder.place_id && !safe.has(request.method))
    await touch(db, 'staff', holder.session_id)
  return atTill(db, request, holder)
}

// Her own phone: whatever it asks, she has it in use.
async function alive(db: Db, { kind, session_id }: Actor): Promise<void> {
  if (kind === 'member' && session_id) await touch(db, 'member', session_id)
}

function faceOf(request: FastifyRequest): string | undefined {
  const header = request.headers['engawa-face']
  if (typeof header === 'string') return header
  const { face } = request.query as { face?: unknown }
  return safe.has(request.method) && typeof face === 'string' ? face : undefined
}
