/** Which places send the goods of an order: pure, so that a quote, a checkout and a test decide alike. */
import type { Line } from '#inventory/goods'

export type AllocationRules = {
  /** Warehouses before shops, however far. */
  prefer_warehouse: boolean
  /** A shop's last piece of a thing is sent only when there is no other way. */
  keep_last_in_shop: boolean
  /** May an order leave as several parcels, and as how many at most? */
  split: boolean
  max_parcels: number
}
export const usualRules: AllocationRules = {
  prefer_warehouse: true,
  keep_last_in_shop: true,
  split: true,
  max_parcels: 3,
}
/** A place that could send, and what it may promise now of each variant. */
export type Candidate = {
  place_id: string
  name: string
  name_en: string | null
  kind: string
  metres: number | null
  available: Readonly<Record<string, number>>
}
export type Parcel = { place_id: string; lines: Line[] }
export type Said = { place_id: string; chosen: boolean; code: Why; ja: string; en: string }
export type Allocation = {
  outcome: 'whole' | 'split' | 'short'
  parcels: Parcel[]
  /** What no choice of places could serve: with `outcome` short only. */
  short: { variant_id: string; wanted: number; available: number }[]
  explain: Said[]
}
type Why = 'sends_all' | 'sends_part' | 'has_none' | 'lacks_some' | 'kept_last' | 'comes_after' | 'too_many_parcels'

// The nearest forty are looked at: more would not change the answer, only the time.
const most_candidates = 40

/**
 * Choose places for these lines (each variant once): as few parcels as possible; among those, the best-ranked places
 * (warehouses first by setting, then by distance); a shop's last piece stays unless that would cost a parcel more.
 * Never more of anything than a place has available. All lines or nothing.
 */
export function allocate(
  lines: readonly Line[],
  places: readonly Candidate[],
  rules: AllocationRules = usualRules,
): Allocation {
  const ranked = places.toSorted((a, b) => before(a, b, rules)).slice(0, most_candidates)
  const has = (place: Candidate, variant_id: string) => Math.max(place.available[variant_id] ?? 0, 0)
  const spares = (place: Candidate, variant_id: string) =>
    has(place, variant_id) - (rules.keep_last_in_shop && place.kind !== 'warehouse' ? 1 : 0)
  const useful = ranked.filter((place) => lines.some(({ variant_id }) => has(place, variant_id) > 0))
  const most = Math.min(rules.split ? Math.max(rules.max_parcels, 1) : 1, useful.length)
  for (let size = 1; size <= most; size++)
    for (const usable of rules.keep_last_in_shop ? [spares, has] : [has]) {
      const group = firstGroup(useful, size, (some) =>
        lines.every(
          ({ variant_id, quantity }) => sum(some, (place) => Math.max(usable(place, variant_id), 0)) >= quantity,
        ),
      )
      if (group) return chosen(lines, ranked, parcelsOf(lines, group, usable), spares, rules)
    }
  return nothing(lines, ranked, useful, has)
}

function before(a: Candidate, b: Candidate, rules: AllocationRules): number {
  const house = (place: Candidate) => (rules.prefer_warehouse && place.kind !== 'warehouse' ? 1 : 0)
  const far = (place: Candidate) => place.metres ?? Number.MAX_SAFE_INTEGER
  return house(a) - house(b) || far(a) - far(b) || (a.place_id < b.place_id ? -1 : 1)
}

/** The first group of this size that will do, in the order of rank. */
function firstGroup(
  places: readonly Candidate[],
  size: number,
  will: (group: Candidate[]) => boolean,
  from = 0,
  group: Candidate[] = [],
): Candidate[] | undefined {
  if (group.length === size) return will(group) ? group : undefined
  for (let at = from; at <= places.length - (size - group.length); at++) {
    const found = firstGroup(places, size, will, at + 1, [...group, places[at] as Candidate])
    if (found) return found
  }
  return undefined
}

