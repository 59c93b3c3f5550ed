import type { Actor } from '#core/actor'
import { refuse } from '#core/problem'

/** Whether the actor's shop scope holds this place; an actor without a scope works everywhere. */
export function worksIn({ place_ids }: Actor, place_id: string): boolean {
  return !place_ids || place_ids.includes(place_id)
}

/** Refuse (403) when it does not. */
export function needPlace(actor: Actor, place_id: string): void {
  if (worksIn(actor, place_id)) return
  refuse('access.place', 403, 'この店舗を担当していません。', 'This place is outside your shops.', {
    field: 'place_id',
    place_id,
  })
}

// Those who stand in a shop work only in the shops they were given; head office and call centre, without any, everywhere.
export function scopeOf(role: string, place_ids: string[]): { place_ids?: string[] } {
  return place_ids.length || role === 'clerk' || role === 'manager' ? { place_ids } : {}
}
