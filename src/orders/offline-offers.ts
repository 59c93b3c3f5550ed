import type { Db } from '#core/database'
import type { DiscountView } from '#orders/discount-input'
import { offerViews, type Redeem } from '#orders/offered'
import type { OfflineSale } from '#orders/offline-input'
import type { OfflineLine } from '#orders/offline-lines'
import type { Rate } from '#pricing/integer'
import { pointsOf } from '#pricing/offer-choice'
import type { GivenOffer } from '#pricing/offers'
import { givenAlone } from '#promotions/promotions'

/** What a told sale was given by the till itself, and the points beyond the usual it promised. */
export type ToldGiven = { discounts: DiscountView[]; redeems: Redeem[]; points: number }

/**
 * Read what the till gave. Only what it may give by itself is named and counted; the yen of anything else were taken off all the same,
 * and stay with their lines without a name.
 */
export async function toldGiven(
  db: Db,
  sale: OfflineSale,
  lines: readonly OfflineLine[],
  points_rule: Rate | null,
): Promise<ToldGiven> {
  if (!sale.offers?.length) return { discounts: [], redeems: [], points: 0 }
  const known = new Map(
    (
      await givenAlone(
        db,
        sale.offers.map(({ offer_id }) => offer_id),
      )
    ).map((offer) => [offer.offer_id, offer]),
  )
  const points = pointsOf(points_rule)
  const paid = lines.map(({ amount_yen }) => amount_yen)
  const given = sale.offers.flatMap(({ offer_id, lines: parts }): (GivenOffer & { version: number })[] => {
    const offer = known.get(offer_id)
    if (!offer || !known.delete(offer_id)) return []
    const { version, effect } = offer
    const places = [...new Set(parts.map(({ line_no }) => line_no - 1))].filter((at) => at < lines.length)
    return [
      {
        offer,
        version,
        yen: parts.reduce((sum, { yen }) => sum + yen, 0),
        points: effect.kind === 'points' ? points(paid, places, effect) : 0,
        lines: parts.map(({ line_no, yen }) => ({ id: String(line_no - 1), yen })),
      },
    ]
  })
  return {
    discounts: offerViews(given),
    redeems: given.map(({ offer: { offer_id }, version, yen, points: more }) => {
      return { offer_id, version, discount_yen: yen, points: more, coupon_id: null, guarded: false }
    }),
    points: given.reduce((sum, one) => sum + one.points, 0),
  }
}
