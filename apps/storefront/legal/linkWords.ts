import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    trade: '特定商取引法に基づく表記',
    privacy: 'プライバシーポリシー',
    transmission: '外部送信について',
    footer: 'このお店について',
    cookies: '閲覧の記録とCookieの設定',
  },
  {
    trade: 'Legal notice',
    privacy: 'Privacy policy',
    transmission: 'What is sent to others',
    footer: 'About this shop',
    cookies: 'Browsing and cookie settings',
  },
)

/** What the pages of the law are called: all that other pages need of their words. */
export function useLinkWords() {
  return words(useLang())
}
