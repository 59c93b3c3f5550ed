import { keyOf } from '#integrations/keys'
import type { Place } from '#stores/stores'

/** Reads what a file calls a place: its id there, one of ours, or its name here where only one place bears it. */
export function placesByKey(source: string, list: readonly Place[]): (key: string) => Place | undefined {
  const byId = new Map(list.map((place) => [place.external_id, place]))
  const byName = Map.groupBy(list, ({ name }) => name)
  return (key) => {
    const named = byName.get(key) ?? []
    return byId.get(keyOf(source, key)) ?? byId.get(key) ?? (named.length === 1 ? named[0] : undefined)
  }
}
