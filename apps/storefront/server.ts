/**
 * The storefront's own process: renders pages beside the API, so that a slow render never delays a till.
 * It listens on loopback only (ENGAWA_STOREFRONT_PORT, or any free port told to the parent by a message) and ends
 * when its parent goes.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createRequestListener } from '@react-router/node'
import type { ServerBuild } from 'react-router'

const built = fileURLToPath(new URL('../../build/storefront', import.meta.url))
const client = join(built, 'client')
const build: ServerBuild = await import(pathToFileURL(join(built, 'server/index.js')).href)
const render = createRequestListener({ build, mode: 'production' })

const kinds: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** Sends a built file, if the address is one; hashed names may be kept for ever. */
function sendFile(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = normalize(join(client, new URL(request.url ?? '/', 'http://localhost').pathname))
  const kind = kinds[extname(path)]
  if (!kind || !path.startsWith(client + sep)) return false
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return false
  const small = /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? packed(path) : undefined
  response.writeHead(200, {
    'content-type': kind,
    'content-length': small?.length ?? found.size,
    ...(small && { 'content-encoding': 'gzip' }),
    ...(packable.test(path) && { vary: 'accept-encoding' }),
    'cache-control': path.includes(`${sep}assets${sep}`)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300',
  })
  if (request.method === 'HEAD') response.end()
  else if (small) response.end(small)
  else createReadStream(path).pipe(response)
  return true
}

const packable = /\.(js|css|svg)$/
const kept = new Map<string, Buffer>()

/** A text file as it is sent to whoever takes it small: a third of its bytes, packed once in this process's life. */
function packed(path: string): Buffer | undefined {
  if (!packable.test(path)) return undefined
  const before = kept.get(path)
  if (before) return before
  const now = gzipSync(readFileSync(path))
  kept.set(path, now)
  return now
}

const server = createServer((request, response) => {
  if (!sendFile(request, response)) void render(request, response)
})
server.listen(Number(process.env.ENGAWA_STOREFRONT_PORT ?? 0), '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  if (process.send) process.send({ port })
  else console.log(`storefront on http://127.0.0.1:${port}`)
})

function stop(): void {
  server.close(() => process.exit(0))
  server.closeAllConnections()
}
process.on('disconnect', stop)
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
