/** One request into the API, without a socket, and what came back. */
import { randomUUID } from 'node:crypto'
import type { App } from '../../src/core/app.ts'
import type { Operation } from './spec.ts'

export type Request = {
  operation: Operation
  path: Record<string, string>
  query: Record<string, unknown>
  body?: unknown
  headers?: Record<string, string>
}
export type Answer = {
  status: number
  text: string
  body: Record<string, unknown>
  headers: Record<string, unknown>
  ms: number
}

/** Where a request goes. */
export function url({ operation, path, query }: Pick<Request, 'operation' | 'path' | 'query'>): string {
  const where = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(path[name] ?? ''))
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => `${encode(name)}=${encode(String(item))}`),
  )
  return pairs.length ? `${where}?${pairs.join('&')}` : where
}

// Half a character cannot be written into an address.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

let asked = 0

/** Ask as the holder of a token. Every request comes from an address of its own: what is tested is not the rate limit. */
export async function ask(app: App, request: Request, token: string | undefined): Promise<Answer> {
  const { operation, body } = request
  // Nobody waits for news here: a long poll is asked for what there is now.
  if (typeof request.query.wait_seconds === 'number')
    request.query.wait_seconds = Math.min(request.query.wait_seconds, 0)
  const from = ++asked
  const started = performance.now()
  const raw = typeof body === 'string' || Buffer.isBuffer(body)
  const answer = await app.inject({
    method: operation.method as 'GET',
    url: url(request),
    remoteAddress: `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`,
    headers: {
      ...(operation.method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...request.headers,
    },
    ...(body === undefined ? {} : { payload: raw ? (body as string) : JSON.stringify(body) }),
    ...(operation.stream ? { payloadAsStream: true } : {}),
  })
  const ms = performance.now() - started
  const headers = answer.headers as Record<string, unknown>
  const endless = String(headers['content-type'] ?? '').startsWith('text/event-stream')
  if (endless) answer.stream().destroy()
  const text = endless ? '' : operation.stream ? await whole(answer.stream()) : answer.body
  return { status: answer.statusCode, text, body: read(text), headers, ms }
}

async function whole(stream: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece as Buffer))
  return Buffer.concat(pieces).toString()
}

function read(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