function parcelsOf(
  lines: readonly Line[],
  group: readonly Candidate[],
  usable: (place: Candidate, variant_id: string) => number,
): Parcel[] {
  const parcels = group.map(({ place_id }): Parcel => ({ place_id, lines: [] }))
  for (const { variant_id, quantity } of lines) {
    let left = quantity
    for (const [at, place] of group.entries()) {
      const taken = Math.min(Math.max(usable(place, variant_id), 0), left)
      if (taken > 0) parcels[at]?.lines.push({ variant_id, quantity: taken })
      left -= taken
    }
  }
  return parcels
}

function chosen(
  lines: readonly Line[],
  ranked: readonly Candidate[],
  parcels: Parcel[],
  spares: (place: Candidate, variant_id: string) => number,
  rules: AllocationRules,
): Allocation {
  const sends = new Set(parcels.map(({ place_id }) => place_id))
  const alone = parcels.length === 1
  const worst = ranked.findLastIndex(({ place_id }) => sends.has(place_id))
  const explain = ranked.map((place, at): Said => {
    const { place_id } = place
    if (sends.has(place_id))
      return alone
        ? say(place, true, 'sends_all', 'すべてここから発送します。', 'sends all of it')
        : say(
            place,
            true,
            'sends_part',
            '1か所ではそろわないため、分けて発送します。',
            'sends part of it: no single place has all',
          )
    const missing = lines.filter(({ variant_id, quantity }) => (place.available[variant_id] ?? 0) < quantity)
    if (missing.length === lines.length && lines.every(({ variant_id }) => (place.available[variant_id] ?? 0) <= 0))
      return say(place, false, 'has_none', '在庫がありません。', 'has none of it')
    if (missing.length > 0)
      return say(
        place,
        false,
        'lacks_some',
        `${missing.length}点の商品が足りません。`,
        `lacks some of ${missing.length} of the goods`,
      )
    if (at < worst && lines.some(({ variant_id, quantity }) => spares(place, variant_id) < quantity))
      return say(place, false, 'kept_last', '店舗の最後の1点を残します。', 'keeps its last piece for the shop')
    return rules.prefer_warehouse && place.kind !== 'warehouse'
      ? say(
          place,
          false,
          'comes_after',
          '倉庫、または近い拠点を優先しました。',
          'comes after warehouses and nearer places',
        )
      : say(place, false, 'comes_after', 'より近い拠点を優先しました。', 'comes after a nearer place')
  })
  return { outcome: alone ? 'whole' : 'split', parcels, short: [], explain }
}

function nothing(
  lines: readonly Line[],
  ranked: readonly Candidate[],
  useful: readonly Candidate[],
  has: (place: Candidate, variant_id: string) => number,
): Allocation {
  const total = (variant_id: string) => sum(ranked, (place) => has(place, variant_id))
  const gone = lines.filter(({ variant_id, quantity }) => total(variant_id) < quantity)
  // There is enough, but in too many places: what the best single place lacks is what is short.
  const best = (variant_id: string) => Math.max(0, ...ranked.map((place) => has(place, variant_id)))
  const short = gone.length > 0 ? gone : lines
  return {
    outcome: 'short',
    parcels: [],
    short: short.map(({ variant_id, quantity }) => ({
      variant_id,
      wanted: quantity,
      available: gone.length > 0 ? total(variant_id) : Math.min(best(variant_id), quantity - 1),
    })),
    explain: ranked.map((place) =>
      !useful.includes(place)
        ? say(place, false, 'has_none', '在庫がありません。', 'has none of it')
        : gone.length > 0
          ? say(place, false, 'lacks_some', '在庫が足りません。', 'lacks some of it')
          : say(
              place,
              false,
              'too_many_parcels',
              '分けて発送できる数を超えます。',
              'would take more parcels than allowed',
            ),
    ),
  }
}

function say(place: Candidate, yes: boolean, code: Why, ja: string, en: string): Said {
  return {
    place_id: place.place_id,
    chosen: yes,
    code,
    ja: `${place.name}：${ja}`,
    en: `${place.name_en ?? place.name} ${en}`,
  }
}

const sum = (places: readonly Candidate[], of: (place: Candidate) => number) =>
  places.reduce((total, place) => total + of(place), 0)
