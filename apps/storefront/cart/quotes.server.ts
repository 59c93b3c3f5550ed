import { type Api, keyed, newKey, take } from '../../kit/client.ts'
import type { Cart, Quote } from '../../kit/shapes.ts'
import type { Choice } from '../choice.ts'
import { linesByGroup } from './groups.ts'

/** What each part of the cart would cost if it were ordered now, with offers and points, by the key of its group; what cannot be ordered now has none. */
export async function quotesOf(
  api: Api,
  cart: Cart,
  choice: Choice,
  place_id: string | null,
): Promise<Record<string, Quote>> {
  const groups = [...linesByGroup(cart.lines, choice, place_id)]
  const quoted = await Promise.all(
    groups.map(async ([key, { way, place_id, lines }]) => {
      if (way !== 'ship' && !place_id) return []
      const body = {
        way,
        cart: true,
        lines: lines.filter(({ sold }) => sold).map(({ variant_id, quantity }) => ({ variant_id, quantity })),
        ...(place_id && { place_id }),
      }
      if (body.lines.length === 0) return []
      const quote = await take(api.POST('/v1/orders/quotes', { body, ...keyed(newKey()) })).catch(() => null)
      return quote ? [[key, quote] as const] : []
    }),
  )
  return Object.fromEntries(quoted.flat())
}
