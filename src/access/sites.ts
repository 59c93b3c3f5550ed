import type { FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/** Where a request came in: its origin, and the domain (rp id) its passkeys belong to. */
export type Site = { origin: string; rp_id: string }

/**
 * The site of a request, out of those this house answers for: `ENGAWA_ORIGINS` (comma-separated origins; `ENGAWA_RP_ID` is
 * a domain several of them share). Without the setting only this machine's own
 * (where passkeys want the name `localhost`). Refuses (400) any other, so
 * that a made-up Host header never becomes an origin we trust.
 */
export function siteOf(request: FastifyRequest): Site {
  const asked = originOf(request)
  const listed = (process.env.ENGAWA_ORIGINS ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)
  const known = listed.length ? listed.find((one) => new URL(one).host === asked?.host) : local(asked)
  if (!known)
    return refuse(
      'access.unknown_site',
      400,
      'このホスト名ではご利用いただけません。',
      'This host name is not one of this house (ENGAWA_ORIGINS).',
      { field: 'Host' },
    )
  const { origin, hostname } = new URL(known)
  const shared = process.env.ENGAWA_RP_ID
  const rp_id = shared && (hostname === shared || hostname.endsWith(`.${shared}`)) ? shared : hostname
  return { origin, rp_id }
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
