/**
 * Calls an address that somebody else gave us (a webhook, a picture to fetch) without being led inside: the name is resolved
 * once, every address it has is checked, and the connection goes to the checked address itself, so that a name which changes
 * its mind meanwhile gains nothing. No redirect is followed, no proxy asked.
 */
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { bare, isLoopback, isPublic, type Objection, readUrl } from '#channels/web/addresses'

export type Ask = {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For everything: name, connection, answer. */
  timeout_ms: number
  /** More of the answer than this is not read. */
  max_bytes: number
  /** Let http and this machine's own addresses in; for development only. */
  loopback?: boolean | undefined
}
export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer; truncated: boolean }
export type Address = { address: string; family: number }
/** The outside as seen from here; tests look on and answer for the name servers. */
export type Outside = { resolve(host: string): Promise<Address[]>; dialled?(address: string, port: number): void }

/** Why nothing was answered. `objection` when we would not even try. */
export class Unreached extends Error {
  readonly reason: 'refused' | 'name' | 'time' | 'connection'
  readonly objection: Objection | undefined

  constructor(reason: Unreached['reason'], objection?: Objection) {
    super(objection ? `${reason}: ${objection}` : reason)
    this.reason = reason
    this.objection = objection
  }
}

const internet: Outside = { resolve: (host) => lookup(host, { all: true, verbatim: true }) }

/** Ask, or fail with `Unreached`. */
export async function reach(ask: Ask, outside: Outside = internet): Promise<Answer> {
  const url = readUrl(ask.url, { loopback: ask.loopback })
  if (typeof url === 'string') throw new Unreached('refused', url)
  const signal = AbortSignal.timeout(ask.timeout_ms)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Unreached('time')))
  })
  late.catch(() => {})
  const address = await Promise.race([pinned(url, ask.loopback === true, outside), late])
  return Promise.race([call(url, address, ask, outside, signal), late])
}

/** The one address to call; refused when any of the name's addresses lies inside. */
async function pinned(url: URL, loopback: boolean, outside: Outside): Promise<Address> {
  const host = bare(url.hostname)
  const found = await outside.resolve(host).catch(() => {
    throw new Unreached('name')
  })
  const [first] = found
  if (!first) throw new Unreached('name')
  const open = (address: string) => isPublic(address) || (loopback && isLoopback(address))
  if (!found.every(({ address }) => open(address))) throw new Unreached('refused', 'address')
  return first
}

function call(url: URL, to: Address, ask: Ask, outside: Outside, signal: AbortSignal): Promise<Answer> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  return new Promise((done, fail) => {
    outside.dialled?.(to.address, port)
    const sent = (url.protocol === 'https:' ? secure : plain)(
      {
        // The checked address, not the name: nobody asks the name servers a second time.
        host: to.address,
        family: to.family,
        port,
        servername: /[a-z]/i.test(bare(url.hostname)) && !url.hostname.startsWith('[') ? url.hostname : '',
        path: `${url.pathname}${url.search}`,
        method: ask.method ?? 'GET',
        headers: { host: url.host, ...ask.headers, ...length(ask.body) },
        agent: false,
        signal,
      },
      (answer) => read(answer, ask.max_bytes).then(done, () => fail(new Unreached('connection'))),
    )
    sent.on('error', () => fail(new Unreached('connection')))
    sent.end(ask.body)
  })
}

function length(body: string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
}

async function read(answer: IncomingMessage, max_bytes: number): Promise<Answer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    // Leaving the loop ends the connection.
    if (size > max_bytes) break
  }
  const body = Buffer.concat(pieces).subarray(0, max_bytes)
  return { status: answer.statusCode ?? 0, headers: answer.headers, body, truncated: size > max_bytes }
}
