/**
 * For tests: what leaves by the side. Of every Fastify of this process its log lines, addresses and problems; of the
 * processes it starts all they print (scripts/overhear.cjs writes that down).
 */
import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readFileSync } from 'node:fs'

type Log = Record<string, unknown>
type Request = { log: Log; method: string; url: string }
type Reply = { statusCode: number; getHeader(name: string): unknown }
type Instance = { addHook(name: string, hook: (...what: never[]) => void): void }

const lines = new Set<string>()

subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: Instance }
  fastify.addHook('onRequest', (request: Request, _reply: Reply, done: () => void) => {
    request.log = listened(request.log)
    done()
  })
  fastify.addHook('onSend', (request: Request, reply: Reply, payload: unknown, done: () => void) => {
    hear(`${request.method} ${address(request.url)}`)
    hear(address(String(reply.getHeader('location') ?? '')))
    if (reply.statusCode >= 400 && typeof payload === 'string') hear(payload)
    done()
  })
})

/** Everything overheard so far. */
export function overheard(): string[] {
  const file = process.env.ENGAWA_OVERHEARD
  return [...lines, ...(file && existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])]
}

// Ids differ each time and tell nothing: without them a fuzz of fifty thousand requests is a few hundred lines.
function hear(line: string): void {
  lines.add(line.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID'))
}

function address(url: string): string {
  return decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'))
}

function listened(log: Log): Log {
  const heard = Object.create(log) as Log
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
    heard[level] = (...said: unknown[]) => {
      hear(said.map(written).join(' '))
      return (log[level] as (...what: unknown[]) => void).apply(log, said)
    }
  return heard
}

// An error with all a logger would write of it: PostgreSQL's carries the row in its detail.
function written(said: unknown): string {
  if (typeof said === 'string') return said
  const error = (said as { err?: unknown } | null)?.err ?? said
  const own = error instanceof Error ? { ...error, message: error.message, stack: error.stack } : error
  return JSON.stringify(own, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? ''
}
