import { figure, yen } from '../../kit/format.ts'
import type { Cart, Quote } from '../../kit/shapes.ts'
import { useOfferWords } from './offerWords.ts'

type Refusal = Pick<Quote['offers_refused'][number], 'why' | 'lacking_yen' | 'lacking_pieces'>
type Words = ReturnType<typeof useOfferWords>

const plain: Readonly<Record<string, keyof Words>> = {
  goods: 'goods',
  way: 'way',
  place: 'place',
  channel: 'channel',
  weekday: 'day_or_hour',
  month_day: 'day_or_hour',
  hour: 'day_or_hour',
  member: 'member',
  first_order: 'first_order',
  used_up: 'used_up',
  member_cap: 'member_cap',
  not_begun: 'not_begun',
  ended: 'ended',
  nothing_left: 'better',
  other_of_group: 'better',
  not_together: 'better',
}

/** Why an offer is not given with this basket, and what is missing. */
export function useWhyNot() {
  const w = useOfferWords()
  return {
    offer: ({ why, lacking_yen, lacking_pieces }: Refusal): string => {
      if (lacking_yen) return w.lackYen(yen(lacking_yen))
      if (lacking_pieces) return w.lackPieces(figure(lacking_pieces))
      return w[plain[why] ?? 'elsewhere'] as string
    },
    coupon: (over: NonNullable<Cart['coupons'][number]['over']>): string => w[over],
  }
}
