import { type Api, takeIfAny } from '../kit/client.ts'
import type { Choice } from './choice.ts'

/** The shop whose stock is shown: the one chosen in this browser, else the member's own, else none. */
export async function placeOf(api: Api, choice: Choice): Promise<string | null> {
  if (choice.place_id) return choice.place_id
  const me = await takeIfAny(api.GET('/v1/customers/me')).catch(() => null)
  return me?.home_place_id ?? null
}
