import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requests } from './metrics.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Count and log every request by its route, never by its address; who called is told as a kind. */
export function watchRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request)
    const method = methods.has(request.method) ? request.method : 'other'
    const { statusCode: status, elapsedTime } = reply
    requests.observe({ method, route, status: String(status) }, elapsedTime / 1000)
    const said = { method, route, status, ms: Math.round(elapsedTime), who: request.actor?.kind ?? 'nobody' }
    if (status >= 500) request.log.error(said, 'answered')
    else request.log.info(said, 'answered')
  })
}

export function routeOf(request: FastifyRequest): string {
  return request.routeOptions?.url ?? 'none'
}
