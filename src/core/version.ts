import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#core/problem'

/** The version an editor last saw, from `If-Match`; undefined when it does not say (or says `*`). */
export function seenVersion(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']
  if (!header || header === '*') return undefined
  const version = header.match(/^(?:W\/)?"(\d{1,15})"$/)?.[1]
  return version
    ? Number(version)
    : refuse(
        'core.bad_etag',
        400,
        'If-Match には、受け取った ETag をそのまま入れてください。',
        'If-Match must be an ETag as we gave it.',
        { field: 'If-Match' },
      )
}

/** Tell the reader which version this is, to be sent back as `If-Match`. */
export function tagVersion<T extends { version: number }>(reply: FastifyReply, resource: T): T {
  reply.header('ETag', `"${resource.version}"`)
  return resource
}

/** Someone else changed it since `If-Match` was read. */
export function changedMeanwhile(): never {
  return refuse(
    'core.changed',
    412,
    '別の人が先に変更しました。読み直してください。',
    'Someone changed this first; read it again.',
    { field: 'If-Match' },
  )
}
