import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    title: '閲覧の記録とCookieについて',
    text: 'ご覧になった商品や検索の記録を、お客さまに合わせたおすすめのために使わせていただけますか。お断りになっても、お買い物やポイントはこれまでどおりご利用いただけます。',
    acceptAll: 'すべて許可する',
    refuseAll: 'すべて断る',
    choose: '項目ごとに選ぶ',
    save: '選んだ内容で決める',
    later: 'ページ下の「閲覧の記録とCookieの設定」から、いつでも変えられます。',
    needed: '必須のCookie',
    neededText: 'サインイン、カート、選んだ店舗とことば、この設定を覚えるために使います。切ることはできません。',
    agree: '許可する',
    gpc: 'お使いのブラウザーが「Global Privacy Control（第三者への提供を望まない）」を伝えているため、許可されません。',
  },
  {
    title: 'Browsing records and cookies',
    text: 'May we use what you view and search for to choose recommendations for you? If you refuse, shopping and points work just as before.',
    acceptAll: 'Accept all',
    refuseAll: 'Refuse all',
    choose: 'Choose one by one',
    save: 'Save my choice',
    later: 'You can change this any time under “Browsing and cookie settings” at the foot of each page.',
    needed: 'Necessary cookies',
    neededText: 'They remember your sign-in, cart, shop and language, and this choice. They cannot be turned off.',
    agree: 'Accept',
    gpc: 'Your browser sends Global Privacy Control, so this stays refused.',
  },
)

/** Words of the question about browsing records and cookies. */
export function useConsentWords() {
  return words(useLang())
}
