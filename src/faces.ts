/** The three faces on the API's port: counter and console as files, the storefront from its own process; and the screens beside them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import proxy from '@fastify/http-proxy'
import files from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#core/app'

const root = join(import.meta.dirname, '..')
const built = join(root, 'build')
const year_s = 31_536_000

export type Face = { name: { ja: string; en: string }; path: string }
export type Storefront = { port(): number; stop(): Promise<void> }

export const faceNames = ['storefront', 'counter', 'console'] as const
export type ShownFace = (typeof faceNames)[number]
const files_of: Record<ShownFace, { ja: string; path: string; file: string }> = {
  storefront: { ja: 'お店（EC）', path: '/', file: 'storefront/server/index.js' },
  counter: { ja: 'カウンター', path: '/counter/', file: 'counter/index.html' },
  console: { ja: 'コンソール', path: '/console/', file: 'console/index.html' },
}

/** What is served as files, and at whose host: the screen on a shop's wall is the counter's, the components are the office's. */
const pages_at = { counter: 'counter', console: 'console', display: 'counter', kit: 'console' } as const

/** The faces that are built and can be shown; of those named only. */
export function builtFaces(wanted: readonly ShownFace[] = faceNames): Face[] {
  return wanted
    .filter((face) => existsSync(join(built, files_of[face].file)))
    .map((face) => ({ name: { ja: files_of[face].ja, en: face }, path: files_of[face].path }))
}

/** Serve the built faces; the storefront's pages come from the process behind `storefront`. */
export async function mountFaces(
  app: App,
  storefront: Storefront | undefined,
  wanted: readonly ShownFace[] = faceNames,
): Promise<void> {
  await app.register(files, { root: built, serve: false })
  for (const [name, face] of Object.entries(pages_at)) {
    if (!wanted.includes(face) || !existsSync(join(built, name, 'index.html'))) continue
    const page = { page: true, face }
    const send = (request: FastifyRequest, reply: FastifyReply) => sendFace(name, request, reply)
    app.get(`/${name}`, { config: page, schema: { hide: true } }, (_, reply) => reply.redirect(`/${name}/`))
    app.get(`/${name}/*`, { config: page, schema: { hide: true } }, send)
  }
  if (!storefront) return
  await app.register(proxy, {
    upstream: '',
    prefix: '/',
    config: { page: true, face: 'storefront' },
    httpMethods: ['GET', 'HEAD', 'POST'],
    preHandler: (request, reply, done) => {
      // What the API does not know is its own answer to give, not a page.
      if (/^\/(v1|docs|openapi)\b/.test(request.url)) reply.callNotFound()
      else done()
    },
    replyOptions: {
      getUpstream: () => `http://127.0.0.1:${storefront.port()}`,
      rewriteRequestHeaders: (request, headers) => ({
        ...headers,
        'x-forwarded-for': request.ip,
        'x-forwarded-host': request.host,
        'x-forwarded-proto': request.protocol,
      }),
    },
  })
}

/** A file of the face, or its one page, which knows what to show at any address under it; some addresses have a dot in them. */
function sendFace(face: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = (request.params as { '*': string })['*']
  // Names of built assets carry a hash of their content; the page itself must always be the newest.
  const kept = path.startsWith('assets/')
  const name = kept || (/\.\w+$/.test(path) && existsSync(join(built, face, path))) ? path : 'index.html'
  return reply.sendFile(`${face}/${name}`, { maxAge: kept ? year_s * 1000 : 0, immutable: kept })
}

/** Run the storefront beside us with nothing but the API's address: no key, no database. It is started again when it dies. */
export async function startStorefront(api_url: string): Promise<Storefront> {
  let child: ChildProcess | undefined
  let port = 0
  let stopped = false
  const launch = (): Promise<void> =>
    new Promise((ready, failed) => {
      const { PATH = '', NODE_ENV = 'production', TZ = 'Asia/Tokyo' } = process.env
      const began = performance.now()
      child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(root, 'apps/storefront/server.ts')],
        { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { PATH, NODE_ENV, TZ, ENGAWA_API_URL: api_url } },
      )
      child.on('message', (told) => {
        port = (told as { port: number }).port
        ready()
      })
      child.on('error', failed)
      child.on('exit', (code) => {
        if (stopped) return
        failed(new Error(`the storefront ended with ${code}`))
        // At once after a good while, unhurried when it does not even start.
        setTimeout(() => !stopped && launch().catch(() => {}), performance.now() - began > 10_000 ? 0 : 2_000).unref()
      })
    })
  await launch()
  return {
    port: () => port,
    async stop() {
      stopped = true
      const last = child
      if (!last || last.exitCode !== null || last.signalCode !== null) return
      const ended = new Promise((done) => last.once('exit', done))
      last.kill('SIGTERM')
      const late = setTimeout(() => last.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(late)
    },
  }
}
