import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    or: 'または',
    byPasskey: 'パスキーでサインイン',
    byLine: 'LINEで続ける',
    ways: 'サインインの方法',
    passkeys: 'パスキー',
    passkeysText: '指紋や顔、画面ロックでサインインできます。コードは要りません。',
    addPasskey: 'パスキーを追加',
    remove: '外す',
    removeNamed: (name: string) => `${name}を外す`,
    usedOn: (day: string) => `最後に使った日 ${day}`,
    neverUsed: 'まだ使っていません',
    line: 'LINE',
    lineLinked: '連携しています',
    lineFree: '連携していません',
    linkLine: 'LINEと連携する',
    comingBack: 'LINEを確かめています…',
    lineNew: (name: string) =>
      `LINEの${name}さまを確かめました。メールアドレスを確かめると、会員証とLINEがつながります。`,
    lineAgain: 'LINEで続けられませんでした',
    back: 'マイページへ',
    joinTitle: '会員証を、いまここで',
    joinAt: (place: string) => `${place}のポスターから`,
    joinTablet: '店舗のタブレットから',
    posterGone: 'このポスターの受付は終わりました。そのまま会員になれます。',
  },
  {
    or: 'or',
    byPasskey: 'Sign in with a passkey',
    byLine: 'Continue with LINE',
    ways: 'Ways to sign in',
    passkeys: 'Passkeys',
    passkeysText: 'Sign in by fingerprint, face or screen lock. No code needed.',
    addPasskey: 'Add a passkey',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name}`,
    usedOn: (day) => `Last used ${day}`,
    neverUsed: 'Not used yet',
    line: 'LINE',
    lineLinked: 'Linked',
    lineFree: 'Not linked',
    linkLine: 'Link LINE',
    comingBack: 'Checking with LINE…',
    lineNew: (name) => `LINE says you are ${name}. Confirm your e-mail address, and card and LINE belong together.`,
    lineAgain: 'LINE did not work out',
    back: 'To my page',
    joinTitle: 'Your member card, here and now',
    joinAt: (place) => `From the poster at ${place}`,
    joinTablet: 'From the shop’s tablet',
    posterGone: 'This poster was taken down. You can join all the same.',
  },
)

/** Words for the ways in: passkeys, LINE, joining by a poster or the shop's tablet. */
export function useWaysWords() {
  return words(useLang())
}
