/** Why a row was refused, in both languages and without the row's own values: the error file may be mailed around. */
import type { Message } from '#core/problem'

/** `said` are the words of the room that refused, when it was not us. */
export type Fault = {
  field: string
  reason: keyof typeof words
  facts: Record<string, string | number>
  said?: Message
}

const words = {
  columns: {
    ja: '列の数が違います（{expected}列のはずが{found}列）。',
    en: 'The row has {found} columns instead of {expected}.',
  },
  json: { ja: 'JSON のオブジェクトとして読めません。', en: 'This is not a JSON object.' },
  letters: { ja: '文字化けしています。文字コードをご確認ください。', en: 'Letters are broken; check the encoding.' },
  missing: { ja: '値がありません。', en: 'The value is missing.' },
  long: { ja: '長すぎます（{limit}文字まで）。', en: 'Longer than {limit} letters.' },
  number: { ja: '数値ではありません。', en: 'This is not a number.' },
  whole: { ja: '整数ではありません。', en: 'This is not a whole number.' },
  range: { ja: '値が範囲外です（{from}〜{to}）。', en: 'Outside {from} to {to}.' },
  date: { ja: '日付として読めません。', en: 'This is not a date.' },
  time: { ja: '日時として読めません。', en: 'This is not a date and time.' },
  phone: { ja: '電話番号として正しくありません。', en: 'This is not a telephone number.' },
  email: { ja: 'メールアドレスとして正しくありません。', en: 'This is not an e-mail address.' },
  mangled: {
    ja: '表計算ソフトで桁が失われた番号です（4.9E+12 など）。元のファイルから取り込んでください。',
    en: 'A spreadsheet has lost the digits of this number (like 4.9E+12); import the original file.',
  },
  postal: { ja: '郵便番号（7桁）ではありません。', en: 'This is not a postal code of 7 digits.' },
  kana: { ja: 'カナではない文字があります。', en: 'There are letters other than kana.' },
  gtin: {
    ja: 'JANコードとして正しくありません（桁数またはチェックデジット）。',
    en: 'Not a GTIN: wrong length or check digit.',
  },
  choice: { ja: '使える値ではありません（{known}）。', en: 'Not one of: {known}.' },
  table: { ja: '対応表にない値です。', en: 'The value is not in the table of values.' },
  nothing: {
    ja: '数量も金額も 0 のため、取り込むものがありません。',
    en: 'No quantity and no amount: there is nothing to book.',
  },
  free_quantity: { ja: '数量 0 なのに金額があります。', en: 'An amount without a quantity.' },
  returned: {
    ja: '返品（マイナスの数量・金額）はこの取り込みでは扱いません。',
    en: 'Returns (negative quantity or amount) are not booked by this import.',
  },
  differs: {
    ja: '同じ注文の他の行（{row}行目）と値が違います。',
    en: 'Differs from another row of the same order (row {row}).',
  },
  twice: {
    ja: '同じ注文・同じ明細が{row}行目にもあります。',
    en: 'The same line of the same order stands in row {row}.',
  },
  too_many: { ja: '1つの注文の明細が多すぎます（{limit}行まで）。', en: 'An order may have {limit} lines.' },
  companion: {
    ja: '同じ注文の{row}行目が受け付けられないため、注文ごと見送りました。',
    en: 'Left out with its whole order because row {row} was refused.',
  },
  changed: {
    ja: '同じ番号の注文が別の内容で取り込み済みです。取り込み済みの注文は書き換えません。',
    en: 'An order of this number was imported with other content; what is booked is not rewritten.',
  },
  unknown_product: {
    ja: '登録されていない商品です。先に商品を取り込んでください。',
    en: 'The product is not known; import products first.',
  },
  unknown_customer: {
    ja: '登録されていないお客様です。先に顧客を取り込んでください。',
    en: 'The customer is not known; import customers first.',
  },
  unknown_place: {
    ja: '登録されていない店舗です。先に店舗を登録してください。',
    en: 'The place is not known; add it first.',
  },
  exists: {
    ja: 'すでに登録されています（--on-conflict fail）。',
    en: 'It is there already (--on-conflict fail).',
  },
  twice_here: {
    ja: '同じものがこのファイルの別の行にもあります。',
    en: 'Another row of this file is of the same thing.',
  },
  price_in_force: {
    ja: 'その日からの価格はすでに始まっています。',
    en: 'A price from that moment is in force already.',
  },
  price_period: { ja: '終わりの日時が始まりより前です。', en: 'It ends before it begins.' },
  price_twice: { ja: '同じ日時からの価格がもう一つあります。', en: 'There is another price from the same moment.' },
  negative: { ja: 'マイナスの値は扱えません。', en: 'Negative values are not taken.' },
  pin: { ja: '暗証番号（数字4〜8桁）ではありません。', en: 'This is not a PIN of 4 to 8 digits.' },
  no_tax: { ja: '{date}の税率（{category}）が登録されていません。', en: 'No tax rate for {category} on {date}.' },
  taken: { ja: 'この値はすでに別の登録で使われています。', en: 'This value already belongs to another record.' },
  refused: { ja: '受け付けられませんでした。', en: 'The row was refused.' },
} as const satisfies Record<string, Message>

/** A refusal of a field for a reason; `facts` are counts and names of ours, never the row's values. */
export function fault(field: string, reason: Fault['reason'], facts: Fault['facts'] = {}): Fault {
  return { field, reason, facts }
}

export function explain({ reason, facts, said }: Fault): Message {
  if (said) return said
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'))
  return { ja: fill(words[reason].ja), en: fill(words[reason].en) }
}

/** A value that a row's field cannot hold; caught where the row is read. */
export class Unfit extends Error {
  readonly reason: Fault['reason']
  readonly facts: Fault['facts']

  constructor(reason: Fault['reason'], facts: Fault['facts'] = {}) {
    super(reason)
    this.reason = reason
    this.facts = facts
  }
}
