/** What a retailer decides about signing in and staying so. */
import { Type } from 'typebox'
import { declare } from '#core/settings'
import { Role } from './shapes.ts'

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

export const memberIdleSeconds = declare({
  key: 'access.member_idle_seconds',
  schema: Type.Integer({ minimum: 5 * minute_seconds, maximum: 400 * day_seconds }),
  usual: 14 * day_seconds,
  title: { ja: '使われない会員のサインインを終えるまで（秒）', en: 'When a member’s unused sign-in ends (seconds)' },
  about: {
    ja: '会員がこの時間アプリもサイトも使わないと、その端末のサインインは終わります。',
    en: 'A member’s sign-in on a device ends when she has not used it for so long.',
  },
})

export const freshSeconds = declare({
  key: 'access.fresh_seconds',
  schema: Type.Integer({ minimum: minute_seconds, maximum: day_seconds }),
  usual: 15 * minute_seconds,
  title: {
    ja: '大切な変更に必要なサインインの新しさ（秒）',
    en: 'How fresh a sign-in sensitive changes need (seconds)',
  },
  about: {
    ja: 'サインイン方法、暗証番号、スタッフの権限、APIキー、設定の変更は、サインインからこの時間内に限ります。',
    en: 'Ways to sign in, PINs, staff rights, API keys and settings are changed within so long after signing in.',
  },
})

export const initialPinDays = declare({
  key: 'access.initial_pin_days',
  schema: Type.Integer({ minimum: 1, maximum: 90 }),
  usual: 7,
  title: { ja: '最初のPINの有効日数', en: 'How many days a first PIN is good' },
  about: {
    ja: '店長などが設定したPINは、この日数のうちに一度だけ使え、そのとき本人が新しいPINを決めます。',
    en: 'A PIN a colleague set works once within these days; then its holder chooses her own.',
  },
})

export const passkeyRoles = declare({
  key: 'access.passkey_roles',
  schema: Type.Array(Role, { maxItems: 6, uniqueItems: true }),
  usual: [],
  title: { ja: 'パスキーが必要な役割', en: 'Roles that need a passkey' },
  about: {
    ja: 'ここに選んだ役割のスタッフは、PINではサインインできません。先に各自のパスキーを登録してください。',
    en: 'Staff of these roles cannot sign in by PIN. Have each of them make a passkey first.',
  },
})

export const sessionDays = declare({
  key: 'access.ended_session_days',
  schema: Type.Integer({ minimum: 1, maximum: 400 }),
  usual: 30,
  title: { ja: '終わったサインインの記録を残す日数', en: 'Days a session is kept after its end' },
  about: { ja: '過ぎたものは毎時消えます。', en: 'Older ones go within the hour.' },
})

export const auditDays = declare({
  key: 'access.audit_days',
  schema: Type.Integer({ minimum: 366, maximum: 36_500 }),
  usual: 5 * 365,
  title: { ja: 'お客さま情報の閲覧・操作の記録を残す日数', en: 'Days the record of who looked at whom is kept' },
  about: {
    ja: '個人情報の取扱いの記録です。1年より短くはできません（第三者提供の記録は法令で3年）。',
    en: 'The record of how personal data was handled; never less than a year (three for provision to others, by law).',
  },
})
