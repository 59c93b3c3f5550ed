/**
 * What a campaign may run into: 景品表示法, 一般懸賞 (20 times, ¥100,000; 2% of planned sales) for what is drawn, 総付景品 (20%, ¥200) for
 * what every buyer gets. The purchase is made elsewhere, so its points are no discount of ours. Pure: the campaign and the lines the
 * retailer's settings draw; the judgement is a person's.
 */
import type { Message } from '#core/problem'
import { portion } from '#pricing/integer'
import { type DisplayLaw, premiumLaw, prizeLaw } from '#promotions/promotions'
import type { CampaignBody, ruleNames } from '#proofs/shapes'

export type Finding = {
  rule: (typeof ruleNames)[number]
  field: string
  law: Message
  says: Message
  limit: number
  found: number
}
type Given = Pick<CampaignBody, 'basis_yen' | 'planned_sales_yen' | 'rate_num' | 'rate_den' | 'serial_points'> & {
  prizes: readonly { value_yen: number; quantity: number }[]
}

const yen = (value: number) => `¥${value.toLocaleString('ja-JP')}`

/** Everything a campaign may run into. */
export function lint(given: Given, { lottery, gift }: Pick<DisplayLaw, 'lottery' | 'gift'>): Finding[] {
  const { basis_yen, planned_sales_yen, prizes } = given
  const basis = yen(basis_yen)
  const each = basis_yen < lottery.small_below_yen ? basis_yen * lottery.times : lottery.most_yen
  const dearest = Math.max(0, ...prizes.map(({ value_yen }) => value_yen))
  const total = prizes.reduce((sum, { value_yen, quantity }) => sum + value_yen * quantity, 0)
  const total_limit = portion(planned_sales_yen, lottery.total_num, lottery.total_den)
  const premium = basis_yen < gift.small_below_yen ? gift.small_yen : portion(basis_yen, gift.rate_num, gift.rate_den)
  const points = Math.max(portion(basis_yen, given.rate_num, given.rate_den), given.serial_points)
  const found: Finding[] = [
    {
      rule: 'prize_each',
      field: 'prizes',
      law: prizeLaw,
      says: {
        ja: `賞品1つは${yen(dearest)}です。${basis}のお買い上げで当たるのは${yen(each)}までです。`,
        en: `One prize is worth ${yen(dearest)}; with a purchase of ${basis} it may be ${yen(each)} at most.`,
      },
      limit: each,
      found: dearest,
    },
    {
      rule: 'prize_total',
      field: 'planned_sales_yen',
      law: prizeLaw,
      says: {
        ja: `賞品の総額は${yen(total)}です。売上予定総額${yen(planned_sales_yen)}に対しては${yen(total_limit)}までです。`,
        en: `All prizes come to ${yen(total)}; of planned sales of ${yen(planned_sales_yen)} they may be ${yen(total_limit)}.`,
      },
      limit: total_limit,
      found: total,
    },
    {
      rule: 'premium',
      field: 'serial_points',
      law: premiumLaw,
      says: {
        ja: `全員に付くポイントは${yen(points)}相当です。${basis}のお買い上げにつけられるのは${yen(premium)}までです。`,
        en: `Every buyer gets points worth ${yen(points)}; with a purchase of ${basis} they may be ${yen(premium)} at most.`,
      },
      limit: premium,
      found: points,
    },
  ]
  return found.filter((one) => one.found > one.limit)
}
