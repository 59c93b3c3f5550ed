/**
 * What an offer may run into: premiums (総付景品, 懸賞), former prices (二重価格), words. Pure: the offer, the lines the retailer's
 * settings draw, and what is known of the goods. It names the rule and the figures and leaves the judgement to a person.
 * Sources: 景品表示法 §4 と 総付・懸賞の告示 (20/100, ¥200; 20倍, ¥100,000, 売上予定総額の2/100), 価格表示ガイドライン (8 weeks).
 */
import type { Static } from 'typebox'
import type { Message } from '#core/problem'
import type { displayLaw } from '#promotions/settings'
import type { OfferBody } from '#promotions/shapes'

export const ruleNames = [
  'gift',
  'lottery_prize',
  'lottery_total',
  'lottery_value',
  'former_price',
  'superlative',
  'hurry',
  'coupon_end',
] as const
export type RuleName = (typeof ruleNames)[number]
/** `stop` keeps the offer from being approved until it is written anew or a named person sets the rule aside; `advice` does not. */
export type Finding = {
  rule: RuleName
  level: 'stop' | 'advice'
  field: string
  law: Message
  says: Message
  /** Where the line is and where the offer stands, in the rule's own unit. */
  limit: number | null
  found: number | null
}
export type Law = Static<(typeof displayLaw)['schema']> & typeof displayLaw.usual

/** What is known of the goods, at the moment the offer is to begin; yen include tax. */
export type Facts = {
  /** The dearest piece it gives away. */
  gift_yen: number | null
  /** The cheapest piece that must be bought for it, where goods are named. */
  basket_yen: number | null
  /** Goods whose price of that day has not been asked for long enough to be crossed out. */
  unproven: { name: string; yen: number; days: number; of_days: number }[]
  looked_at: number
}

export const premium: Message = {
  ja: '景品表示法・総付景品の制限',
  en: 'Limit on premiums for every buyer (Premiums and Representations Act)',
}
export const prizes: Message = {
  ja: '景品表示法・一般懸賞の制限',
  en: 'Limit on prizes by lot (Premiums and Representations Act)',
}
const former: Message = {
  ja: '景品表示法・二重価格表示（価格表示ガイドライン）',
  en: 'Former prices (guidelines on price representations)',
}
const favourable: Message = {
  ja: '景品表示法・有利誤認表示',
  en: 'Misleading about terms (Premiums and Representations Act)',
}
const better: Message = {
  ja: '景品表示法・優良誤認表示',
  en: 'Misleading about quality (Premiums and Representations Act)',
}
const terms: Message = {
  ja: '特定商取引法・取引条件の表示',
  en: 'Terms to be shown (Specified Commercial Transactions Act)',
}
const yen = (value: number) => `¥${value.toLocaleString('ja-JP')}`

/** Everything an offer may run into, what stops it first. */
export function lint(offer: OfferBody, law: Law, facts: Facts): Finding[] {
  const found = [
    gift(offer, law, facts),
    ...lottery(offer, law, facts),
    formerPrice(offer, law, facts),
    ...words(offer, law),
    couponEnd(offer),
  ]
  return found.filter((one) => one !== null).sort((a, b) => (a.level === b.level ? 0 : a.level === 'stop' ? -1 : 1))
}

// The same goods once more (3点で1点無料) is a lower price, not a premium: so is whatever takes yen off.
function gift(
  { rule, lottery: by_lot }: OfferBody,
  { gift: line }: Law,
  { gift_yen, basket_yen }: Facts,
): Finding | null {
  const { effect, goods, conditions } = rule
  if (effect.kind !== 'gift' || by_lot || gift_yen === null) return null
  if (conditions.basket && JSON.stringify(conditions.basket) === JSON.stringify(goods)) return null
  const basis = conditions.least_yen ?? basket_yen ?? line.basis_yen
  const limit = basis < line.small_below_yen ? line.small_yen : Math.floor((basis * line.rate_num) / line.rate_den)
  const value = gift_yen * effect.pieces
  if (value <= limit) return null
  return {
    rule: 'gift',
    level: 'stop',
    field: 'rule.effect.pieces',
    law: premium,
    says: {
      ja: `プレゼント品は${yen(value)}相当です。${yen(basis)}のお買い上げにつけられるのは${yen(limit)}までです。`,
      en: `What is given away is worth ${yen(value)}; with a purchase of ${yen(basis)} no more than ${yen(limit)} may go along.`,
    },
    limit,
    found: value,
  }
}

