import type { FastifyReply, FastifyRequest } from 'fastify'
import { stringify } from 'safe-stable-stringify'
import { type Db, only, type Pool, rows, run, sql, type Tx, transaction } from '#core/database'
import { gathered } from '#core/gather'
import { sha256 } from '#core/id'
import { refuse } from '#core/problem'
import { sealAnswer, unsealAnswer } from '#core/secret'
import { clock } from '#core/time'

const keep_ms = 30 * 86_400_000

/** Where a POST's first answer is kept: who called what, under which key, with which body. */
export type Claim = { scope: string; key: string; fingerprint: Buffer; at: string; expires_at: string }
export type Claimed = {
  outcome: 'new' | 'known' | 'busy' | 'other' | 'resume'
  status: number | null
  answer: Buffer | null
  subject_id: string | null
}

/** Read the Idempotency-Key of a request; refuses one without it (400). */
export function claimOf(request: FastifyRequest): Claim {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 255)
    refuse(
      'core.idempotency_key',
      400,
      'Idempotency-Key ヘッダー（8〜255文字）が必要です。',
      'An Idempotency-Key header of 8 to 255 characters is needed.',
      {
        field: 'Idempotency-Key',
      },
    )
  const { actor } = request
  return {
    scope: `${actor.kind}:${actor.id}:${request.method} ${request.routeOptions.url ?? ''}`,
    key,
    fingerprint: sha256(`${request.method} ${request.url}\n${stringify(request.body) ?? ''}`),
    at: clock.iso(),
    expires_at: new Date(clock.ms() + keep_ms).toISOString(),
  }
}

/** Claim the right to answer inside a transaction. */
export function claim(
  db: Db,
  to: Claim,
  options: { locked_until?: string; subject_id?: string } = {},
): Promise<Claimed> {
  return only<Claimed>(
    db,
    sql`select outcome, status, answer, subject_id from core.claim_answer(${to.scope}, ${to.key}, ${to.fingerprint}, ${to.at}, ${to.expires_at},
      ${options.locked_until ?? null}, ${options.subject_id ?? null})`,
  )
}

const neverClaimed = gathered<true>(async (db, names) => {
  const found = await rows<{ name: string }>(db, sql`select unclaimed as name from core.unclaimed(${names}::text[])`)
  return new Map(found.map(({ name }) => [name, true]))
})

/** Whether nobody has called with this key, neither before nor at this moment: then a refusal may be told without a claim. */
export async function unclaimed(db: Db, { scope, key }: Claim): Promise<boolean> {
  const name = `${scope}\u001f${key}`
  return (await neverClaimed(db, [name])).has(name)
}

export async function keep(db: Db, to: Claim, status: number, text: string): Promise<void> {
  await run(db, sql`select core.keep_answer(${to.scope}, ${to.key}, ${status}, ${sealAnswer(text)})`)
}

/** Turn the outcome of a claim into the kept answer, undefined when the caller must do the work, or a refusal. */
export function replay(reply: FastifyReply, claimed: Claimed): string | undefined {
  switch (claimed.outcome) {
    case 'known':
      reply
        .code(claimed.status ?? 200)
        .header('Idempotent-Replayed', 'true')
        .type('application/json; charset=utf-8')
      return unsealAnswer(claimed.answer as Buffer)
    case 'busy':
      reply.header('Retry-After', '1')
      return refuse(
        'core.in_flight',
        409,
        '同じ操作を処理中です。少し待ってからもう一度お試しください。',
        'The same request is being handled; try again shortly.',
      )
    case 'other':
      return refuse(
        'core.idempotency_reused',
        422,
        'このIdempotency-Keyは別の内容で使われています。',
        'This Idempotency-Key was used with another body.',
        {
          field: 'Idempotency-Key',
        },
      )
    default:
      return undefined
  }
}

/**
 * Do a POST's work once: the effect and its answer are written in one transaction, repeats get the same bytes
 * (`Idempotent-Replayed: true`). A refusal writes nothing and keeps nothing.
 */
export async function once<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const to = claimOf(request)
  const answer = await transaction(request.db, request.actor, async (tx) => {
    const kept = replay(reply, await claim(tx, to))
    if (kept !== undefined) return kept
    const text = answerText(reply, status, await work(tx))
    await keep(tx, to, status, text)
    return text
  })
  // It is the body's text, typed as the body: so the compiler holds each route's work to its response schema.
  return answer as T
}

/** The body as its route's response schema lets it out: no stray field leaves. */
export function answerText(reply: FastifyReply, status: number, body: unknown): string {
  reply.code(status).type('application/json; charset=utf-8')
  return reply.serialize(body) as string
}

/** Run a GET's reads, or a PUT/PATCH/DELETE (idempotent by nature), as the caller in one transaction. */
export function within<T>(request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(request.db as Pool, request.actor, work)
}

/** Forget the answers kept for these callers: they may hold what its owner has had erased. */
export async function forgetAnswersOf(tx: Tx, actor_ids: readonly string[]): Promise<void> {
  const scopes = actor_ids.flatMap((actor_id) => [`member:${actor_id}:%`, `visitor:${actor_id}:%`])
  await run(tx, sql`delete from core.idempotency where scope like any (${scopes})`)
}

/** A moment at which somebody had to do with a person. */
export type Look = { actor_kind: string; actor_id: string; at: string }

/**
 * Empty the answers that staff and systems were given around these moments, where they tell of the person: a repeat is still known,
 * and has no second effect, but is told nothing any more.
 */
export async function forgetAnswersAbout(
  tx: Tx,
  looks: readonly Look[],
  tells: (text: string) => boolean,
): Promise<void> {
  const found = await rows<{ scope: string; key: string; answer: Buffer }>(
    tx,
    sql`with look as (
          select distinct kind, id, date_trunc('minute', at) as at
          from unnest(${looks.map((look) => look.actor_kind)}::text[], ${looks.map((look) => look.actor_id)}::text[],
            ${looks.map((look) => look.at)}::timestamptz[]) l(kind, id, at))
        select distinct i.scope, i.key, i.answer from core.idempotency i join look l
          on split_part(i.scope, ':', 1) = l.kind and split_part(i.scope, ':', 2) = l.id
            and i.created_at between l.at - interval '1 minute' and l.at + interval '1 minute'
        where i.answer is not null`,
  )
  const hers = found.filter(({ answer }) => tells(unsealAnswer(answer)))
  await run(
    tx,
    sql`update core.idempotency i set answer = ${sealAnswer('{}')}
        from unnest(${hers.map(({ scope }) => scope)}::text[], ${hers.map(({ key }) => key)}::text[]) h(scope, key)
        where i.scope = h.scope and i.key = h.key`,
  )
}
