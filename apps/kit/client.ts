import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './api.gen.ts'
import { Refused } from './problem.ts'

export type Face = 'storefront' | 'counter' | 'console'
export type Api = Client<paths>

type Options = {
  face: Face
  baseUrl?: string
  headers?: Record<string, string>
  onReply?: (reply: Response) => void
  /** No answer came, however often it was asked. */
  onSilence?: () => void
}

/**
 * The public API as a face sees it. A POST carries an Idempotency-Key and keeps it while it is tried again,
 * so a lost answer never becomes a second order.
 */
export function clientFor({ face, baseUrl = '/', headers = {}, onReply, onSilence }: Options): Api {
  return createClient<paths>({
    baseUrl,
    headers: { 'Engawa-Face': face, ...headers },
    fetch: async (request) => {
      const reply = await patiently(request).catch((thrown) => {
        onSilence?.()
        throw thrown
      })
      onReply?.(reply)
      return reply
    },
  })
}

const TRIES = 3

async function patiently(request: Request): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', newKey())
  }
  const again = request.method === 'GET' || request.method === 'POST'
  for (let left = again ? TRIES : 1; ; left--) {
    const last = left <= 1
    try {
      const reply = await fetch(last ? request : request.clone())
      const wait = waitSeconds(reply)
      if (last || wait === undefined) return reply
      await pause(wait * 1000)
    } catch (thrown) {
      if (last || request.signal.aborted) throw thrown
      await pause(250 * (TRIES - left + 1))
    }
  }
}

/** A first request still in flight answers 409 with Retry-After; an overloaded server 503. Both mean: same key, later. */
function waitSeconds(reply: Response): number | undefined {
  if (reply.status !== 409 && reply.status !== 503) return undefined
  const after = Number(reply.headers.get('Retry-After') ?? Number.NaN)
  return Number.isFinite(after) && after <= 3 ? after : undefined
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** A key for one intention: made when the person acts, reused until an answer came. */
export function newKey(): string {
  // randomUUID exists only in secure contexts; a phone on the shop's LAN may not be in one.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Reply<T> = { data?: T; error?: unknown; response: Response }

/** The body of a good answer, or the refusal thrown. */
export async function take<T>(reply: Promise<Reply<T>>): Promise<NonNullable<T>> {
  let got: Reply<T>
  try {
    got = await reply
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown
    throw new Refused(0, undefined)
  }
  if (!got.response.ok) {
    throw new Refused(got.response.status, got.error, got.response.headers.get('x-request-id') ?? undefined)
  }
  return got.data as NonNullable<T>
}

/** Like `take`, but nothing for what does not exist or needs a sign-in: a guest has no points, not an error. */
export async function takeIfAny<T>(reply: Promise<Reply<T>>): Promise<NonNullable<T> | null> {
  try {
    return await take(reply)
  } catch (thrown) {
    if (thrown instanceof Refused && [401, 403, 404].includes(thrown.status)) return null
    throw thrown
  }
}

/** The header that names one intention. */
export function keyed(key: string): { headers: Record<string, string> } {
  return { headers: { 'Idempotency-Key': key } }
}
