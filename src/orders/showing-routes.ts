import { type Static, Type } from 'typebox'
import { audit, needPlace } from '#access/access'
import { once } from '#core/answers'
import type { App } from '#core/app'
import type { Pool } from '#core/database'
import { refuse } from '#core/problem'
import { clock } from '#core/time'
import { memberProfile, profilesOf } from '#customers/customers'
import { tierOf } from '#loyalty/loyalty'
import { offeringFor } from '#orders/offered'
import { TillOffer } from '#promotions/promotions'
import { place } from '#stores/stores'

const Id = Type.String({ format: 'uuid' })
const Showing = Type.Object(
  {
    place_id: Type.Optional({ ...Id, description: 'Where the till stands; a clerk’s own shop unless said.' }),
    profile_id: Type.Optional({ ...Id, description: 'Whose card was read.' }),
    coupons: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { minItems: 1, maxItems: 10 }),
  },
  { additionalProperties: false },
)
const ShownCoupon = Type.Object({
  coupon_id: Id,
  offer: Type.Unsafe<Static<typeof TillOffer>>({
    ...TillOffer,
    description: 'What it gives, for the till to price by.',
  }),
  closed: Type.Union([Type.Literal('used_up'), Type.Literal('member_cap'), Type.Null()], {
    description: 'Good, but nothing is left of its offer: for anybody, or for her.',
  }),
  needs_house: Type.Boolean({ description: 'Used once, or counted: given only while the house can be asked.' }),
})

/** Coupons as a till takes them. Here, because what offers ask about buyer and moment is known here. */
export function showingRoutes(app: App): void {
  app.post(
    '/v1/promotions/coupon-showings',
    {
      config: { audience: ['staff:clerk', 'api:orders.write'] },
      schema: {
        tags: ['promotions'],
        summary:
          'Coupons shown at a till: what each gives, so that the till prices by it; refused as an order would be',
        body: Showing,
        response: { 200: Type.Object({ items: Type.Array(ShownCoupon), next: Type.Null() }) },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const { profile_id, coupons } = body
      const place_id = body.place_id ?? actor.place_id
      if (!place_id)
        return refuse('orders.place_needed', 422, '店舗を選んでください。', 'Choose a shop.', { field: 'place_id' })
      needPlace(actor, place_id)
      const items = await shownAt(request.db, place_id, profile_id, coupons)
      return once(request, reply, 200, async (tx) => {
        if (profile_id) await audit(tx, actor, 'promotions.show', profile_id)
        return { items, next: null }
      })
    },
  )
}

async function shownAt(
  db: Pool,
  place_id: string,
  profile_id: string | undefined,
  coupons: readonly string[],
): Promise<Static<typeof ShownCoupon>[]> {
  const member = profile_id !== undefined && (await memberProfile(db, profile_id))
  const profile_ids = profile_id ? await profilesOf(db, profile_id) : []
  const tier = member ? ((await tierOf(db, profile_ids))?.key ?? null) : null
  const asking = { channel: 'till', way: 'carry', member, tier, offers: { profile_ids, coupons, only: [] } }
  const offering = await offeringFor(db, asking, await place(db, place_id), clock.now())
  return (offering?.shown ?? []).map(({ offer_id, coupon_id, code_at, single_use }) => {
    const ready = offering?.set.offers.find(({ offer }) => offer.offer_id === offer_id)
    const known = offering?.live.of.get(offer_id)
    if (!offering || !ready || !known)
      return refuse(
        'promotions.coupon_not_given',
        422,
        'このクーポンは、このお買い物にはお使いいただけません。',
        'This coupon does not fit this purchase.',
        { field: `coupons.${code_at}`, why: 'ended' },
      )
    const { first_order, ...conditions } = ready.offer.conditions
    // A till knows no history: that this would be her first order is found out here.
    const unmet = first_order && !offering.situation.first_order
    return {
      coupon_id,
      offer: { ...ready.offer, conditions: { ...conditions, ...(unmet && { first_order }) } } as Static<
        typeof TillOffer
      >,
      closed: offering.situation.closed[offer_id] ?? null,
      needs_house:
        single_use ||
        known.member_cap !== null ||
        known.left_uses !== null ||
        known.left_yen !== null ||
        first_order === true,
    }
  })
}
