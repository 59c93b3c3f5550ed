import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    title: 'ギフトカードの残高',
    text: 'カードの番号で、残高と有効期限をお確かめいただけます。ECでも店舗でも、少しずつお使いいただけます。',
    number: 'ギフトカードの番号',
    hint: '20文字。空白やハイフンはそのままで構いません。',
    wrong: '番号が正しくありません。もう一度お確かめください。',
    check: '残高を見る',
    balance: '残高',
    ends: (last: string) => `番号の末尾 ${last}`,
    until: (day: string) => `${day}までお使いいただけます`,
    expired: '有効期限が過ぎています',
    empty: '残高がありません',
    pay: 'ギフトカードを使う',
    add: '使う',
    twice: 'このカードはすでに入っています。',
    pays: (last: string, amount: string) => `…${last} から ${amount}`,
    remove: (last: string) => `…${last} を外す`,
    used: '使い切りました',
    void: '無効になりました',
    secret: '番号を知っている方はどなたでも使えます。大切にお持ちください。',
  },
  {
    title: 'Gift card balance',
    text: 'See by its number what a card holds and until when. Use it bit by bit, here and in our shops.',
    number: 'Number of the gift card',
    hint: '20 characters; spaces and hyphens do not matter.',
    wrong: 'This is no card number. Please check it.',
    check: 'Show the balance',
    balance: 'Balance',
    ends: (last) => `Ends in ${last}`,
    until: (day) => `Valid until ${day}`,
    expired: 'It has expired',
    empty: 'Nothing is left on it',
    pay: 'Pay with a gift card',
    add: 'Use',
    twice: 'This card is used here already.',
    pays: (last, amount) => `${amount} from …${last}`,
    remove: (last) => `Take out …${last}`,
    used: 'Used up',
    void: 'Void',
    secret: 'Whoever knows the number can use it. Keep it safe.',
  },
)

export function useCardWords() {
  return words(useLang())
}

/** A card ends at a midnight: the day before is the last on which it pays. */
export function lastDay(expires_at: string): string {
  return new Date(Date.parse(expires_at) - 60_000).toISOString()
}
