/** Offers shown beside goods and to members, before there is a basket: what they would give, by the engine that gives it. */
import type { Db } from '#core/database'
import { clock, local } from '#core/time'
import type { Goods, Offer, Situation } from '#pricing/offer'
import { type BasketLine, matchesIn, refusalOf } from '#pricing/offer-set'
import { type LiveOffers, liveOffers } from '#promotions/live'
import type { ShownOffer } from '#promotions/shapes'

// It lacks only more of the same, another way of receiving it, or her name: worth saying.
const nearly: readonly string[] = ['yen', 'pieces', 'way', 'member']

/** An offer beside goods; `of_goods`: it is for some goods only, not for all that is sold. */
export type Beside = ShownOffer & { of_goods: boolean }

/** What is offered online on each of these (a product's variants), now: for everybody and for members, without a coupon. */
export async function offersBeside(db: Db, all: readonly (readonly Goods[])[]): Promise<Beside[][]> {
  const live = await liveOffers(db)
  const { set } = live
  if (set.offers.length === 0) return all.map(() => [])
  const situation = online(live)
  const at_ms = Date.parse(situation.at)
  return all.map((goods) => {
    const lines = goods.map((one): BasketLine => ({ goods: one, quantity: 1, amount_yen: 0 }))
    const matches = matchesIn(set, lines)
    return set.offers.flatMap((ready) => {
      const why = refusalOf(ready, lines, situation, at_ms, matches)?.why
      const part = why === 'goods' && ready.parts.some((each) => matches(each).length > 0)
      if (why !== undefined && !nearly.includes(why) && !part) return []
      return [{ ...shownOffer(ready.offer), of_goods: ready.goods.at !== -1 || ready.parts.length > 0 }]
    })
  })
}

/** Whether anything is offered at all: without it goods need not be looked at. */
export async function anyOffer(db: Db): Promise<boolean> {
  return (await liveOffers(db)).set.offers.length > 0
}

/** An offer as it is shown. */
export function shownOffer({ offer_id, name, name_en, conditions, effect }: Offer): ShownOffer {
  const { from: _, until, members, ...kept } = conditions
  return {
    offer_id,
    name,
    name_en,
    conditions: kept as ShownOffer['conditions'],
    ends_at: until ?? null,
    members: members === true || effect.kind === 'points',
  }
}

function online({ of }: LiveOffers): Situation {
  const now = clock.now()
  const { date, time } = local(now, 'Asia/Tokyo')
  const closed = [...of].filter(([, { left_uses, left_yen }]) => left_uses === 0 || left_yen === 0)
  return {
    at: now.toISOString(),
    date,
    time: time.slice(0, 5),
    weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7,
    place_id: '',
    channel: 'ec',
    way: 'ship',
    member: true,
    tier: null,
    segments: [],
    first_order: true,
    visiting: false,
    weather: null,
    coupons: [],
    closed: Object.fromEntries(closed.map(([offer_id]) => [offer_id, 'used_up' as const])),
  }
}
