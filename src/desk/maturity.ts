import { type Static, Type } from 'typebox'
import { type Db, only, sql } from '#core/database'
import type { Message } from '#core/problem'
import { declare, setting } from '#core/settings'
import { clock } from '#core/time'

const percent = Type.Number({ minimum: 0, maximum: 100 })
const Ladder = Type.Object(
  {
    days: Type.Integer({ minimum: 7, maximum: 730 }),
    second_channel_percent: percent,
    known_percent: percent,
    cross_percent: percent,
    omni_percent: percent,
    across_percent: percent,
    points_across_percent: percent,
  },
  { additionalProperties: false },
)
type Ladder = Static<typeof Ladder>

/** From which figures on a retailer stands on a rung. */
export const ladder = declare({
  key: 'desk.maturity',
  schema: Ladder,
  usual: {
    days: 90,
    second_channel_percent: 5,
    known_percent: 30,
    cross_percent: 5,
    omni_percent: 20,
    across_percent: 10,
    points_across_percent: 20,
  },
  title: { ja: 'OMO成熟度の条件', en: 'Rungs of the maturity ladder' },
  about: {
    ja: '何日の実績で測り、それぞれの段を何%から達成とするかです。',
    en: 'Over how many days it is measured, and from how many percent a rung is reached.',
  },
})

export type Rung = 'single' | 'multi' | 'cross' | 'omni'
type Condition = {
  query: string
  name: Message
  stated: Message
  value: number
  wanted: number
  unit: 'count' | 'percent'
  met: boolean
}
type Sums = {
  channels: number
  orders: number
  second_channel_orders: number
  known_orders: number
  across_orders: number
  buyers: number
  two_channel_buyers: number
  point_users: number
  point_users_across: number
}

/** Where the retailer stands: each rung with the queries that decide it, what they gave and what is asked. A rung counts only on those below it. */
export async function maturity(db: Db) {
  const asked = await setting(db, ladder)
  const at = clock.now()
  const from = new Date(at.getTime() - asked.days * 86_400_000)
  const sums = await only<Sums>(db, sql`select * from desk.maturity(${from.toISOString()}, ${at.toISOString()})`)
  const rungs = rungsOf(sums, asked)
  const reached = rungs.filter(({ met }) => met).at(-1)?.rung ?? null
  return { days: asked.days, from: from.toISOString(), as_of: at.toISOString(), reached, rungs }
}

/** The rungs out of the sums; pure, so that every border can be tried. */
export function rungsOf(sums: Sums, asked: Ladder): { rung: Rung; met: boolean; conditions: Condition[] }[] {
  const of = (query: keyof typeof told, value: number, wanted: number, unit: Condition['unit']): Condition => ({
    query,
    ...told[query],
    value,
    wanted,
    unit,
    met: value >= wanted && sums.orders > 0,
  })
  const share = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0)
  const crossing = share(sums.two_channel_buyers, sums.buyers)
  const steps: [Rung, Condition[]][] = [
    ['single', [of('channels_selling', sums.channels, 1, 'count')]],
    [
      'multi',
      [
        of('channels_selling', sums.channels, 2, 'count'),
        of('second_channel', share(sums.second_channel_orders, sums.orders), asked.second_channel_percent, 'percent'),
      ],
    ],
    [
      'cross',
      [
        of('known_orders', share(sums.known_orders, sums.orders), asked.known_percent, 'percent'),
        of('two_channels', crossing, asked.cross_percent, 'percent'),
      ],
    ],
    [
      'omni',
      [
        of('two_channels', crossing, asked.omni_percent, 'percent'),
        of('bought_across', share(sums.across_orders, sums.orders), asked.across_percent, 'percent'),
        of('points_across', share(sums.point_users_across, sums.point_users), asked.points_across_percent, 'percent'),
      ],
    ],
  ]
  let below = true
  return steps.map(([rung, conditions]) => {
    below &&= conditions.every(({ met }) => met)
    return { rung, met: below, conditions }
  })
}

const told = {
  channels_selling: {
    name: { ja: '売上のある経路の数', en: 'Channels that sell' },
    stated: {
      ja: '期間内に1件以上の注文が成立した経路（レジ、EC、アプリ、お電話、LINE、モールなど）の数。',
      en: 'Channels (till, online, app, phone, LINE, marketplace …) with at least one order in the period.',
    },
  },
  second_channel: {
    name: { ja: '2番目に大きい経路の注文の割合', en: 'Share of orders of the second channel' },
    stated: {
      ja: '注文が2番目に多い経路の注文数 ÷ すべての注文数。',
      en: 'Orders of the channel with the second most ÷ all orders.',
    },
  },
  known_orders: {
    name: { ja: 'お客様がわかる注文の割合', en: 'Share of orders by a known customer' },
    stated: {
      ja: 'お客様のIDにつながる注文数 ÷ すべての注文数。',
      en: 'Orders that belong to a customer’s id ÷ all orders.',
    },
  },
  two_channels: {
    name: { ja: '2つ以上の経路で買った人の割合', en: 'Share of buyers who used two channels' },
    stated: {
      ja: '1つのIDで2つ以上の経路から買った人 ÷ 買った人（名寄せ後の1人で数えます）。',
      en: 'Buyers who used two channels or more under one id ÷ buyers; merged records are one.',
    },
  },
  bought_across: {
    name: { ja: '買う所と受け取る所が違う注文の割合', en: 'Share of orders bought here and received there' },
    stated: {
      ja: '店舗受取・事前注文・店頭で受けた配送の注文数 ÷ すべての注文数。',
      en: 'Orders collected in a shop, ordered ahead, or sent after being bought at a till ÷ all orders.',
    },
  },
  points_across: {
    name: { ja: 'ポイントを別の経路で使った人の割合', en: 'Share of point users who used them elsewhere' },
    stated: {
      ja: 'ある経路で付いたポイントのあとに、別の経路でポイントを使った人 ÷ ポイントを使った人。',
      en: 'Customers who spent points by one channel after earning some by another ÷ customers who spent points.',
    },
  },
} satisfies Record<string, { name: Message; stated: Message }>
