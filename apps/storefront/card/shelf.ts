import { takeIfAny } from '../../kit/client.ts'
import type { Card, Points } from '../../kit/shapes.ts'
import { api } from '../api.ts'

const SHELF = 'engawa_card'

export type Fresh = { card: Card | null; points: Points | null }
/** The card and how far this device's clock was from the server's when it came. */
export type Kept = Fresh & { clock_error_ms: number }

/** The card as last seen on this device; null when none was, or it cannot be read. */
export function keptCard(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(SHELF) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

/** The card as the server has it now, kept for the time without a signal; whose it is no longer is forgotten. */
export async function renewCard(): Promise<Kept> {
  const [card, points] = await Promise.all([
    takeIfAny(api.GET('/v1/customers/me/card')),
    takeIfAny(api.GET('/v1/loyalty/me')),
  ])
  const known = { card, points, clock_error_ms: card ? Date.parse(card.server_time) - Date.now() : 0 }
  if (card) localStorage.setItem(SHELF, JSON.stringify(known))
  else forgetCard()
  return known
}

/** Signed out, nothing of the person stays on the device. */
export function forgetCard(): void {
  localStorage.removeItem(SHELF)
}
