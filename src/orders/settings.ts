/** What a retailer decides about orders, payments, returns and documents. */
import { type Static, Type } from 'typebox'
import { declare } from '#core/settings'

const closed = { additionalProperties: false }

export const Terms = Type.Object(
  {
    points_as: Type.Union([Type.Literal('payment'), Type.Literal('discount')]),
    rounding: Type.Union([Type.Literal('floor'), Type.Literal('half_up'), Type.Literal('ceil')]),
  },
  closed,
)
export const terms = declare({
  key: 'orders.terms',
  schema: Terms,
  usual: { points_as: 'payment', rounding: 'floor' },
  dated: true,
  title: { ja: 'ポイントの扱いと消費税の端数', en: 'What points are, and how tax is rounded' },
  about: {
    ja: 'ポイントは支払い手段（payment）か値引き（discount）。消費税の端数は切り捨て・四捨五入・切り上げ。これまでの注文は、そのときの条件のままです。',
    en: 'Points are a means of payment or a discount; tax is floored, rounded or ceiled. Orders keep the terms they were made under.',
  },
})

export const Returns = Type.Object(
  {
    window_days: Type.Integer({ minimum: 0, maximum: 3650 }),
    fault_window_days: Type.Integer({ minimum: 0, maximum: 3650 }),
    not_returnable: Type.Object(
      {
        category_ids: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 500 }),
        tax_categories: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 50 }),
      },
      closed,
    ),
  },
  closed,
)
export const returns = declare({
  key: 'orders.returns',
  schema: Returns,
  usual: {
    window_days: 30,
    fault_window_days: 365,
    not_returnable: { category_ids: [], tax_categories: ['voucher'] },
  },
  dated: true,
  title: { ja: '返品の期限と対象外の商品', en: 'Until when goods may come back, and which may not' },
  about: {
    ja: '不良品など当店の責任による返品は fault_window_days まで、対象外の商品も受け付けます。',
    en: 'For a fault of ours the longer window holds and no category is barred.',
  },
})

export const captureAtShipping = declare({
  key: 'orders.capture_at_shipping',
  schema: Type.Boolean(),
  usual: false,
  title: { ja: '配送の注文は発送時にカードへ請求する', en: 'Charge the card when a parcel leaves' },
  about: { ja: '注文時は与信だけを行います。', en: 'When ordering, the amount is only authorised.' },
})
export const cashOnDelivery = declare({
  key: 'orders.cash_on_delivery',
  schema: Type.Boolean(),
  usual: false,
  title: { ja: '代金引換を受け付ける', en: 'Take cash on delivery' },
  about: { ja: '配送の注文だけに使えます。', en: 'For orders that are sent.' },
})
export const tillPointsNeedScan = declare({
  key: 'orders.till_points_need_scan',
  schema: Type.Boolean(),
  usual: true,
  title: {
    ja: '店頭でのポイント利用に会員証の読み取りを求める',
    en: 'Points at the till need the member card read there',
  },
  about: {
    ja: '会員証の写真でポイントが使われることを防ぎます。オフにしないことをお勧めします。',
    en: 'Keeps a photograph of a card from paying. Better left on.',
  },
})
export const orphansAreRefunded = declare({
  key: 'orders.refund_orphans',
  schema: Type.Boolean(),
  usual: true,
  title: { ja: '注文のない入金を自動で返す', en: 'Give back money that belongs to no order' },
  about: {
    ja: 'オフのときは、担当者が「要対応の入金」から返します。',
    en: 'When off, a person gives it back from the list of payments that need somebody.',
  },
})

const Methods = Type.Array(Type.String({ pattern: '^[a-z_]{1,40}$' }), { maxItems: 20 })
const Barred = Type.Object(
  {
    carry: Type.Optional(Methods),
    ship: Type.Optional(Methods),
    collect: Type.Optional(Methods),
    order_ahead: Type.Optional(Methods),
    gift: Type.Optional(Methods),
    gift_card: Type.Optional(Methods),
    hold: Type.Optional(Methods),
  },
  closed,
)
export const barredPayments = declare({
  key: 'orders.barred_payments',
  schema: Barred,
  usual: {} as Static<typeof Barred>,
  title: { ja: '受け取り方法ごとに使えない支払い方法', en: 'Ways to pay that are not taken, by way of receiving' },
  about: { ja: '店舗ごとの指定に加えて適用されます。', en: 'Besides what each place bars by itself.' },
})
export const holdLimits = declare({
  key: 'orders.holds',
  schema: Type.Object(
    { open: Type.Integer({ minimum: 0, maximum: 100 }), pieces: Type.Integer({ minimum: 0, maximum: 1000 }) },
    closed,
  ),
  usual: { open: 3, pieces: 10 },
  title: { ja: 'お一人さまのお取り置きの上限', en: 'How much one person may have set aside' },
  about: { ja: '同時に open 件、合わせて pieces 点まで。', en: 'At most `open` requests and `pieces` pieces at once.' },
})

const HandLimit = Type.Object(
  { percent: Type.Integer({ minimum: 0, maximum: 100 }), yen: Type.Integer({ minimum: 0, maximum: 10_000_000 }) },
  closed,
)
export const HandDiscounts = Type.Object(
  {
    reasons: Type.Array(
      Type.Object(
        {
          code: Type.String({ pattern: '^[a-z_]{1,30}$' }),
          ja: Type.String({ minLength: 1, maxLength: 20 }),
          en: Type.String({ minLength: 1, maxLength: 30 }),
        },
        closed,
      ),
      { maxItems: 20 },
    ),
    limits: Type.Object({ clerk: HandLimit, agent: HandLimit }, closed),
  },
  closed,
)
export const handDiscounts = declare({
  key: 'orders.discounts',
  schema: HandDiscounts,
  usual: {
    reasons: [
      { code: 'damaged', ja: 'キズ・汚れ', en: 'Damaged' },
      { code: 'display', ja: '展示品', en: 'Display piece' },
      { code: 'near_date', ja: '期限間近', en: 'Near its date' },
      { code: 'shelf_price', ja: '売価訂正', en: 'Shelf said less' },
      { code: 'apology', ja: 'お詫び', en: 'Apology' },
      { code: 'staff', ja: '社員割引', en: 'Staff discount' },
    ],
    limits: { clerk: { percent: 10, yen: 1000 }, agent: { percent: 10, yen: 1000 } },
  },
  title: { ja: 'レジでの値引き', en: 'Discounts at the till' },
  about: {
    ja: '選べる理由と、ひとりで値引きできる上限です（1行につき percent％、1会計につき yen 円まで）。超えるときは店長の承認が必要です。',
    en: 'Reasons to choose from, and how far one goes alone: `percent` of each line and `yen` of a sale. Beyond that a manager approves.',
  },
})

export const Tills = Type.Object(
  {
    ask_opening: Type.Boolean(),
    float_yen: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
    difference_yen: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
  },
  closed,
)
export const tills = declare({
  key: 'orders.tills',
  schema: Tills,
  usual: { ask_opening: true, float_yen: 50_000, difference_yen: 500 },
  title: { ja: 'レジの開設と精算', en: 'Opening and settling a till' },
  about: {
    ja: 'ask_opening は、レジを開けていないときにレジ画面で知らせるか。float_yen はいつもの釣銭準備金。精算の過不足が difference_yen を超えると、店長の承認と理由が必要です。',
    en: 'ask_opening: whether the sale screen reminds you while the till is not open. float_yen: the usual float. A difference beyond difference_yen needs a manager and a reason.',
  },
})
