/** What a retailer decides about staying signed in. */
import { Type } from 'typebox'
import { declare } from '#core/settings'

const minute_seconds = 60
const day_seconds = 86_400

export const lifetimes = {
  staff: declare({
    key: 'access.staff_session_seconds',
    schema: Type.Integer({ minimum: 5 * minute_seconds, maximum: 7 * day_seconds }),
    usual: day_seconds / 2,
    title: { ja: 'スタッフのサインインの有効時間（秒）', en: 'How long staff stay signed in (seconds)' },
    about: {
      ja: 'これから始まるサインインに適用されます。一日の勤務より長くする必要はありません。',
      en: 'Holds for sign-ins from now on. It need not outlast a working day.',
    },
  }),
  member: declare({
    key: 'access.member_session_seconds',
    schema: Type.Integer({ minimum: 5 * minute_seconds, maximum: 400 * day_seconds }),
    usual: 60 * day_seconds,
    title: { ja: '会員のサインインの有効時間（秒）', en: 'How long members stay signed in (seconds)' },
    about: { ja: 'これから始まるサインインに適用されます。', en: 'Holds for sign-ins from now on.' },
  }),
  visitor: declare({
    key: 'access.visitor_session_seconds',
    schema: Type.Integer({ minimum: 5 * minute_seconds, maximum: 400 * day_seconds }),
    usual: 180 * day_seconds,
    title: { ja: '訪問者を覚えておく時間（秒）', en: 'How long a visitor is remembered (seconds)' },
    about: {
      ja: 'サインインしていない方のカートなどを保つ時間です。',
      en: 'How long the cart of somebody who has not signed in is kept.',
    },
  }),
}

export const idleSeconds = declare({
  key: 'access.staff_idle_seconds',
  schema: Type.Integer({ minimum: minute_seconds, maximum: day_seconds }),
  usual: 30 * minute_seconds,
  title: { ja: '操作がないとき店頭端末をロックするまで（秒）', en: 'When a shop device left alone locks (seconds)' },
  about: {
    ja: '店頭で開いているスタッフの画面は、この時間操作がないとロックされます。',
    en: 'A staff screen open in a shop locks after so long without anybody touching it.',
  },
})
