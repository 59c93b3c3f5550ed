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

export const pointValue = declare({
  key: 'loyalty.point_value',
  schema: Type.Object({ yen_num: count(1_000_000), yen_den: count(1_000_000) }, { additionalProperties: false }),
  usual: { yen_num: 1, yen_den: 1 },
  dated: true,
  title: { ja: 'ポイントの評価額', en: 'What a point is worth in the books' },
  about: {
    ja: '未使用ポイントを円で示すときの換算です。yen_den ポイントを yen_num 円と数えます（1円未満は切り捨て）。お客様が使うときの1ポイント1円は変わりません。',
    en: 'How outstanding points are shown in yen: yen_den points count as yen_num yen, rounded down. What members pay with a point does not change.',
  },
})

export const correction = declare({
  key: 'loyalty.correction',
  schema: Type.Object({ from_points: Type.Union([count(100_000_000), Type.Null()]) }, { additionalProperties: false }),
  usual: { from_points: 10_000 },
  title: { ja: 'ポイントの取り消しの承認', en: 'Who reverses points' },
  about: {
    ja: 'from_points ポイント以上の付与の取り消しは、申請した人とは別の人が行います。null なら1人で取り消せます。',
    en: 'A grant of from_points or more is reversed by somebody else than who asked. With null one person may reverse any.',
  },
})
