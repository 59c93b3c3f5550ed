import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { App } from '#core/app'
import { clock } from '#core/time'
import { take } from './line.ts'
import { type Fault, isFault, type Read, read } from './message.ts'
import type { Source } from './sources.ts'

const Success = Type.Object({ success: Type.Boolean() })
// The house's own bound is for people; a site sends for all of its visitors. Segment advises 1,000 a second.
export const config = { audience: ['anyone'], keyed: true, rateLimit: { max: 60_000 } }

type Handler = (request: FastifyRequest) => Promise<void>

/** A route for sending, and its answer to a browser that asks first. Without a summary it is an alias, and not documented. */
export function post(scope: App, path: string, summary: string | undefined, handler: Handler): void {
  const schema = { tags: ['collection'], response: { 200: Success }, ...(summary ? { summary } : { hide: true }) }
  scope.post(path, { config, schema }, async (request) => {
    await handler(request)
    return { success: true }
  })
  scope.options(path, { config, schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Write-Key, X-IP-Policy, X-Enable-Debug',
        'Access-Control-Max-Age': '86400',
      })
      .code(204)
      .send(),
  )
}

/** Read items and write them: the good as events, the others into the quarantine. */
export async function takeItems(request: FastifyRequest, source: Source, items: readonly unknown[]): Promise<void> {
  const received_at = clock.iso()
  const reads: Read[] = []
  const faults: Fault[] = []
  for (const item of items) {
    const found = read(item, { source, received_at })
    if (isFault(found)) faults.push(found)
    else reads.push(found)
  }
  await take(request.db, reads, faults)
}
