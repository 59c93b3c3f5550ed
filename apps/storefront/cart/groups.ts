import type { Cart, CartLine, Place } from '../../kit/shapes.ts'
import type { Choice } from '../choice.ts'
import { useShop } from '../shop.ts'

/** A way a cart's thing may be received. */
export type CartWay = NonNullable<CartLine['way']>
/** What is received together: one way, one shop, one order. */
export type Group = {
  key: string
  way: CartWay
  place: Place | null
  lines: CartLine[]
  total_yen: number
  pieces: number
}

type Apart = { way: CartWay; place_id: string | null; lines: CartLine[] }

/** A cart's lines by the way they are received; what nobody said is received as this person usually does, at her shop. */
export function linesByGroup(
  lines: readonly CartLine[],
  choice: Pick<Choice, 'way'>,
  usual_place_id: string | null,
): Map<string, Apart> {
  const groups = new Map<string, Apart>()
  for (const line of lines) {
    const way = line.way ?? (choice.way === 'ship' ? 'ship' : 'collect')
    const place_id = way === 'ship' ? null : (line.place_id ?? usual_place_id)
    const key = `${way} ${place_id}`
    const group = groups.get(key) ?? { way, place_id, lines: [] }
    group.lines.push(line)
    groups.set(key, group)
  }
  return groups
}

/** The groups of a cart as the screens show them. */
export function useGroups(): (cart: Cart) => Group[] {
  const shop = useShop()
  const shops = shop?.shops ?? []
  return (cart) => {
    const choice = shop?.choice ?? { way: 'collect' as const }
    const apart = linesByGroup(cart.lines, choice, shop?.place?.place_id ?? null)
    return [...apart].map(([key, { way, place_id, lines }]) => ({
      key,
      way,
      lines,
      place: shops.find((each) => each.place_id === place_id) ?? null,
      total_yen: lines.reduce((sum, line) => sum + line.amount_yen, 0),
      pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
    }))
  }
}

/** The address of the final screen for one group. */
export function checkoutPath({ way, place }: Group): string {
  return `/checkout?${new URLSearchParams({ way, ...(place && { place: place.place_id }) })}`
}
