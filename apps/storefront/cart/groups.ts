import type { Cart, CartLine, Place } from '../../kit/shapes.ts'
import { useShop } from '../shop.ts'

/** A way a cart's thing may be received. */
export type CartWay = NonNullable<CartLine['way']>
/** What is received together: one way, one shop, one order. */
export type Group = { way: CartWay; place: Place | null; lines: CartLine[]; total_yen: number; pieces: number }

/** A cart's lines by the way they are received; what nobody said is received as this person usually does, at her shop. */
export function useGroups(): (cart: Cart) => Group[] {
  const shop = useShop()
  const shops = shop?.shops ?? []
  const usual: CartWay = shop?.choice.way === 'ship' ? 'ship' : 'collect'
  return (cart) => {
    const groups = new Map<string, Group>()
    for (const line of cart.lines) {
      const way = line.way ?? usual
      const place_id = way === 'ship' ? null : (line.place_id ?? shop?.place?.place_id ?? null)
      const key = `${way} ${place_id}`
      const place = shops.find((each) => each.place_id === place_id) ?? null
      const group = groups.get(key) ?? { way, place, lines: [], total_yen: 0, pieces: 0 }
      group.lines.push(line)
      group.total_yen += line.amount_yen
      group.pieces += line.quantity
      groups.set(key, group)
    }
    return [...groups.values()]
  }
}

/** The address of the final screen for one group. */
export function checkoutPath({ way, place }: Group): string {
  return `/checkout?${new URLSearchParams({ way, ...(place && { place: place.place_id }) })}`
}
