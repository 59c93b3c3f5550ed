import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'
import { type FaceName, faceAt } from './origins.ts'
import { isLoopback, refuseSite } from './sites.ts'

const home: Record<Exclude<FaceName, 'storefront'>, string> = {
  counter: '/counter/',
  console: '/console/',
  api: '/docs',
}

/**
 * Once faces have hosts of their own, each answers there alone: its pages are found at no other, its cookie counts at no
 * other (403), and a host that is nobody's is refused (400). Our own renderer speaks to the API by loopback.
 */
export function keepApart(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { apart, face: here } = faceAt(request.host)
  const { probe, face: wanted } = request.routeOptions.config as { probe?: boolean; face?: FaceName }
  if (!apart || probe) return undefined
  if (!here) {
    if (!wanted && isLoopback(request.hostname) && isLoopback(request.socket.remoteAddress ?? '')) return undefined
    refuseSite()
  }
  if (here !== 'storefront' && request.url === '/') return reply.redirect(home[here])
  if ((wanted ?? docs(request)) && (wanted ?? 'api') !== here) return reply.callNotFound() as unknown as FastifyReply
  const said = request.headers['engawa-face'] ?? (request.query as { face?: unknown } | undefined)?.face
  if (said !== undefined && said !== here)
    refuse(
      'access.face_elsewhere',
      403,
      'この画面のアドレスではありません。',
      'This face has another address; its sign-in does not count here.',
      { field: 'Engawa-Face' },
    )
  return undefined
}

function docs(request: FastifyRequest): boolean {
  return request.url.startsWith('/docs')
}
