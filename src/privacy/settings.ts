/** How soon the house answers what people ask about their data. */
import { type Static, Type } from 'typebox'
import { declare } from '#core/settings'

const days = Type.Integer({ minimum: 1, maximum: 90 })

export const ResponseDays = Type.Object(
  { see: days, export: days, correct: days, stop: days, erase: days },
  { additionalProperties: false },
)
export type ResponseDays = Static<typeof ResponseDays>

export const responseDays = declare({
  key: 'privacy.response_days',
  schema: ResponseDays,
  // The law says "without delay" and names no number; two weeks after a request she may go to court (個人情報保護法 39条).
  usual: { see: 14, export: 14, correct: 14, stop: 14, erase: 14 },
  dated: true,
  title: { ja: '個人情報の請求に答えるまでの日数', en: 'Days to answer requests about personal data' },
  about: {
    ja: '受け付けた日から数えます。法律は「遅滞なく」とだけ定めています。請求から2週間たつと、ご本人は訴えを起こすことができます（個人情報保護法39条）。受け付け済みの請求の期限は変わりません。',
    en: 'Counted from the day of receipt. The law says “without delay”; two weeks after a request the person may sue (APPI, article 39). Requests received already keep their day.',
  },
})
