/** How stock is dealt with: which places send, how long goods are set aside, when a mark is shown. */
import { type Static, Type } from 'typebox'
import type { Db } from '#core/database'
import { declare, setting } from '#core/settings'
import { usualRules } from '#inventory/allocate'
import { body } from '#inventory/shapes'

const Minutes = Type.Integer({ minimum: 5, maximum: 60 * 24 * 60 })
export const Policy = body({
  allocation: body({
    prefer_warehouse: Type.Boolean(),
    keep_last_in_shop: Type.Boolean(),
    split: Type.Boolean(),
    max_parcels: Type.Integer({ minimum: 1, maximum: 3 }),
  }),
  hold_minutes: Minutes,
  hold_minutes_most: Minutes,
  many_from: Type.Integer({ minimum: 1, maximum: 1000, description: '◎ from so many pieces on' }),
})
export type Policy = Static<typeof Policy>

export const stockPolicy = declare({
  key: 'inventory',
  schema: Policy,
  usual: { allocation: usualRules, hold_minutes: 60, hold_minutes_most: 7 * 24 * 60, many_from: 5 },
  title: { ja: '在庫の扱い', en: 'How stock is dealt with' },
  about: {
    ja: '配送元の選び方（allocation）、お取り置きの時間（分）、在庫◎を出す点数です。',
    en: 'From where goods are sent (allocation), how long they are set aside (minutes), and from how many pieces ◎ is shown.',
  },
})

/** The policy in force; what was never set is as usual. */
export function policy(db: Db): Promise<Policy> {
  return setting(db, stockPolicy)
}
