/** What a retailer decides about points. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

const count = (maximum: number) => Type.Integer({ minimum: 1, maximum })

export const pointsProgramme = declare({
  key: 'loyalty.programme',
  schema: Type.Object(
    { rate_num: Type.Integer({ minimum: 0, maximum: 10_000 }), rate_den: count(1_000_000), expiry_days: count(3_650) },
    { additionalProperties: false },
  ),
  usual: { rate_num: 1, rate_den: 100, expiry_days: 365 },
  dated: true,
  title: { ja: 'ポイントの付け方と有効期限', en: 'How points are earned and how long they last' },
  about: {
    ja: 'お支払い rate_den 円ごとに rate_num ポイント。付いたポイントは expiry_days 日間使えます。すでに付いたポイントは変わりません。',
    en: 'rate_num points for every full rate_den yen paid; each lot lasts expiry_days days. Points granted before stay as they are.',
  },
})
