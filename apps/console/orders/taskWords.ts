import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    kind: '内容',
    place: '店舗・拠点',
    office: '本部',
    opened: '見つけた日時',
    due: '期限',
    reason: '対応の記録',
    state: '状態',
    waits: '対応待ち',
    resolved: '対応済み',
    end: '対応を記録する',
    ended: '対応を記録しました',
    outcome: '結果',
    handled: 'お客様に連絡し、対応した',
    corrected: '数を直した',
    nothing_to_do: '対応は不要だった',
    none: '対応が必要なことはありません',
    noneText: '在庫の食い違いや、人の判断が要ることがここに並びます。',
    stock_collision: '通信断の間の販売と、在庫・お約束の食い違い',
    offline_sale_refused: '通信断の間の販売で、登録できなかったもの',
    offline_tax_differs: '通信断の間の販売で、税が違っていたもの',
    offline_discount_beyond: '通信断の間の販売で、承認のない値引きがあったもの',
    outlet_short: 'モールの注文に在庫が足りない',
    outlet_refused: 'モールの注文を受けられなかった',
    outlet_cancelled_too_late: '発送後に届いたモールの取り消し',
  },
  {
    kind: 'What',
    place: 'Place',
    office: 'Head office',
    opened: 'Found',
    due: 'Due',
    reason: 'What was done',
    state: 'State',
    waits: 'Waiting',
    resolved: 'Resolved',
    end: 'Say how it ended',
    ended: 'It is on record',
    outcome: 'Outcome',
    handled: 'The customer was told and served',
    corrected: 'The figures were corrected',
    nothing_to_do: 'Nothing was to be done',
    none: 'Nothing needs a person',
    noneText: 'Stock that does not fit, and what no rule decides, appears here.',
    stock_collision: 'An offline sale against stock or a promise',
    offline_sale_refused: 'An offline sale that could not be booked',
    offline_tax_differs: 'An offline sale with another tax',
    offline_discount_beyond: 'An offline sale with a discount nobody approved',
    outlet_short: 'Goods missing for a marketplace order',
    outlet_refused: 'A marketplace order we could not take',
    outlet_cancelled_too_late: 'A marketplace cancellation that came too late',
  },
)

type TaskWords = ReturnType<typeof useTaskWords>

/** The words of tasks. */
export function useTaskWords() {
  return words(useLang())
}

/** A kind of task in words. */
export function taskName(w: TaskWords, kind: string): string {
  return Object.hasOwn(w, kind) ? w[kind as 'stock_collision'] : kind
}
