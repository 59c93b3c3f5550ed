/** A caller that does not give up: each deed is sent with its key until it is answered, and what was answered is written down. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Call, Send } from '../api.ts'

/** A POST that was answered in the end, with how often it was sent. */
export type Deed = { call: Call; key: string; status: number; text: string; tries: number }
export type Driver = {
  send: Send
  deeds: Deed[]
  /** Why a call had to be sent again, and how often. */
  interruptions: Record<string, number>
  /** Send an answered deed once more. */
  again(deed: Deed): Promise<{ status: number; text: string; replayed: boolean }>
}

const tries_max = 3_000
const patience_ms = 60_000
export const key_header = 'Idempotency-Key'

/** Drive a platform at `base`; cards are known to its payment company by `card`. */
export function driverOf(base: string, card: string): Driver {
  const deeds: Deed[] = []
  const interruptions: Record<string, number> = {}

  async function once({ method, path, headers, body }: Call) {
    const reply = await fetch(new URL(path, base), {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body).replaceAll('"tok_town"', `"${card}"`),
      signal: AbortSignal.timeout(patience_ms),
    })
    return {
      status: reply.status,
      text: await reply.text(),
      retry_after: reply.headers.get('retry-after') ?? undefined,
      replayed: reply.headers.get('idempotent-replayed') === 'true',
    }
  }

  async function send(call: Call): Promise<Answer> {
    for (let tries = 1; tries <= tries_max; tries++) {
      const answer = await once(call).catch(() => undefined)
      const body = answer?.text ? read(answer.text) : null
      const code = (body as { code?: string } | null)?.code
      if (answer && answer.status < 500 && answer.status !== 429 && code !== 'core.in_flight') {
        const key = call.headers[key_header]
        if (call.method === 'POST' && key) deeds.push({ call, key, status: answer.status, text: answer.text, tries })
        return { status: answer.status, retry_after: answer.retry_after, body }
      }
      const why = answer ? `${answer.status} ${code}` : 'no answer'
      interruptions[why] = (interruptions[why] ?? 0) + 1
      await pause(answer && answer.status < 500 ? 1_000 : 100 + 200 * Math.random())
    }
    throw new Error(`${call.method} ${call.path} was never answered`)
  }
  return { send, deeds, interruptions, again: ({ call }) => once(call) }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
