import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    seller_name: '販売業者',
    responsible_person: '運営統括責任者',
    address: '所在地',
    phone: '電話番号',
    price_note: '販売価格',
    other_fees: '商品代金のほかに必要な料金',
    payment_methods: 'お支払い方法',
    payment_time: 'お支払いの時期',
    delivery_time: '商品の引渡時期',
    returns: '返品・交換・キャンセル',
    'privacy.body': 'プライバシーポリシーの本文',
    'privacy.contact': '個人情報のお問い合わせ窓口',
  },
  {
    seller_name: 'seller',
    responsible_person: 'person responsible',
    address: 'address',
    phone: 'phone',
    price_note: 'prices',
    other_fees: 'costs beyond the price',
    payment_methods: 'how to pay',
    payment_time: 'when to pay',
    delivery_time: 'when goods are handed over',
    returns: 'returns, exchanges, cancellation',
    'privacy.body': 'text of the privacy policy',
    'privacy.contact': 'whom to ask about personal data',
  },
)

/** What must be stated before a shop sells online, by the name the API gives it. */
export function useRequired(): (item: string) => string {
  const w = words(useLang())
  return (item) => w[item as keyof typeof w] ?? item
}
