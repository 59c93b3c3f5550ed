import { yen } from '../../kit/format.ts'
import type { Delivery, Product, ShopStock, Variant } from '../../kit/shapes.ts'
import type { WayChosen } from '../choice.ts'
import { useShop } from '../shop.ts'
import { useDayWords, useMomentWords } from '../when.ts'
import { useProductWords } from './productWords.ts'

/** A way of receiving this very variant: its day and cost in a few words, or why it is not to be had. */
export type Offer = { way: WayChosen; name: string; below: string; cost?: string; available: boolean }

/** My shop as this product sees it. */
export function useMine(product: Product): ShopStock | undefined {
  const mine = useShop()?.place?.place_id
  return product.places.find((place) => place.place_id === mine)
}

/** True when my shop has the variant now. */
export function isThere(shop: ShopStock | undefined, variant: Variant | undefined): boolean {
  const here = shop?.variants.find((each) => each.variant_id === variant?.variant_id)
  return here !== undefined && here.stock !== 'none'
}

/**
 * The ways offered for a product, in their order: what is made when ordered can only be ordered ahead; food may be, so that
 * it comes with the drink; everything else is sent, collected or set aside.
 */
export function useOffers(product: Product, variant: Variant | undefined, delivery: Delivery | null): Offer[] {
  const w = useProductWords()
  const moment = useMomentWords()
  const day = useDayWords()
  const place = useShop()?.place
  const mine = useMine(product)
  const there = isThere(mine, variant)
  const sold = product.on_sale && variant?.yen != null
  const no_shop = !place && { available: sold, below: w.pickShop }
  const short = { available: false, below: mine ? w.soldOut : w.noneHere }
  const offers: Offer[] = []
  if (!product.made_to_order) {
    const sent = sold && variant.ec.stock !== 'none'
    const fee = delivery && (delivery.fee_yen > 0 ? yen(delivery.fee_yen) : w.free)
    offers.push({
      way: 'ship',
      name: w.shipWay,
      available: sent,
      ...(sent && fee ? { cost: fee } : {}),
      below: !sent ? w.soldOut : delivery ? w.arrives(day(delivery.earliest)) : w.byPost,
    })
    const collect = mine?.collect
    offers.push({
      way: 'collect',
      name: w.collectWay,
      ...(no_shop ||
        (!there
          ? short
          : {
              available: sold && !!collect,
              below: collect ? w.fromWhen(moment(collect.ready_at)) : w.noPickup,
              ...(collect && { cost: w.free }),
            })),
    })
    if (mine?.hold || !place) {
      const below = mine?.hold ? w.heldUntil(moment(mine.hold.until)) : ''
      offers.push({
        way: 'hold',
        name: w.holdWay,
        ...(no_shop || (!there ? short : { available: sold, below, cost: w.free })),
      })
    }
  }
  if (product.made_to_order || (product.reduced && place?.offers_order_ahead)) {
    const ahead = mine?.order_ahead
    const below = !ahead ? w.aheadClosed : ahead.paused_until ? w.aheadPaused : w.readyAt(moment(ahead.ready_at))
    const open = sold && !!ahead && !ahead.paused_until && there
    const elsewhere = place && !place.offers_order_ahead
    offers.push({
      way: 'order_ahead',
      name: w.aheadWay,
      ...(no_shop || (elsewhere ? { available: false, below: w.aheadElsewhere } : { available: open, below })),
    })
  }
  return offers
}

/** The way a person usually takes, if this product can be had so; else the first that is open, else the first. */
export function usualWay(offers: readonly Offer[], usual: WayChosen): WayChosen {
  const open = offers.filter((offer) => offer.available)
  return (open.find((offer) => offer.way === usual) ?? open[0] ?? offers[0])?.way ?? 'ship'
}
