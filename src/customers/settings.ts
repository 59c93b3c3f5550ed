/** What a retailer decides about joining and signing in. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

export const smsPrefixes = declare({
  key: 'customers.sms_prefixes',
  schema: Type.Array(Type.String({ pattern: '^\\+[1-9][0-9]{0,6}$' }), { minItems: 1, maxItems: 50 }),
  usual: ['+81'],
  title: { ja: 'SMSを送る国番号', en: 'Countries we send SMS to' },
  about: {
    ja: '確認コードを送る電話番号の先頭です。国外への送信は費用が高く、不正に使われやすいので、必要な国だけにしてください。',
    en: 'How phone numbers begin that sign-in codes are sent to. Numbers abroad are dear and fraud lives on that: name only what you need.',
  },
})

export const leastAge = declare({
  key: 'customers.least_age',
  schema: Type.Integer({ minimum: 0, maximum: 25 }),
  usual: 0,
  title: { ja: '会員登録できる年齢', en: 'Youngest age to join' },
  about: {
    ja: '0のときは年齢を問いません。生年月日を入力した方だけに適用されます。',
    en: '0: any age. It is asked of those who give their date of birth.',
  },
})
