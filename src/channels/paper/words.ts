import type { Paper, PaperKind, PaperLine } from '#channels/paper/paper'
import { type Language, percent } from '#pricing/money'

const titles: Record<PaperKind, [ja: string, en: string]> = {
  receipt: ['領収証', 'Receipt'],
  return: ['適格返還請求書', 'Return invoice'],
  formal_receipt: ['領収書', 'Receipt'],
  invoice: ['請求書', 'Invoice'],
  gift: ['ギフトレシート', 'Gift receipt'],
  hold: ['お取り置き票', 'Hold slip'],
}
const untils: Record<PaperKind, [ja: string, en: string]> = {
  receipt: ['返品の期限', 'Return by'],
  return: ['期限', 'Until'],
  formal_receipt: ['期限', 'Until'],
  invoice: ['お支払期限', 'Due on'],
  gift: ['交換・返品の期限', 'Exchange or return by'],
  hold: ['お取り置きの期限', 'Held until'],
}
const methods: Record<string, [ja: string, en: string]> = {
  cash: ['現金', 'Cash'],
  card: ['クレジットカード', 'Credit card'],
  terminal: ['カード等（端末）', 'Card terminal'],
  pay_in_shop: ['店頭払い', 'Paid in shop'],
  cash_on_delivery: ['代金引換', 'Cash on delivery'],
  account: ['掛売', 'On account'],
  gift_card: ['ギフトカード', 'Gift card'],
  points: ['ポイント', 'Points'],
  exchange: ['交換充当', 'Exchange credit'],
  recorded: ['お支払い済み', 'Paid'],
}
const words = {
  number: ['伝票番号', 'No.'],
  date: ['発行日', 'Date'],
  sold_on: ['お買上日', 'Purchased'],
  returned_on: ['返品日', 'Returned'],
  of: ['元のお買上', 'Original sale'],
  registration: ['登録番号', 'Registration No.'],
  phone: ['電話', 'Tel'],
  item: ['品名', 'Item'],
  quantity: ['数量', 'Qty'],
  unit: ['単価', 'Unit'],
  amount: ['金額', 'Amount'],
  subtotal: ['小計', 'Subtotal'],
  discount: ['値引', 'Discount'],
  points_discount: ['ポイント値引', 'Points discount'],
  total: ['合計', 'Total'],
  refund: ['返金合計', 'Total returned'],
  billed: ['ご請求金額', 'Amount due'],
  received: ['金額', 'Amount'],
  tax_included: ['税込', 'tax incl.'],
  of_which_tax: ['内消費税等', 'incl. tax'],
  tendered: ['お預り', 'Tendered'],
  change: ['お釣り', 'Change'],
  refunded_to: ['ご返金', 'Refunded'],
  member: ['会員番号', 'Member'],
  points_used: ['ご利用ポイント', 'Points used'],
  points_earned: ['今回のポイント', 'Points earned'],
  points_back: ['お返ししたポイント', 'Points given back'],
  points_taken: ['取り消したポイント', 'Points taken back'],
  reduced: ['※は軽減税率対象品目です。', '※ Reduced tax rate applies.'],
  period: ['ご利用期間', 'Period'],
  bank: ['お振込先', 'Pay to'],
  stamp: ['収入印紙', 'Revenue stamp'],
  reissued: ['再発行', 'Reissued'],
  corrects: ['訂正版', 'Corrected version'],
  replaced: ['訂正前', 'replaces'],
  thanks: ['上記の金額を正に領収いたしました。', 'Received with thanks.'],
  return_note: ['お買上時の税率による返還です。', 'Returned at the rates of the original sale.'],
  gift_note: [
    'この票に金額はありません。交換・返品の際にお持ちください。',
    'No prices are shown. Please bring this slip for an exchange or return.',
  ],
  hold_note: [
    '期限までにお越しください。お渡しのときにお支払いいただきます。',
    'Please come before the date above; you pay when you collect.',
  ],
} as const satisfies Record<string, readonly [ja: string, en: string]>
export type Word = keyof typeof words

const at = (language: Language) => (language === 'ja' ? 0 : 1)

export function word(language: Language, key: Word): string {
  return words[key][at(language)]
}
/** 値引, and why where that is known. */
export function offLabel(language: Language, { reason }: PaperLine): string {
  const off = word(language, 'discount')
  if (!reason) return off
  return language === 'ja' ? `${off}（${reason.ja}）` : `${off} (${reason.en ?? reason.ja})`
}
export function titleOf({ kind, language, issuer }: Paper): string {
  // Only a registered issuer's papers are qualified (適格); others say what they are.
  if (language === 'ja' && kind === 'invoice' && issuer.registration_number) return '適格請求書'
  if (language === 'ja' && kind === 'return' && !issuer.registration_number) return '返品伝票'
  return titles[kind][at(language)]
}
export function untilOf({ kind, language }: Paper): string {
  return untils[kind][at(language)]
}
export function methodOf(language: Language, method: string): string {
  return methods[method]?.[at(language)] ?? method
}

/** 10%対象 / 8%対象※ */
export function rateOf(language: Language, tax: { rate_num: number; rate_den: number; reduced: boolean }): string {
  const mark = tax.reduced ? '※' : ''
  return language === 'ja' ? `${percent(tax)}対象${mark}` : `${percent(tax)} rate${mark}`
}

/** 2026年11月22日 / 22 Nov 2026; with its time if it has one; anything that is no date stays as it is. */
export function dayOf(language: Language, date: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)( \d\d:\d\d)?$/.exec(date) ?? []
  if (!year) return date
  if (language === 'ja') return `${year}年${Number(month)}月${Number(day)}日${time}`
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  return `${Number(day)} ${names[Number(month) - 1]} ${year}${time}`
}

/** 株式会社山田商店 御中 / Yamada & Co. */
export function addressee({ to, language }: Paper): string | null {
  return to && (language === 'ja' ? `${to.name} ${to.honorific}` : to.name)
}

/** 再発行（2回目）, where this print is not the first; 訂正版 where it corrects another. */
export function marksOf({ language, version, replaces }: Paper, copy: number): string[] {
  const again = language === 'ja' ? `再発行（${copy - 1}回目）` : `Reissued (copy ${copy})`
  const corrected =
    language === 'ja'
      ? `訂正版 第${version}版（訂正前 ${replaces}）`
      : `Corrected, version ${version} (replaces ${replaces})`
  return [...(copy > 1 ? [again] : []), ...(replaces ? [corrected] : [])]
}

/** 但し お品代として / For: goods */
export function purpose({ language, purpose: text }: Paper): string {
  return language === 'ja' ? `但し ${text}として` : `For: ${text}`
}
