import type { Db } from '#core/database'
import { type Allocation, allocate, type Candidate } from '#inventory/allocate'
import { availableTo, channelRules } from '#inventory/channels'
import type { Line } from '#inventory/goods'
import { policy } from '#inventory/policy'
import { distances, type Place, places, type Spot, spotOf, trading } from '#stores/stores'

export type Question = {
  way: 'ship' | 'collect'
  channel: string
  lines: Line[]
  /** Where the goods go (or where she stands): a spot, or the prefecture of the address. */
  to?: Spot | { prefecture: string } | undefined
  /** The shop she chose to collect at: asked before the others. */
  place_id?: string | undefined
}

/** Places that can send online orders, as this channel sees them; those that can hand over, for a collection. */
export async function candidatesOf(db: Db, way: 'ship' | 'collect', channel: string): Promise<Place[]> {
  const seen = (await channelRules(db)).get(channel)?.place_ids
  return (await places(db)).filter(
    (place) =>
      trading(place) &&
      place.kind !== 'dealer' &&
      (way === 'ship' ? place.ships_ec : place.offers_pickup) &&
      (!seen || seen.includes(place.place_id)),
  )
}

/** Which places would send (or hand over) these goods now, and why not the others. Takes nothing. */
export async function planned(db: Db, ask: Question): Promise<Allocation> {
  const { way, channel, lines, place_id } = ask
  const { allocation: rules } = await policy(db)
  const candidates = await candidatesOf(db, way, channel)
  const metres = await metresTo(db, ask.to)
  const stock = await availableTo(
    db,
    channel,
    lines.map(({ variant_id }) => variant_id),
    candidates.map((place) => place.place_id),
  )
  const shelves = new Map<string, Record<string, number>>()
  for (const row of stock) {
    const shelf = shelves.get(row.place_id) ?? {}
    shelf[row.variant_id] = row.available
    shelves.set(row.place_id, shelf)
  }
  const all = candidates.map(
    (place): Candidate => ({
      place_id: place.place_id,
      name: place.name,
      name_en: place.name_en,
      kind: place.kind,
      // The shop she chose comes before any nearer one.
      metres: place.place_id === place_id ? -1 : (metres.get(place.place_id) ?? null),
      available: shelves.get(place.place_id) ?? {},
    }),
  )
  // What is collected is collected in one shop, and a last piece is as good as any to her who comes for it.
  const one = { prefer_warehouse: false, keep_last_in_shop: false, split: false, max_parcels: 1 }
  return allocate(lines, all, way === 'collect' ? one : rules)
}

async function metresTo(db: Db, to: Question['to']): Promise<Map<string, number>> {
  const spot = to && 'prefecture' in to ? spotOf(to.prefecture) : to
  if (!spot) return new Map()
  return new Map((await distances(db, spot)).map(({ place_id, metres }) => [place_id, metres]))
}
