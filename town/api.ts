import { setTimeout as sleep } from 'node:timers/promises'

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  headers: Record<string, string>
  body?: unknown
}
export type Answer = { status: number; retry_after: string | undefined; body: unknown }
/** How a call reaches the platform: inside this process, or over the network. */
export type Send = (call: Call) => Promise<Answer>

/** Who calls: by token (the town's own key when absent, nobody when null), from which address. */
export type Who = { token?: string | null; from?: string }

export type Api = {
  readonly calls: number
  get<T>(path: string, who?: Who): Promise<T>
  /** `key` names the deed: the same key in a second run gets the first run's answer. */
  post<T>(path: string, body: unknown, key: string, who?: Who): Promise<T>
  put<T>(path: string, body: unknown, who?: Who): Promise<T>
  remove(path: string, who?: Who): Promise<void>
}

/** The platform said no, and said why. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(call: Call, status: number, body: unknown) {
    const { code = 'unknown', detail } = (body ?? {}) as { code?: string; detail?: unknown }
    super(`${call.method} ${call.path}: ${status} ${code} ${JSON.stringify(detail ?? body ?? '').slice(0, 300)}`)
    this.status = status
    this.code = code
  }
}

const patience = 6
const key_header = 'Idempotency-Key'

/** The public API as the town uses it: one system's key, and the people's own tokens. */
export function townApi(send: Send, own: { token: string; run: string }): Api {
  let calls = 0
  async function ask<T>(call: Call, who: Who): Promise<T> {
    const token = who.token === undefined ? own.token : who.token
    if (token) call.headers.authorization = `Bearer ${token}`
    // Shoppers sit behind their own addresses, not all behind the town's.
    if (who.from) call.headers['x-forwarded-for'] = who.from
    for (let attempt = 1; ; attempt++) {
      calls += 1
      const { status, retry_after, body } = await send(call)
      if (status < 300) return body as T
      const later = status === 429 || status === 503 || (body as { code?: string } | null)?.code === 'core.in_flight'
      if (!later || attempt === patience) throw new Refusal(call, status, body)
      await sleep(1000 * Math.min(10, Number(retry_after ?? 1)))
    }
  }
  return {
    get calls() {
      return calls
    },
    get: (path, who = {}) => ask({ method: 'GET', path, headers: {} }, who),
    post: (path, body, key, who = {}) =>
      ask({ method: 'POST', path, headers: { [key_header]: `town:${own.run}:${key}` }, body }, who),
    put: (path, body, who = {}) => ask({ method: 'PUT', path, headers: {}, body }, who),
    remove: (path, who = {}) => ask({ method: 'DELETE', path, headers: {} }, who),
  }
}

/** Calls over HTTP, for a platform that runs elsewhere. */
export function overHttp(base: string): Send {
  return async ({ method, path, headers, body }) => {
    const reply = await fetch(new URL(path, base), {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
    const text = await reply.text()
    return {
      status: reply.status,
      retry_after: reply.headers.get('retry-after') ?? undefined,
      body: text ? JSON.parse(text) : null,
    }
  }
}

/** An address of the range kept for measurements (RFC 2544), one for each name. */
export function addressOf(hash: number): string {
  return `198.${18 + (hash & 1)}.${(hash >>> 1) & 255}.${1 + ((hash >>> 9) % 254)}`
}

/** Work on all of a list, a few at a time. */
export async function some<T>(list: readonly T[], at_once: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const hand = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: at_once }, hand))
}
