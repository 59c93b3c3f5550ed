import type { Actor } from '#core/actor'
import { refuse } from '#core/problem'

/** Refuse (403) when the actor's shop scope does not hold this place; an actor without a scope works everywhere. */
export function needPlace(actor: Actor, place_id: string): void {
  if (!actor.place_ids || actor.place_ids.includes(place_id)) return
  refuse('access.place', 403, 'この店舗を担当していません。', 'This place is outside your shops.', {
    field: 'place_id',
    place_id,
  })
}

// Those who stand in a shop work only in the shops they were given; head office and call centre, without any, everywhere.
export function scopeOf(role: string, place_ids: string[]): { place_ids?: string[] } {
  return place_ids.length || role === 'clerk' || role === 'manager' ? { place_ids } : {}
}
