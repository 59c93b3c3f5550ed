import type { FastifyReply, FastifyRequest } from 'fastify'
import { isLocalHttp } from './sites.ts'

const names = {
  staff: 'engawa_staff',
  member: 'engawa_member',
  visitor: 'engawa_member',
  line: 'engawa_line',
  code: 'engawa_code',
  browser: 'engawa_browser',
} as const
export type CookieKind = keyof typeof names

/** What a cookie is called here: `__Host-`, so that no other host of the domain can plant it; in clear only on this machine itself. */
export function cookieName(request: FastifyRequest, kind: CookieKind): string {
  return isLocalHttp(request) ? names[kind] : `__Host-${names[kind]}`
}

/** A cookie of ours. The storefront's own process asks over loopback with the cookies of a browser that came over https. */
export function cookieOf(request: FastifyRequest, kind: CookieKind): string | undefined {
  const sent = request.server.parseCookie(request.headers.cookie ?? '')
  return sent[`__Host-${names[kind]}`] ?? (isLocalHttp(request) ? sent[names[kind]] : undefined)
}

/** HttpOnly, so no script reads it; SameSite=Lax, so no other site sends it with a write; Secure, but in clear on this machine itself. */
export function attributes(reply: FastifyReply) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: !isLocalHttp(reply.request) } as const
}
