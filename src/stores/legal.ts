/**
 * What the law wants said before anything is sold at a distance: 特定商取引法11条 (who sells, on which terms), 個人情報保護法
 * (what is done with personal data), 電気通信事業法27条の12 (what the page sends elsewhere). A shop online opens, and sells, only
 * once the first two are complete; every text is Japanese first, English beside it where the retailer has written it.
 */
import { type Static, Type } from 'typebox'
import type { Db, Tx } from '#core/database'
import { refuse } from '#core/problem'
import { declare, type Setting, setting, settingNow } from '#core/settings'

const closed = { additionalProperties: false }
const Text = Type.Object(
  { ja: Type.String({ maxLength: 4000 }), en: Type.Optional(Type.String({ maxLength: 4000 })) },
  closed,
)

const Seller = Type.Object(
  {
    seller_name: Text,
    responsible_person: Text,
    postal_code: Type.String({ pattern: '^([0-9]{3}-?[0-9]{4})?$' }),
    address: Text,
    phone: Type.String({ pattern: '^[0-9+() -]{0,20}$' }),
    phone_hours: Text,
    email: Type.String({ pattern: '^([^@\\s]+@[^@\\s]+)?$', maxLength: 254 }),
    /** Address and phone are told at once to whoever asks (11条ただし書), so the page need not show them. */
    contact_on_request: Type.Boolean(),
    price_note: Text,
    other_fees: Text,
    payment_methods: Text,
    payment_time: Text,
    delivery_time: Text,
    returns: Text,
    order_period: Text,
    restrictions: Text,
    requirements: Text,
  },
  closed,
)
export type Seller = Static<typeof Seller>
const nothing = { ja: '' }

/** What the law requires; the rest is told where it applies. */
const required = [
  'seller_name',
  'responsible_person',
  'address',
  'phone',
  'price_note',
  'other_fees',
  'payment_methods',
  'payment_time',
  'delivery_time',
  'returns',
] as const
const on_request: readonly string[] = ['address', 'phone']

export const legal: Setting<Seller> = declare({
  key: 'shop.legal',
  schema: Seller,
  usual: {
    seller_name: nothing,
    responsible_person: nothing,
    postal_code: '',
    address: nothing,
    phone: '',
    phone_hours: nothing,
    email: '',
    contact_on_request: false,
    price_note: nothing,
    other_fees: nothing,
    payment_methods: nothing,
    payment_time: nothing,
    delivery_time: nothing,
    returns: nothing,
    order_period: nothing,
    restrictions: nothing,
    requirements: nothing,
  },
  dated: true,
  title: { ja: '特定商取引法に基づく表記', en: 'What a seller at a distance must state' },
  about: {
    ja: '販売業者・責任者・所在地・電話番号・販売価格・その他の費用・支払方法と時期・引渡時期・返品特約は必須です。すべて書くまでECは公開できません。住所と電話番号は contact_on_request で「請求により遅滞なく開示」にできます。',
    en: 'Seller, responsible person, address, phone, prices, other fees, ways and time of payment, delivery and returns are required; the shop online cannot be published before. With contact_on_request, address and phone are told to whoever asks.',
  },
  check: async (tx, value) => staysComplete(tx, missingIn(value)),
})

const Privacy = Type.Object(
  {
    body: Text,
    officer: Text,
    contact: Text,
    revised_on: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  },
  closed,
)
export type Privacy = Static<typeof Privacy>
const required_of_privacy = ['body', 'contact'] as const

export const privacy: Setting<Privacy> = declare({
  key: 'shop.privacy',
  schema: Privacy,
  usual: { body: nothing, officer: nothing, contact: nothing, revised_on: null },
  dated: true,
  title: { ja: 'プライバシーポリシー', en: 'Privacy policy' },
  about: {
    ja: '利用目的・第三者提供・共同利用・安全管理措置・開示等の窓口を書きます。本文と窓口は必須で、書くまでECは公開できません。改定は適用日を指定して予約できます。',
    en: 'Purposes, provision to others, joint use, safeguards and whom to ask. Text and contact are required; the shop online cannot be published before. A revision may be planned for its day.',
  },
  check: async (tx, value) => staysComplete(tx, missingInPrivacy(value)),
})

