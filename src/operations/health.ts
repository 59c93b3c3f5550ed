import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '#core/database'
import { type Message, refuse } from '#core/problem'
import { type Work, work } from './work.ts'

export type Degraded = { part: 'work' | 'pending' | 'webhooks' | 'connections' } & Message
const patience_ms = 2_000
const pending_late_seconds = 60
const webhook_late_seconds = 300

/** What is not as it should be, though the house answers; refuses 503 when its database does not within two seconds. */
export async function health(db: Pool): Promise<{ healthy: boolean; degraded: Degraded[] }> {
  const given_up = new AbortController()
  const late = sleep(patience_ms, 'late' as const, { signal: given_up.signal, ref: false }).catch(() => 'late' as const)
  const found = await Promise.race([work(db), late])
  given_up.abort()
  if (found === 'late')
    return refuse(
      'operations.database_silent',
      503,
      'データベースが2秒以内に応答しません。',
      'The database does not answer within two seconds.',
      { retry_after_seconds: 5 },
    )
  const degraded = looks.flatMap((look) => look(found, db) ?? [])
  return { healthy: degraded.length === 0, degraded }
}

const looks: ((found: Work, db: Pool) => Degraded | undefined)[] = [
  ({ dispatching }) =>
    dispatching
      ? undefined
      : {
          part: 'work',
          ja: '裏方の仕事をするプロセスがありません（engawa start --role worker）。',
          en: 'No process does the background work (engawa start --role worker).',
        },
  ({ reactions }) => {
    const late = Math.round(Math.max(0, ...reactions.map(({ oldest_due_seconds }) => oldest_due_seconds)))
    const stuck = reactions.reduce((sum, one) => sum + one.stuck, 0)
    if (late <= pending_late_seconds && stuck === 0) return undefined
    return {
      part: 'pending',
      ja: `待っている仕事が${late}秒遅れ、${stuck}件が止まっています。`,
      en: `Waiting work is ${late} s late; ${stuck} pieces of it are stuck.`,
    }
  },
  ({ webhooks }) => {
    const late = Math.round(webhooks.oldest_due_seconds)
    if (late <= webhook_late_seconds && webhooks.switched_off === 0) return undefined
    return {
      part: 'webhooks',
      ja: `Webhookの送信が${late}秒遅れ、${webhooks.switched_off}件が応答なしで停止しています。`,
      en: `Webhooks are ${late} s late; ${webhooks.switched_off} were switched off for want of an answer.`,
    }
  },
  (_, { pool }) =>
    pool.waitingCount <= pool.options.max
      ? undefined
      : {
          part: 'connections',
          ja: 'データベース接続が足りず、要求が順番を待っています。',
          en: 'Requests stand in line for a database connection.',
        },
]
