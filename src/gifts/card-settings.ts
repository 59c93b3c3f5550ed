/** What a retailer decides about gift cards. */
import { Type } from 'typebox'
import { refuse } from '#core/problem'
import { declare } from '#core/settings'

// Under six months of any length: what ends earlier is no prepaid means of payment that must be secured (資金決済法 4条2号).
const exempt_days = 180

export const cardTerms = declare({
  key: 'gifts.cards',
  schema: Type.Object(
    {
      least_yen: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      most_yen: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      valid_days: Type.Integer({ minimum: 1, maximum: 3650 }),
      funds_law: Type.Boolean(),
      for_points: Type.Boolean(),
      for_cards: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  usual: {
    least_yen: 500,
    most_yen: 50_000,
    valid_days: exempt_days,
    funds_law: false,
    for_points: false,
    for_cards: false,
  },
  dated: true,
  title: { ja: 'ギフトカードの金額と有効期限', en: 'What gift cards are worth, and until when' },
  about: {
    ja: '販売できる金額は least_yen から most_yen 円。有効期限は販売日から valid_days 日後で、180日を超えられるのは資金決済法の前払式支払手段として届け出た場合（funds_law）だけです。ギフトカードの購入にポイント（for_points）やギフトカード（for_cards）を使えるようにもできます。すでに売れたカードの期限は変わりません。',
    en: 'Cards are sold from least_yen to most_yen and pay for valid_days after their sale: more than 180 only when they are notified as prepaid payment instruments (funds_law). Points (for_points) or gift cards (for_cards) may be let pay for them. Cards sold before keep their time.',
  },
  check: async (_, { least_yen, most_yen, valid_days, funds_law }) => {
    if (least_yen > most_yen)
      refuse(
        'gifts.card_range',
        422,
        '最低額は最高額以下にしてください。',
        'The least value must not be more than the most.',
        { field: 'value.least_yen', most_yen },
      )
    if (!funds_law && valid_days > exempt_days)
      refuse(
        'gifts.card_too_long',
        422,
        '資金決済法の届出がない場合、有効期限は180日までです。',
        'Without notification under the Payment Services Act, cards may be valid for 180 days at most.',
        { field: 'value.valid_days', most_days: exempt_days },
      )
  },
})