const Url = Type.Union([Type.String({ pattern: '^https://', maxLength: 500 }), Type.Null()])
const Transmission = Type.Array(
  Type.Object(
    {
      recipient: Type.String({ minLength: 1, maxLength: 200 }),
      service: Text,
      sent: Text,
      purpose: Text,
      policy_url: Url,
      opt_out_url: Url,
    },
    closed,
  ),
  { maxItems: 100 },
)
export const transmission = declare({
  key: 'shop.external_transmission',
  schema: Transmission,
  usual: [],
  dated: true,
  title: { ja: '外部送信（電気通信事業法）', en: 'What our pages send to others' },
  about: {
    ja: '送信先ごとに、サービス、送信される情報、利用目的を書きます。空なら「外部へは送信していません」と表示します。',
    en: 'For each recipient: the service, what is sent and why. Empty says that nothing is sent elsewhere.',
  },
})

export const published = declare({
  key: 'shop.published',
  schema: Type.Boolean(),
  usual: false as boolean,
  title: { ja: 'ECを公開する', en: 'The shop online is published' },
  about: {
    ja: '公開するまで、ECは「準備中」と表示し、注文を受け付けません。「特定商取引法に基づく表記」と「プライバシーポリシー」の必須項目がすべて書かれていないと公開できません。',
    en: 'Until then the shop online says that it is being prepared, and takes no orders. Possible once everything required of a seller at a distance and of the privacy policy is stated.',
  },
  check: async (tx, value) => {
    if (value) complete(missingOf(await settingNow(tx, legal), await settingNow(tx, privacy)))
  },
})

async function staysComplete(tx: Tx, missing: string[]): Promise<void> {
  if (missing.length > 0 && (await settingNow(tx, published))) complete(missing)
}

/** Refuses a shopper's order while the shop online is not open: 409 `stores.not_open`. */
export async function needOpen(db: Db): Promise<void> {
  if (await setting(db, published)) return
  refuse(
    'stores.not_open',
    409,
    'このお店のECは準備中のため、まだご注文いただけません。',
    'This shop is not open online yet, so it cannot take an order.',
  )
}

/** The required items nobody has written yet, of what the seller states and (as `privacy.…`) of the privacy policy. */
export function missingOf(seller: Seller, policy: Privacy): string[] {
  return [...missingIn(seller), ...missingInPrivacy(policy)]
}

function missingInPrivacy(policy: Privacy): string[] {
  return required_of_privacy.filter((name) => policy[name].ja.trim() === '').map((name) => `privacy.${name}`)
}

function missingIn(seller: Seller): string[] {
  const left = seller.contact_on_request ? required.filter((name) => !on_request.includes(name)) : required
  return left.filter((name) => {
    const said = seller[name]
    return (typeof said === 'string' ? said : said.ja).trim() === ''
  })
}

function complete(missing: string[]): void {
  if (missing.length === 0) return
  refuse(
    'stores.legal_missing',
    409,
    '「特定商取引法に基づく表記」または「プライバシーポリシー」の必須項目が足りないため、ECを公開できません。',
    'The shop online cannot be published: what a seller must state, or the privacy policy, is not complete.',
    { field: missing[0], missing },
  )
}

export const Notices = Type.Object({
  legal: Seller,
  privacy: Privacy,
  external_transmission: Transmission,
  missing: Type.Array(Type.String()),
  published: Type.Boolean(),
})

/** What anybody may read of the seller, with what is still missing and whether the shop online is open. */
export async function notices(db: Db) {
  const seller = await setting(db, legal)
  const policy = await setting(db, privacy)
  const shown = seller.contact_on_request ? { ...seller, postal_code: '', address: nothing, phone: '' } : seller
  return {
    legal: shown,
    privacy: policy,
    external_transmission: await setting(db, transmission),
    missing: missingOf(seller, policy),
    published: await setting(db, published),
  }
}
