import { dictionary, useLang } from '../../kit/words.ts'

const words = dictionary(
  {
    discount: '値引き',
    off: (amount: string) => `値引き −${amount}`,
    offFor: (reason: string, amount: string) => `値引き（${reason}） −${amount}`,
    what: '対象',
    whole: 'お会計全体',
    byPercent: '％',
    byYen: '円',
    percent: (n: string) => `${n}％`,
    reason: '理由',
    becomes: (before: string, after: string) => `${before} → ${after}`,
    give: '値引きする',
    approve: '承認する',
    approveAndGive: '承認して値引きする',
    takeOut: (reason: string) => `${reason}の値引きをやめる`,
    limit: (percent: string, yen: string) =>
      `ひとりで値引きできるのは、1行につき${percent}％、1会計につき${yen}までです。店長が承認すると続けられます。`,
    limitOffline: (percent: string, yen: string) =>
      `ひとりで値引きできるのは、1行につき${percent}％、1会計につき${yen}までです。店長の承認は、通信が戻ると使えます。`,
    approved: (name: string, yen: string) => `${name}が${yen}まで承認しました`,
    needsYes: 'この値引きには、店長の承認が必要です。',
  },
  {
    discount: 'Discount',
    off: (amount) => `Discount −${amount}`,
    offFor: (reason, amount) => `Discount (${reason}) −${amount}`,
    what: 'Off',
    whole: 'The whole sale',
    byPercent: '%',
    byYen: 'Yen',
    percent: (n) => `${n}%`,
    reason: 'Reason',
    becomes: (before, after) => `${before} → ${after}`,
    give: 'Give the discount',
    approve: 'Approve',
    approveAndGive: 'Approve and give it',
    takeOut: (reason) => `Take back: ${reason}`,
    limit: (percent, yen) =>
      `Alone you may take off ${percent}% of a line and ${yen} of a sale. With a manager’s approval you can go on.`,
    limitOffline: (percent, yen) =>
      `Alone you may take off ${percent}% of a line and ${yen} of a sale. A manager can approve when the connection is back.`,
    approved: (name, yen) => `${name} approved up to ${yen}`,
    needsYes: 'This discount needs a manager’s approval.',
  },
)

/** The words of discounts by hand. */
export function useDiscountWords() {
  return words(useLang())
}
