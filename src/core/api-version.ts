/** Versions of the API and what is on its way out: see docs/versions.md. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'

/** The dates at which the API changed in a way that could break a caller, the newest last. */
export const versions: readonly string[] = ['2026-11-22']
const current = versions.at(-1) as string

/** A route on its way out: since when, until when at least, and what to call instead. */
export type Deprecated = { since: string; sunset: string; instead: string }

/** Tell which version answers, refuse one there never was, and say when a route is leaving. */
export function tellVersion(request: FastifyRequest, reply: FastifyReply): void {
  const asked = request.headers['engawa-version']
  reply.header('Engawa-Version', typeof asked === 'string' && versions.includes(asked) ? asked : current)
  const leaving = request.routeOptions.config.deprecated
  if (leaving) {
    // RFC 9745 and RFC 8594.
    reply.header('Deprecation', `@${Date.parse(leaving.since) / 1000}`)
    reply.header('Sunset', new Date(leaving.sunset).toUTCString())
    reply.header('Link', `<${leaving.instead}>; rel="successor-version", </docs/versions>; rel="deprecation"`)
  }
  if (asked !== undefined && !(typeof asked === 'string' && versions.includes(asked)))
    refuse(
      'core.version',
      400,
      `このAPIにその版はありません。Engawa-Version には ${versions.join('、')} を指定できます。`,
      `There is no such version of this API; Engawa-Version may be ${versions.join(', ')}.`,
      { field: 'Engawa-Version', versions },
    )
}

/** The same in words of OpenAPI. */
export function describeLeaving({ since, sunset, instead }: Deprecated): Record<string, unknown> {
  return { deprecated: true, 'x-deprecated-since': since, 'x-sunset': sunset, 'x-instead': instead }
}
