import { Type } from 'typebox'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { clock } from '#core/time'
import { offeringFor } from '#orders/offered'
import { ShownOffer, shownOffer } from '#promotions/promotions'
import { places } from '#stores/stores'

/** What a member is given without a coupon. Here, because whether an order is her first is known here. */
export function myOfferRoutes(app: App): void {
  app.get(
    '/v1/promotions/me/offers',
    {
      config: { audience: ['member'] },
      schema: {
        tags: ['promotions'],
        summary: 'Offers I am given without a coupon, now or at their day and hour, the soonest to end first',
        response: { 200: Type.Object({ items: Type.Array(ShownOffer), next: Type.Null() }) },
      },
    },
    async ({ db, actor }) => ({ items: await offersFor(db, actor.profile_ids ?? []), next: null }),
  )
}

async function offersFor(db: Pool, profile_ids: readonly string[]) {
  const [shop] = await places(db)
  if (!shop) return []
  const now = clock.now()
  const hers = { offers: { profile_ids, coupons: [] }, channel: 'ec', way: 'ship', member: true }
  const offering = await offeringFor(db, hers, shop, now)
  if (!offering) return []
  const { situation } = offering
  const offers = offering.set.offers.flatMap(({ offer, from_ms, until_ms }) => {
    const { coupon, first_order } = offer.conditions
    const begun = from_ms <= now.getTime() && now.getTime() < until_ms
    const for_her = !coupon && !situation.closed[offer.offer_id] && (!first_order || situation.first_order)
    return begun && for_her ? [shownOffer(offer)] : []
  })
  return offers.sort((a, b) => ((a.ends_at ?? '9') < (b.ends_at ?? '9') ? -1 : 1))
}
