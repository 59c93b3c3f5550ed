import { Type } from 'typebox'
import { type Pool, run, sql } from '#core/database'
import { declare, setting } from '#core/settings'

export const answerDays = declare({
  key: 'core.answer_days',
  schema: Type.Integer({ minimum: 2, maximum: 30 }),
  usual: 30,
  title: { ja: '受け付けた操作の答えを残す日数', en: 'Days the answer to a request is kept for a repeat' },
  about: {
    ja: '同じ Idempotency-Key の再送に同じ答えを返せる日数です。オフラインのレジが止まる日数より長くしてください。',
    en: 'So long a repeat with its Idempotency-Key gets the first answer. Longer than a till may be offline.',
  },
})

/** Forget kept answers whose time is over; returns how many. */
export async function tick(db: Pool, now: string): Promise<number> {
  const oldest = new Date(Date.parse(now) - (await setting(db, answerDays)) * 86_400_000).toISOString()
  return run(
    db,
    sql`delete from core.idempotency where (scope, key) in
        (select scope, key from core.idempotency where expires_at <= ${now} or created_at <= ${oldest} limit 1000)`,
  )
}
