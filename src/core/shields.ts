/** What every answer tells a browser about itself: how it may be read, shown, framed and remembered. */
import type { FastifyInstance, FastifyRequest } from 'fastify'

const year_s = 31_536_000
const policy = (rules: Record<string, string>) =>
  Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** Data is no page: nothing in it is run, loaded or framed. */
const forData = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" })
/** A face runs its own scripts only; styles are set from script by the component library, pictures may be drawn in place. */
export const forPages = (scripts = "'self'"): string =>
  policy({
    'default-src': "'self'",
    'script-src': scripts,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}
const page = { ...always, 'Content-Security-Policy': forPages() }
const data = { ...always, 'Content-Security-Policy': forData }
// What only some may see is kept by no cache, neither the browser's nor one in between.
const privately = { ...data, 'Cache-Control': 'no-store' }
const https = `max-age=${year_s}; includeSubDomains`

/** Our own certificate (`--lan`): a browser must not hold this machine's plain http to it. */
function endsHere({ raw }: FastifyRequest): boolean {
  return (raw.socket as { encrypted?: boolean }).encrypted === true
}

/** Set these on every answer; a route may set its own after them. */
export function shield(app: FastifyInstance): void {
  const production = process.env.ENGAWA_ENV === 'production'
  app.addHook('onRequest', async (request, reply) => {
    const { audience, page: isPage } = request.routeOptions.config as { audience?: string[]; page?: boolean }
    reply.headers(isPage ? page : audience && !audience.includes('anyone') ? privately : data)
    if (production || (request.protocol === 'https' && !endsHere(request)))
      reply.header('Strict-Transport-Security', https)
  })
}
