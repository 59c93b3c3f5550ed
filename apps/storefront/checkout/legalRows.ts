import { figure, yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Delivery, Place, Quote } from '../../kit/shapes.ts'
import { useText } from '../../kit/words.ts'
import type { CartWay } from '../cart/groups.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useCheckoutWords } from './checkoutWords.ts'

export type LegalRow = { key: string; label: string; text: string }
export type PaidBy = 'card' | 'pay_in_shop'
type Asked = {
  quote: Quote
  way: CartWay | 'gift'
  place: Place | null
  paid_by: PaidBy
  delivery: Delivery | null
  /** What gift cards pay of it. */
  cards_yen: number
}

/** The six items of 特定商取引法 12条の6 in words: shown directly above the button, and kept with the order as they were shown. */
export function useLegalRows(): (asked: Asked) => LegalRow[] {
  const w = useCheckoutWords()
  const name = useName()
  const text = useText()
  const day = useDayWords()
  const moment = useMomentWords()
  const arrival = ({ quote, way, place, delivery }: Asked): string => {
    const { promise } = quote
    if (way === 'gift') return w.legalGift
    const where = place ? name(place) : ''
    if (way === 'order_ahead') return w.legalAhead(where, promise?.ready_from ? moment(promise.ready_from) : '')
    if (way === 'collect')
      return promise?.ready_from && promise.keep_until
        ? w.legalCollect(where, moment(promise.ready_from), day(lastDay(promise.keep_until)))
        : w.legalCollectPlain(where)
    const slot = delivery?.slots.find(({ code }) => code === promise?.delivery_slot)
    if (promise?.delivery_date) return w.legalShipOn(day(promise.delivery_date), slot ? text(slot) : '')
    return promise?.delivery_from ? w.legalShipFrom(day(promise.delivery_from)) : w.legalShip
  }
  const returnsOf = (way: Asked['way']) =>
    way === 'gift' ? w.legalGiftReturns : way === 'order_ahead' ? w.legalAheadReturns : w.legalReturnsText
  return (asked) => {
    const { quote, way, paid_by, cards_yen } = asked
    const left_yen = quote.to_pay_yen - cards_yen
    const goods = quote.lines.filter((line) => line.variant_id !== null)
    const fee = quote.delivery_yen > 0 ? w.deliveryOf(yen(quote.delivery_yen)) : w.noFee
    const pay = [
      left_yen > 0 && `${paid_by === 'card' ? w.payCard : w.payShop} ${yen(left_yen)}`,
      cards_yen > 0 && w.giftCardPays(yen(cards_yen)),
      quote.points_used > 0 && w.points(figure(quote.points_used)),
    ]
    const pay_when = left_yen > 0 && paid_by === 'pay_in_shop' ? w.payShopWhen : w.payCardWhen
    const count = goods.map((line) => w.goodsAndCount(line.name, figure(line.quantity))).join('、')
    return [
      { key: 'quantity', label: w.legalQuantity, text: count.length > 500 ? `${count.slice(0, 500)}…` : count },
      { key: 'total', label: w.legalTotal, text: `${yen(quote.total_yen)}${w.taxed}・${fee}` },
      { key: 'payment', label: w.legalPayment, text: `${pay.filter(Boolean).join('・')}（${pay_when}）` },
      { key: 'delivery', label: w.legalDelivery, text: arrival(asked) },
      { key: 'period', label: w.legalPeriod, text: w.legalNoPeriod },
      { key: 'returns', label: w.legalReturns, text: returnsOf(way) },
    ]
  }
}

// Goods go back at a midnight: the day before is the last on which they are there.
function lastDay(keep_until: string): string {
  return new Date(Date.parse(keep_until) - 60_000).toISOString()
}
