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

export const waysIn = declare({
  key: 'customers.ways_in',
  schema: Type.Array(
    Type.Union([Type.Literal('passkey'), Type.Literal('line'), Type.Literal('email'), Type.Literal('sms')]),
    {
      minItems: 1,
      maxItems: 4,
      uniqueItems: true,
    },
  ),
  usual: ['passkey', 'line', 'email', 'sms'],
  title: { ja: '会員のサインイン方法', en: 'How members may sign in' },
  about: {
    ja: 'パスキーだけにすると、すべての会員が二つの要素でサインインします。',
    en: 'With passkeys alone every member signs in with two factors.',
  },
})

export const lineWays = declare({
  key: 'customers.line_ways',
  schema: Type.Array(Type.String({ pattern: '^[a-z]{1,20}$' }), { maxItems: 10 }),
  usual: [],
  title: { ja: 'LINEでの認証方法', en: 'Ways of signing in at LINE that count' },
  about: {
    ja: '空のときはLINEのすべての方法を認めます。例: pwd、lineqr、mfa を指定すると、自動ログインだけでは入れません。',
    en: 'Empty: all of LINE’s. With pwd, lineqr, mfa its automatic sign-in alone lets nobody in.',
  },
})

export const codesInOneBrowser = declare({
  key: 'customers.codes_in_one_browser',
  schema: Type.Boolean(),
  usual: true,
  title: { ja: '確認コードは依頼した端末だけで使える', en: 'Codes count only where they were asked for' },
  about: {
    ja: 'オフにすると、コードの送信を依頼した端末と別の端末でもサインインできます。',
    en: 'Off: a code asked for on one device may be entered on another.',
  },
})

export const pairing = declare({
  key: 'customers.pairing',
  schema: Type.Object(
    {
      review_from: Type.Number({ minimum: 0.05, maximum: 1 }),
      merge_from: Type.Union([Type.Number({ minimum: 0.5, maximum: 1 }), Type.Null()]),
    },
    { additionalProperties: false },
  ),
  usual: { review_from: 0.3, merge_from: null },
  title: { ja: '同じ方かもしれない組', en: 'Records that may be one person' },
  about: {
    ja: 'review_from は確認待ちに出す確率、merge_from はそのまま統合する確率です。null のときは、だれかが確認するまで統合しません。どちらも後から元に戻せます。',
    en: 'From the probability review_from on a pair waits for review; from merge_from on it is merged unseen (null: nobody is). Either can be taken back.',
  },
})
