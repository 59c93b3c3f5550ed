import { figure, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import { useText } from '../../kit/words.ts'
import type { WhyNot } from './couponsOnSale.ts'
import { useOfferWords } from './offerWords.ts'
import { useSums } from './sums.ts'

/** Why an offer or a coupon gives nothing to this sale, as one would say it to the customer. */
export function useWhyNot(): (reason: WhyNot) => string {
  const o = useOfferWords()
  const text = useText()
  const name = useName()
  const { quote } = useSums()
  return (reason) => {
    if ('said' in reason) return text(reason.said)
    if ('lacking_yen' in reason && reason.lacking_yen) return o.lackingYen(yen(reason.lacking_yen))
    if ('lacking_pieces' in reason && reason.lacking_pieces) return o.lackingPieces(figure(reason.lacking_pieces))
    if ('instead' in reason) {
      const other = quote?.offers.find(({ offer }) => offer.offer_id === reason.instead)
      if (other) return o.instead(name(other.offer))
    }
    switch (reason.why) {
      case 'weekday':
      case 'month_day':
        return o.day
      case 'offline':
      case 'used_up':
      case 'member_cap':
      case 'goods':
      case 'member':
      case 'first_order':
      case 'not_begun':
      case 'ended':
      case 'hour':
      case 'place':
      case 'channel':
      case 'way':
      case 'nothing_left':
        return o[reason.why]
      default:
        return o.unmet
    }
  }
}
