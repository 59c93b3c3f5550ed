import { randomInt, timingSafeEqual } from 'node:crypto'
import { one, run, sql, type Tx } from '#core/database'
import { Problem } from '#core/problem'
import { blind } from '#core/secret'
import { clock } from '#core/time'
import { secondsUntil } from './limits.ts'

const minute_ms = 60_000
const life_ms = 10 * minute_ms
const window_ms = 60 * minute_ms
const sends_per_window = 5
const attempts_per_code = 5

/** A fresh six-digit code for a subject known only as a keyed hash, good with `key` alone; it replaces the one before. Refuses (429) the sixth within an hour. */
export async function issueCode(tx: Tx, subject: Buffer, key = ''): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const window_start = new Date(clock.ms() - window_ms).toISOString()
  const issued = await run(
    tx,
    sql`insert into access.sign_in_code as c (subject, code_hash, created_at, expires_at)
        values (${subject}, ${hash(subject, code, key)}, ${clock.iso()}, ${new Date(clock.ms() + life_ms).toISOString()})
        on conflict (subject) do update set code_hash = excluded.code_hash, attempts = 0, expires_at = excluded.expires_at,
          sent_count = case when c.created_at <= ${window_start} then 1 else c.sent_count + 1 end,
          created_at = case when c.created_at <= ${window_start} then excluded.created_at else c.created_at end
        where c.sent_count < ${sends_per_window} or c.created_at <= ${window_start}`,
  )
  if (!issued) throw await tooManyCodes(tx, subject)
  return code
}

/**
 * Whether the code is the subject's present one, and was asked for with this key; right once only. The attempt is counted first and must be committed
 * even when the answer is no, so refuse outside the transaction.
 */
export async function checkCode(tx: Tx, subject: Buffer, code: string, key = ''): Promise<boolean> {
  const kept = await one<{ code_hash: Buffer }>(
    tx,
    sql`update access.sign_in_code set attempts = attempts + 1
        where subject = ${subject} and expires_at > ${clock.iso()} and attempts < ${attempts_per_code} returning code_hash`,
  )
  if (!kept || !timingSafeEqual(kept.code_hash, hash(subject, code, key))) return false
  await run(tx, sql`update access.sign_in_code set expires_at = ${clock.iso()} where subject = ${subject}`)
  return true
}

async function tooManyCodes(tx: Tx, subject: Buffer): Promise<Problem> {
  const first = await one<{ created_at: string }>(
    tx,
    sql`select created_at from access.sign_in_code where subject = ${subject}`,
  )
  const since_ms = first ? Date.parse(first.created_at) : clock.ms()
  return new Problem(
    'access.too_many_codes',
    429,
    {
      ja: 'コードの送信回数が上限に達しました。1時間ほどおいてお試しください。',
      en: 'Too many codes were sent; please try again in an hour.',
    },
    { retry_after_seconds: secondsUntil(new Date(since_ms + window_ms).toISOString()) },
  )
}

// Keyed: a million codes are soon tried against a plain hash, should the table leak.
function hash(subject: Buffer, code: string, key: string): Buffer {
  return blind(`sign_in_code ${subject.toString('base64url')}`, `${code} ${key}`)
}
