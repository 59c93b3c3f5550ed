import type { Static } from 'typebox'
import type { RefusedOffer } from '#pricing/offers'
import type { RefusedView } from '#promotions/promotions'

/** Why each of the other offers was not given, as the API shows it. */
export function refusedViews(refused: readonly RefusedOffer[]): Static<typeof RefusedView>[] {
  return refused.map(({ offer: { offer_id, name, name_en }, ...why }) => ({ offer_id, name, name_en, ...why }))
}
