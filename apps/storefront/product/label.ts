import { yen } from '../../kit/format.ts'
import { useName } from '../../kit/naming.ts'
import type { Delivery, Product, Variant } from '../../kit/shapes.ts'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { isThere, type Offer, useMine } from './offers.ts'
import { useProductWords } from './productWords.ts'

type Label = { text: string; out: boolean; below: string | null }

/** What the one button says for the chosen way, and the line below it: the shop, the day, the cut-off, the cost. */
export function useLabel(
  product: Product,
  variant: Variant | undefined,
  offer: Offer | undefined,
  delivery: Delivery | null,
): Label {
  const w = useProductWords()
  const name = useName()
  const day = useDayWords()
  const moment = useMomentWords()
  const place = useShop()?.place
  const mine = useMine(product)
  const out = (text: string): Label => ({ text, out: true, below: null })
  if (!product.on_sale || variant?.yen == null || !offer) return out(w.notOnSale)
  if (offer.way === 'ship') {
    if (!offer.available) return out(w.soldOutShip)
    const fee = delivery && (delivery.fee_yen > 0 ? yen(delivery.fee_yen) : w.free)
    return { text: w.shipButton, out: false, below: fee && w.shipBelow(delivery.prefecture, fee, delivery.cutoff) }
  }
  if (!place) return { text: w.chooseFirst, out: false, below: null }
  if (!mine) return out(w.noneKept(name(place)))
  if (!isThere(mine, variant)) return out(product.made_to_order ? offer.below : w.soldOutHere(name(place)))
  if (!offer.available) return out(offer.below)
  if (offer.way === 'hold') return { text: w.holdButton(name(place)), out: false, below: w.holdBelow }
  if (offer.way === 'order_ahead') return { text: w.aheadButton(name(place)), out: false, below: w.aheadBelow }
  const { collect } = mine
  const today = collect && day(collect.day) === day(product.as_of)
  return {
    text: w.collectButton(name(place), collect ? day(collect.day) : ''),
    out: false,
    below:
      collect &&
      `${today ? w.cutoff(collect.order_before, moment(collect.ready_at)) : w.orderNow(moment(collect.ready_at))}・${w.noFee}`,
  }
}
