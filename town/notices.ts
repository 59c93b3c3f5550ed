/** What the invented retailer states by law, and that her shop online is open. */
import type { Api } from './api.ts'
import { group } from './retailer.ts'

const notices: Record<string, unknown> = {
  'shop.legal': {
    seller_name: { ja: group.name, en: group.en },
    responsible_person: { ja: '縁田 側子', en: 'Sokuko Enda' },
    postal_code: '154-0001',
    address: { ja: '東京都世田谷区池尻0-0-0', en: '0-0-0 Ikejiri, Setagaya-ku, Tokyo' },
    phone: '03-0000-0000',
    phone_hours: { ja: '平日 10:00〜17:00', en: 'Weekdays 10:00–17:00' },
    email: 'support@engawa.example',
    contact_on_request: false,
    price_note: {
      ja: '各商品ページに表示する価格（消費税込み）です。',
      en: 'As shown on each product’s page, consumption tax included.',
    },
    other_fees: {
      ja: '配送料（お届け先とお買い上げ金額により、ご注文の確認画面に表示します）。',
      en: 'Delivery, by address and amount, as shown before you order.',
    },
    payment_methods: {
      ja: 'クレジットカード、ポイント、店頭でのお支払い（店舗受取・お取り置き）。',
      en: 'Card, points, or in the shop when you collect.',
    },
    payment_time: {
      ja: 'クレジットカードはご注文時、店頭でのお支払いは商品のお渡し時です。',
      en: 'Cards when you order; in the shop when you receive the goods.',
    },
    delivery_time: {
      ja: '配送はご注文の確認画面に表示するお届け日、店舗受取は表示するお受け取り日時からです。',
      en: 'On the day, or from the time, shown before you order.',
    },
    returns: {
      ja: 'お届け・お渡しから30日以内は、未使用の商品を返品できます（送料はお客さまのご負担）。不良品・お届け間違いは1年以内、送料当店負担で承ります。ギフト券は返品できません。',
      en: 'Unused goods within 30 days at your cost of sending; faulty or wrong goods within a year at ours. Gift cards are not taken back.',
    },
    order_period: { ja: '' },
    restrictions: { ja: '在庫に限りがあります。', en: 'While stocks last.' },
    requirements: { ja: '' },
  },
  'shop.privacy': {
    body: {
      ja: 'お買い物・お届け・お問い合わせのために必要な情報をお預かりし、同意いただいた目的にだけ使います。お名前やご連絡先は、お客さまごとの鍵で暗号化して保管します。会員ページの「プライバシー」から、いつでも内容の確認・訂正・同意の取り消し・消去ができます。',
      en: 'We keep what your purchases, deliveries and questions need and use it only for what you agreed to. Names and contacts are encrypted under a key of your own. In your account under “Privacy” you can see, correct, withdraw and erase at any time.',
    },
    officer: { ja: '個人情報保護管理者 縁田 側子', en: 'Privacy officer: Sokuko Enda' },
    contact: { ja: 'privacy@engawa.example', en: 'privacy@engawa.example' },
    revised_on: '2026-11-01',
  },
  'shop.external_transmission': [],
  'shop.published': true,
}

/** State them through the API; again it changes nothing that is read. */
export async function stateNotices(api: Api): Promise<void> {
  for (const [key, value] of Object.entries(notices)) await api.put(`/v1/settings/${key}`, { value })
}
