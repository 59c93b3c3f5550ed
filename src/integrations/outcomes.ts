/** What comes of an attempt: delivered, tried again later, given up, or the receiver is switched off. */
import { nudge } from '#activity/activity'
import { one, run, sql, type Tx } from '#core/database'
import { sealAnswer } from '#core/secret'
import { clock } from '#core/time'
import { disable } from './webhooks.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
/** The wait before each try: ten of them in about 75 hours. */
export const waits_ms: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
]
/** A receiver that has answered nothing well for so long is switched off. */
const patience_ms = 72 * hour

export type Outcome = { status?: number; error?: string; answer?: string; took_ms: number; wait_ms?: number }
type Sent = { webhook_id: string; delivery_id: string; attempts: number; tries: number }

/** Write down an attempt and what follows from it. Sent twice at once, the first to be written counts. */
export async function record(tx: Tx, sent: Sent, outcome: Outcome): Promise<void> {
  const { webhook_id, delivery_id } = sent
  const number = sent.attempts + 1
  const now = clock.iso()
  const kept = await one(
    tx,
    sql`select from integrations.delivery where webhook_id = ${webhook_id} and delivery_id = ${delivery_id} and attempts = ${sent.attempts} for update`,
  )
  if (!kept) return
  await run(
    tx,
    sql`insert into integrations.attempt (webhook_id, delivery_id, number, at, took_ms, status, error, sealed_answer)
        values (${webhook_id}, ${delivery_id}, ${number}, ${now}, ${outcome.took_ms}, ${outcome.status ?? null}, ${outcome.error ?? null},
          ${outcome.answer ? sealAnswer(outcome.answer) : null})`,
  )
  const { state, due_at } = next(sent.tries + 1, outcome)
  await run(
    tx,
    sql`update integrations.delivery set state = ${state}, attempts = ${number}, tries = ${sent.tries + 1}, handed_until = null,
          last_status = ${outcome.status ?? null}, last_error = ${outcome.error ?? null}, due_at = ${due_at},
          ended_at = ${state === 'waiting' ? null : now}
        where webhook_id = ${webhook_id} and delivery_id = ${delivery_id}`,
  )
  if (state === 'delivered') await well(tx, webhook_id)
  else await unwell(tx, webhook_id, outcome)
  tx.afterCommit(nudge)
}

function next(tries: number, outcome: Outcome): { state: 'delivered' | 'waiting' | 'failed'; due_at: string } {
  const now = clock.ms()
  const fine = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300
  const wait = waits_ms[tries]
  if (fine) return { state: 'delivered', due_at: new Date(now).toISOString() }
  if (wait === undefined || outcome.status === 410) return { state: 'failed', due_at: new Date(now).toISOString() }
  const longest = waits_ms.at(-1) as number
  const wait_ms = Math.min(Math.max(wait, outcome.wait_ms ?? 0), longest)
  return { state: 'waiting', due_at: new Date(now + wait_ms).toISOString() }
}

async function well(tx: Tx, webhook_id: string): Promise<void> {
  await run(
    tx,
    sql`update integrations.webhook set failing_since = null where webhook_id = ${webhook_id} and failing_since is not null`,
  )
}

async function unwell(tx: Tx, webhook_id: string, { status }: Outcome): Promise<void> {
  if (status === 410) return disable(tx, webhook_id, 'gone')
  const now = clock.ms()
  await run(
    tx,
    sql`update integrations.webhook set failing_since = ${new Date(now).toISOString()} where webhook_id = ${webhook_id} and failing_since is null`,
  )
  const long = await one(
    tx,
    sql`select from integrations.webhook where webhook_id = ${webhook_id} and failing_since <= ${new Date(now - patience_ms).toISOString()}`,
  )
  if (long) await disable(tx, webhook_id, 'failing')
}