// By lot even yen off are a prize: whoever loses pays more.
function lottery(
  { rule, lottery: by_lot }: OfferBody,
  { lottery: line, gift: { basis_yen } }: Law,
  facts: Facts,
): (Finding | null)[] {
  if (!by_lot) return []
  const { effect, conditions } = rule
  const prize =
    effect.kind === 'gift'
      ? (facts.gift_yen ?? 0) * effect.pieces
      : effect.kind === 'yen'
        ? effect.yen
        : effect.kind === 'percent' && effect.most_yen !== undefined
          ? effect.most_yen
          : null
  if (prize === null)
    return [
      {
        rule: 'lottery_value',
        level: 'stop',
        field: effect.kind === 'percent' ? 'rule.effect.most_yen' : 'rule.effect',
        law: prizes,
        says: {
          ja: '抽選で渡すものの金額がわかりません。上限の金額がわかる内容（プレゼント品・値引き額・上限つきの割引）にしてください。',
          en: 'What is won has no known value; make it a gift, an amount off, or a rate with a most.',
        },
        limit: null,
        found: null,
      },
    ]
  const basis = conditions.least_yen ?? facts.basket_yen ?? basis_yen
  const limit = basis < line.small_below_yen ? basis * line.times : line.most_yen
  const total = prize * by_lot.winners
  const total_limit = Math.floor((by_lot.planned_sales_yen * line.total_num) / line.total_den)
  return [
    prize > limit
      ? {
          rule: 'lottery_prize',
          level: 'stop',
          field: 'rule.effect',
          law: prizes,
          says: {
            ja: `当選1件は${yen(prize)}です。${yen(basis)}のお買い上げで当たるのは${yen(limit)}までです。`,
            en: `One prize is worth ${yen(prize)}; with a purchase of ${yen(basis)} it may be ${yen(limit)} at most.`,
          },
          limit,
          found: prize,
        }
      : null,
    total > total_limit
      ? {
          rule: 'lottery_total',
          level: 'stop',
          field: 'lottery.winners',
          law: prizes,
          says: {
            ja: `当選の総額は${yen(total)}です。売上予定総額${yen(by_lot.planned_sales_yen)}に対しては${yen(total_limit)}までです。`,
            en: `All prizes come to ${yen(total)}; of planned sales of ${yen(by_lot.planned_sales_yen)} they may be ${yen(total_limit)}.`,
          },
          limit: total_limit,
          found: total,
        }
      : null,
  ]
}

// Only what everybody gets by itself is shown as a price beside the former one; what a coupon or a full basket brings is a discount at the end.
function formerPrice(
  { rule, lottery: by_lot }: OfferBody,
  { former_price: line }: Law,
  { unproven, looked_at }: Facts,
): Finding | null {
  const { effect, conditions } = rule
  if ((effect.kind !== 'percent' && effect.kind !== 'yen') || by_lot || isEarned(conditions)) return null
  const [first] = unproven
  if (!first) return null
  return {
    rule: 'former_price',
    level: 'stop',
    field: 'rule.goods',
    law: former,
    says: {
      ja: `${looked_at}点のうち${unproven.length}点は、値引き前の価格で売った日が足りません（例: ${first.name} ${yen(first.yen)} は、開始前${line.weeks}週のうち${first.of_days}日中${first.days}日）。「通常価格」と並べて見せられません。`,
      en: `Of ${looked_at} goods ${unproven.length} were not sold long enough at the price they come down from (${first.name} at ${yen(first.yen)}: ${first.days} of ${first.of_days} days within ${line.weeks} weeks before it begins); it may not be shown as the former price.`,
    },
    limit: Math.ceil((first.of_days * line.share_num) / line.share_den),
    found: first.days,
  }
}

/** Whether it must be asked for or earned, rather than be the price anybody sees. */
export function isEarned({ coupon, least_yen, least_pieces, first_order }: OfferBody['rule']['conditions']): boolean {
  return Boolean(coupon || least_yen || least_pieces || first_order)
}

function words({ name, name_en, ends_at }: OfferBody, { superlatives, hurry }: Law): (Finding | null)[] {
  const said = `${name} ${name_en ?? ''}`.normalize('NFKC')
  const has = (list: readonly string[]) => list.find((word) => said.includes(word.normalize('NFKC')))
  const [most, soon] = [has(superlatives), has(hurry)]
  return [
    most
      ? {
          rule: 'superlative',
          level: 'stop',
          field: 'name',
          law: better,
          says: {
            ja: `「${most}」は、客観的な根拠を示せないと使えません。`,
            en: `“${most}” needs proof that can be shown.`,
          },
          limit: null,
          found: null,
        }
      : null,
    soon && !ends_at
      ? {
          rule: 'hurry',
          level: 'stop',
          field: 'ends_at',
          law: favourable,
          says: {
            ja: `「${soon}」とあるのに、終わりの日時がありません。`,
            en: `It says “${soon}” and has no end.`,
          },
          limit: null,
          found: null,
        }
      : null,
  ]
}

function couponEnd({ rule, ends_at }: OfferBody): Finding | null {
  if (!rule.conditions.coupon || ends_at) return null
  return {
    rule: 'coupon_end',
    level: 'advice',
    field: 'ends_at',
    law: terms,
    says: {
      ja: '有効期限のないクーポンになります。期限を設けるときは、特典の終わりか、発行するときの期限に入れると、お客様の画面に表示されます。',
      en: 'Its coupons never expire. Where they should, set its end, or the end of the coupons as they are issued: customers are shown it.',
    },
    limit: null,
    found: null,
  }
}
