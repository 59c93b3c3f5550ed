import type { FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'
import { faceOrigins, houseOrigins } from './origins.ts'

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/** Where a request came in: its origin, and the domain (rp id) its passkeys belong to. */
export type Site = { origin: string; rp_id: string }

/**
 * The site of a request, out of those this house answers for: the faces' origins and `ENGAWA_ORIGINS` (comma-separated;
 * `ENGAWA_RP_ID` is a domain several of them share). Without either only this machine's own
 * (where passkeys want the name `localhost`). Refuses (400) any other, so
 * that a made-up Host header never becomes an origin we trust.
 */
export function siteOf(request: FastifyRequest): Site {
  const asked = originOf(request)
  const listed = houseOrigins()
  const known = listed.length ? listed.find((one) => new URL(one).host === asked?.host) : local(asked)
  if (!known) return refuseSite()
  const { origin, hostname } = new URL(known)
  const shared = process.env.ENGAWA_RP_ID
  const rp_id = shared && (hostname === shared || hostname.endsWith(`.${shared}`)) ? shared : hostname
  return { origin, rp_id }
}

export function refuseSite(): never {
  return refuse(
    'access.unknown_site',
    400,
    'このホスト名ではご利用いただけません。',
    'This host name is not one of this house (ENGAWA_ORIGINS).',
    { field: 'Host' },
  )
}

/** Where a customer finds what staff show her: the shop's own origin, whichever face makes the link. */
export function shopOrigin(request: FastifyRequest): string {
  const { origin } = siteOf(request)
  const shops = faceOrigins().storefront
  return shops.includes(origin) ? origin : (shops[0] ?? origin)
}

export function isLoopback(name: string): boolean {
  return loopback.test(name.replace(/^::ffff:(?=\d)/, ''))
}

/** Whether a request came in clear over this machine's own loopback: the one place where a cookie may do without Secure. */
export function isLocalHttp(request: FastifyRequest): boolean {
  return request.protocol === 'http' && loopback.test(request.hostname)
}

function local(asked: URL | undefined): string | undefined {
  return asked && loopback.test(asked.hostname) && process.env.ENGAWA_ENV !== 'production' ? asked.origin : undefined
}

function originOf(request: FastifyRequest): URL | undefined {
  try {
    return new URL(`${request.protocol}://${request.host}`)
  } catch {
    return undefined
  }
}
