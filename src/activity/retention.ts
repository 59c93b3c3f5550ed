/** How long the timeline is kept: whole months go at once, never a month that still has work to do. */
import { Type } from 'typebox'
import { system } from '#core/actor'
import { only, type Pool, sql, transaction } from '#core/database'
import { refuse } from '#core/problem'
import { declare, putSetting, setting } from '#core/settings'

const least_months = 13

export const keepMonths = declare({
  key: 'activity.keep_months',
  schema: Type.Integer({ minimum: 0, maximum: 600 }),
  usual: 0,
  title: { ja: 'タイムラインを残す月数（0は無期限）', en: 'Months the timeline is kept (0: for ever)' },
  about: {
    ja: '過ぎた月の行動記録をまとめて消します。注文・支払い・税・ポイント・同意の記録は、これとは別に法令どおり残ります。13か月より短くはできません。',
    en: 'Older months of events are dropped whole. Orders, payments, tax, points and consents are kept apart from it, as the law wants. Not less than 13 months.',
  },
  check: async (_, months) => {
    if (months > 0 && months < least_months)
      refuse(
        'activity.keep_short',
        422,
        `タイムラインは${least_months}か月以上残してください（0は無期限）。`,
        `Keep the timeline for at least ${least_months} months (0: for ever).`,
        { field: 'value' },
      )
  },
})

/** Drop the months that are over; returns how many went. A month in use just now is tried again in an hour. */
export async function dropMonths(db: Pool, now: string): Promise<number> {
  const months = await setting(db, keepMonths)
  if (months === 0) return 0
  const [year = 0, month = 1] = now.slice(0, 7).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString()
  return transaction(db, system, async (tx) => {
    const { gone, kept_from } = await only<{ gone: number; kept_from: string | null }>(
      tx,
      sql`select gone, kept_from from activity.drop_months(${first})`,
    )
    if (kept_from) await putSetting(tx, 'activity.kept_from', kept_from, 'retention')
    return gone
  })
}
