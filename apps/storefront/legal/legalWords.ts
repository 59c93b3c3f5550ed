import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    seller_name: '販売業者',
    responsible_person: '運営統括責任者',
    address: '所在地',
    phone: '電話番号',
    email: 'メールアドレス',
    price_note: '販売価格',
    other_fees: '商品代金のほかに必要な料金',
    payment_methods: 'お支払い方法',
    payment_time: 'お支払いの時期',
    delivery_time: '商品の引渡時期',
    returns: '返品・交換・キャンセル',
    order_period: 'お申し込みの期間',
    restrictions: '販売数量などの制限',
    requirements: '動作環境',
    onRequest: 'ご請求があれば、遅滞なくお知らせします。',
    officer: '個人情報保護管理者',
    contact: 'お問い合わせ窓口',
    revised: (day: string) => `改定日 ${day}`,
    unwritten: 'ただいま準備しています。',
    nothingSent: '外部へは送信していません。',
    sentIntro: 'このサイトは、次の事業者に情報を送信しています。',
    ours: 'このサイト自身が記録するもの',
    oursText:
      'お客さまが許可された場合にかぎり、ご覧になった商品・一覧・カート・検索のことばを、このブラウザーに付けた番号（Cookie「engawa_browser」、1年）とともに当社のサーバーに記録し、おすすめの表示に使います。サインインされると会員情報に結び付きます。外部には送信しません。許可はいつでも取りやめられます。',
    needed:
      'サインイン（engawa_member）、カート、選んだ店舗・ことば・受け取り方、この設定（engawa_consent、180日）のCookieは、サイトの動作に必要なため、許可なく使います。',
    stripe: 'クレジットカード決済',
    stripeSent: 'ご注文の確認画面で入力されたカード情報、IPアドレス、ブラウザーの種類',
    stripePurpose: 'カードでのお支払いの処理と不正利用の防止',
    recipient: '送信先',
    service: 'サービス',
    sent: '送信する情報',
    purpose: '利用目的',
    policy: '送信先のポリシー',
    optOut: '送信を止める',
    consents: '同意の状況を見る・変える',
    notOpen: 'ただいま準備中です',
    notOpenText: 'オンラインでのお買い物は、もうしばらくお待ちください。会員証とポイントは、お店でお使いいただけます。',
    notOpenCard: '会員証をひらく',
    notOpenAccount: 'マイページ',
  },
  {
    seller_name: 'Seller',
    responsible_person: 'Person responsible',
    address: 'Address',
    phone: 'Phone',
    email: 'E-mail',
    price_note: 'Prices',
    other_fees: 'Costs beyond the price',
    payment_methods: 'How to pay',
    payment_time: 'When to pay',
    delivery_time: 'When goods are handed over',
    returns: 'Returns, exchanges, cancellation',
    order_period: 'Period of the offer',
    restrictions: 'Limits of quantity and the like',
    requirements: 'What your device needs',
    onRequest: 'Told without delay to whoever asks.',
    officer: 'Officer for personal data',
    contact: 'Whom to ask',
    revised: (day) => `Revised ${day}`,
    unwritten: 'Being prepared.',
    nothingSent: 'Nothing is sent to others.',
    sentIntro: 'This site sends information to the following companies.',
    ours: 'What this site itself records',
    oursText:
      'Only if you agree: the products, lists and carts you view and the words you search for are recorded on our own servers with a number given to this browser (cookie “engawa_browser”, one year) and used for recommendations. Once you sign in they belong to your membership. They are not sent to others, and you can withdraw at any time.',
    needed:
      'Cookies for your sign-in (engawa_member), cart, chosen shop, language and way of receiving, and for this choice (engawa_consent, 180 days) are needed for the site to work and are used without asking.',
    stripe: 'Card payments',
    stripeSent: 'Card details entered on the final screen of an order, IP address, kind of browser',
    stripePurpose: 'Taking card payments and preventing fraud',
    recipient: 'Recipient',
    service: 'Service',
    sent: 'What is sent',
    purpose: 'What for',
    policy: 'Their policy',
    optOut: 'Stop it',
    consents: 'See and change what you agreed to',
    notOpen: 'Opening soon',
    notOpenText: 'Our online shop is not open yet. In our shops you can already use your member card and points.',
    notOpenCard: 'Open your card',
    notOpenAccount: 'Your account',
  },
)

/** A word in both languages, as the retailer's own texts are told. */
export function bilingual(key: 'stripe' | 'stripeSent' | 'stripePurpose'): { ja: string; en: string } {
  return { ja: words('ja')[key], en: words('en')[key] }
}

/** Words of what the law wants said, and of a shop that has not opened yet. */
export function useLegalWords() {
  return words(useLang())
}
