import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isLoopback } from '#access/access'
import type { App } from '#core/app'
import { sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { health } from './health.ts'
import { metrics } from './metrics.ts'

const open = { config: { audience: ['anyone'], probe: true }, schema: { hide: true } }

/** What balancers, supervisors and Prometheus ask, by whatever name they know this machine. */
export function probeRoutes(app: App): void {
  app.get('/livez', open, async () => ({ live: true }))
  // Degraded is still 200: a balancer that took every process out for a late webhook would make it worse.
  app.get('/health', open, (request) => health(request.db))
  app.get('/metrics', { config: { page: true, probe: true }, schema: { hide: true } }, async (request, reply) => {
    needScraper(request)
    const { text, type } = await metrics(request.db)
    return reply.header('Cache-Control', 'no-store').type(type).send(text)
  })
}

/** `ENGAWA_METRICS_TOKEN` as Bearer; without one only whoever asks on this machine, by its loopback name. */
function needScraper(request: FastifyRequest): void {
  const token = process.env.ENGAWA_METRICS_TOKEN
  const given = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
  if (token ? timingSafeEqual(sha256(given), sha256(token)) : isLoopback(request.ip) && isLoopback(request.hostname))
    return
  refuse(
    'operations.metrics_closed',
    403,
    '計測値はこの機械からか、ENGAWA_METRICS_TOKEN を示した場合だけ読めます。',
    'Metrics are read on this machine, or with ENGAWA_METRICS_TOKEN.',
  )
}
