import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    title: '店内モード',
    at: (place: string) => `${place}にいます`,
    noShop: 'どの店舗にいらっしゃいますか',
    scan: '棚の札やバーコードを読み取る',
    stopScan: '読み取りをやめる',
    code: 'バーコードの数字',
    find: 'さがす',
    unknown: (code: string) => `${code} は見つかりませんでした`,
    waiting: 'この店舗でお待ちしています',
    ready: '受取可',
    held: 'お取り置き',
    preparing: '準備中',
    wishesHere: 'ほしい物が、ここにあります',
    shelf: (place: string) => `いま${place}にあります`,
    list: 'お買い物リスト',
    inCart: (n: string) => `カートに${n}点`,
    handOver: 'カートをレジに引き継げます',
  },
  {
    title: 'In-store mode',
    at: (place) => `You are at ${place}`,
    noShop: 'Which shop are you in?',
    scan: 'Scan a shelf tag or bar code',
    stopScan: 'Stop scanning',
    code: 'Digits of the bar code',
    find: 'Find',
    unknown: (code) => `${code} was not found`,
    waiting: 'Waiting for you here',
    ready: 'ready',
    held: 'on hold',
    preparing: 'being prepared',
    wishesHere: 'From your wish list, here',
    shelf: (place) => `At ${place} now`,
    list: 'Shopping list',
    inCart: (n) => `${n} in the cart`,
    handOver: 'Hand your cart over to the till',
  },
)

/** Words of the in-store mode. */
export function useInStoreWords() {
  return words(useLang())
}
