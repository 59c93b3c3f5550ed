/**
 * Sends what is due to the webhooks, at least once: a delivery is taken for a minute, sent outside any transaction, and what
 * came of it is written; who dies between is followed by another that sends the same message again with the same id.
 */
import { Webhook as Signer } from 'standardwebhooks'
import { onNews } from '#activity/activity'
import { type Answer, type Outside, reach, Unreached } from '#channels/web/reach'
import { system } from '#core/actor'
import { type Pool, rows, sql, transaction } from '#core/database'
import { unsealAnswer } from '#core/secret'
import { clock } from '#core/time'
import { loopback } from './loopback.ts'
import { type Outcome, record } from './outcomes.ts'
import { anyone } from './subscriptions.ts'
import { secretsOf } from './webhooks.ts'

const poll_ms = 500
const handed_ms = 60_000
const timeout_ms = 15_000
const answer_bytes = 1_000
/** How many at once in this process, and how many of one receiver over all processes. */
const slots = 24
const each = 8

export type Sender = { stop(): Promise<void> }
export type Parcel = {
  webhook_id: string
  delivery_id: string
  event_id: string
  url: string
  attempts: number
  tries: number
  sealed: Buffer | null
  sealed_secret: Buffer
  sealed_former_secret: Buffer | null
  former_until: string | null
}

export type SenderOptions = {
  /** Stands for the internet in tests. */
  outside?: Outside
  timeout_ms?: number
  report?: (error: unknown) => void
}

/** Send in this process until stopped. */
export function startSender(db: Pool, options: SenderOptions = {}): Sender {
  const report = options.report ?? (() => {})
  const sending = new Set<Promise<void>>()
  let taking: Promise<void> | undefined
  let again = false
  let stopped = false

  function wake(): void {
    if (stopped || !anyone()) return
    if (taking) {
      again = true
      return
    }
    again = false
    taking = round()
      .catch(report)
      .finally(() => {
        taking = undefined
        if (again) wake()
      })
  }

  async function round(): Promise<void> {
    const free = slots - sending.size
    if (free <= 0) return
    for (const parcel of await take(db, free)) {
      const work = deliver(db, parcel, options)
        .catch(report)
        .finally(() => {
          sending.delete(work)
          // Its place is free, and the next of its key may go.
          wake()
        })
      sending.add(work)
    }
  }

  const poll = setInterval(wake, poll_ms)
  const leave = onNews(wake)
  wake()
  return {
    async stop() {
      stopped = true
      clearInterval(poll)
      leave()
      await taking
      await Promise.all(sending)
    },
  }
}

function take(db: Pool, limit: number): Promise<Parcel[]> {
  // Who holds what is a matter of processes: the machine's own time.
  const real = Date.now()
  const [real_now, until] = [real, real + handed_ms].map((ms) => new Date(ms).toISOString())
  return transaction(db, system, async (tx) => {
    const taken = await rows<{ delivery_id: string }>(
      tx,
      sql`select delivery_id from integrations.hand_out_deliveries(${clock.iso()}, ${real_now}, ${until}, ${each}, ${limit})`,
    )
    if (taken.length === 0) return []
    // A statement of its own: the function sees what was planned while it began, a join around it would not.
    return rows<Parcel>(
      tx,
      sql`select d.webhook_id, d.delivery_id, d.event_id, d.attempts, d.tries, d.sealed, w.url, w.sealed_secret, w.sealed_former_secret, w.former_until
          from integrations.delivery d join integrations.webhook w using (webhook_id)
          where d.delivery_id = any (${taken.map(({ delivery_id }) => delivery_id)}::uuid[]) and d.handed_until = ${until}`,
    )
  })
}

async function deliver(db: Pool, parcel: Parcel, options: SenderOptions): Promise<void> {
  const began = performance.now()
  const outcome = await send(parcel, options)
  const took_ms = Math.round(performance.now() - began)
  await transaction(db, system, (tx) => record(tx, parcel, { ...outcome, took_ms }))
}

async function send(parcel: Parcel, options: SenderOptions): Promise<Omit<Outcome, 'took_ms'>> {
  if (!parcel.sealed) return { error: 'expired' }
  const body = unsealAnswer(parcel.sealed)
  try {
    const answer = await reach(
      {
        url: parcel.url,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'Engawa-Webhooks/1', ...signed(parcel, body) },
        body,
        timeout_ms: options.timeout_ms ?? timeout_ms,
        max_bytes: answer_bytes,
        loopback: loopback(),
      },
      options.outside,
    )
    return { status: answer.status, answer: textOf(answer), ...retryAfter(answer) }
  } catch (error) {
    if (error instanceof Unreached) return { error: error.message }
    throw error
  }
}

/** The headers of Standard Webhooks: id, time, and a signature by each secret that counts now. */
export function signed(
  parcel: Pick<Parcel, 'event_id' | 'sealed_secret' | 'sealed_former_secret' | 'former_until'>,
  body: string,
): Record<string, string> {
  // The receiver compares with her own watch, so this is the machine's time and never the demo's.
  const at = new Date()
  return {
    'webhook-id': parcel.event_id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secretsOf(parcel)
      .map((secret) => new Signer(secret).sign(parcel.event_id, at, body))
      .join(' '),
  }
}

function textOf({ body }: Answer): string {
  return body.toString('utf8').replaceAll('\u0000', '')
}

function retryAfter({ status, headers }: Answer): { wait_ms?: number } {
  const seconds = Number(headers['retry-after'])
  return (status === 429 || status === 503) && seconds > 0 ? { wait_ms: seconds * 1000 } : {}
}
