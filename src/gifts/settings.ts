/** What a retailer decides about gifts. */
import { Type } from 'typebox'
import { refuse } from '#core/problem'
import { declare } from '#core/settings'

const days = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum })
// Under six months of any length, so that a gift is no prepaid means of payment that must be secured (資金決済法 4条2号).
const most_days = 180

export const giftTerms = declare({
  key: 'gifts.terms',
  schema: Type.Object(
    { valid_days: days(1, most_days), own_days: days(0, most_days), remind_days: days(1, most_days) },
    { additionalProperties: false },
  ),
  usual: { valid_days: 120, own_days: 30, remind_days: 5 },
  dated: true,
  title: { ja: 'eGiftの受取期限', en: 'Until when gifts can be received' },
  about: {
    ja: '受け取れるのは購入から valid_days 日間。過ぎると own_days 日間は贈り主が自分で使うか返金を選べ、その後は返金します。合わせて180日まで（資金決済法の適用除外）。未受取なら remind_days 日後に贈り主へお知らせします。すでに売れたギフトの期限は変わりません。',
    en: 'A gift can be received for valid_days after it is bought. Then its giver has own_days to use it herself or have her money back; after that the money goes back. Together 180 days at most (Payment Services Act). An unreceived gift is recalled to its giver after remind_days. Gifts sold before keep their time.',
  },
  check: async (_, { valid_days, own_days }) => {
    if (valid_days + own_days <= most_days) return
    refuse(
      'gifts.too_long',
      422,
      '受取期限と贈り主の期間は、合わせて180日までです（資金決済法）。',
      'Both together may be 180 days at most (Payment Services Act).',
      { field: 'value.own_days', most_days },
    )
  },
})
