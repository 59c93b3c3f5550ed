/** Two people whom one event named: put into the queue of those who may be one person, once an hour at most for each two. */
import { system } from '#core/actor'
import { type Pool, transaction } from '#core/database'
import { kept } from '#core/kept'
import { type NameKind, propose } from '#customers/customers'
import type { Meeting } from './resolve.ts'

const noted = kept<true>({ ttl_ms: 3_600_000, max: 10_000 })
const words: Partial<Record<NameKind, { ja: string; en: string }>> = {
  external_id: { ja: '管理番号', en: 'the number' },
  member_number: { ja: '会員番号', en: 'the member number' },
  card: { ja: 'カード', en: 'the card' },
  line: { ja: 'LINE', en: 'the LINE account' },
  email: { ja: 'メールアドレス', en: 'the e-mail address' },
  phone: { ja: '電話番号', en: 'the phone number' },
}
const level = {
  ja: '一つの記録に、それぞれの方のものが並んでいた',
  en: 'one record named both, each by what is her own',
}

export async function note(db: Pool, meetings: readonly Meeting[]): Promise<void> {
  const found = new Map<string, Meeting>()
  for (const meeting of meetings) {
    const key = [meeting.a, meeting.b].sort().join(' ')
    if (!noted.has(key)) found.set(key, meeting)
  }
  if (found.size === 0) return
  await transaction(db, system, (tx) =>
    propose(
      tx,
      [...found.values()].map(({ a, b, by }) => ({
        a,
        b,
        found_by: 'met',
        probability: null,
        reasons: by.flatMap((kind) => {
          const field = words[kind]
          return field ? [{ field, level, bits: 0 }] : []
        }),
      })),
    ),
  )
  for (const key of found.keys()) noted.set(key, true)
}
