import { jan } from './codes.ts'
import { places } from './places.ts'
import type { Product } from './product.ts'
import { chance } from './random.ts'

export type Shelf = { place: string; gtin: string; on_hand: number; safety: number; incoming: number }

/** Stock the journeys begin with: shop, item number, pieces. */
const pinned: [place: string, item: number, pieces: number][] = [
  // One natural linen shirt S in Shinjuku, and none where a parcel could come from (J2).
  ['shinjuku', 3, 1],
  ['shinjuku', 4, 1],
  ['shibuya', 3, 6],
  ['yurakucho', 3, 5],
  ['marunouchi', 3, 0],
  ['setagaya', 3, 0],
  ['warehouse', 3, 0],
  ['setagaya', 1, 18],
  ['setagaya', 2, 31],
  ['setagaya', 15, 40],
  ['shinjuku', 504, 8],
  ['kitayama', 6, 24],
  ['gion', 8, 12],
  ['yurakucho', 9, 5],
  ['warehouse', 9, 30],
  ['sapporo', 11, 4],
  ['shibuya', 16, 3],
  ['shinjuku', 16, 2],
  ['warehouse', 16, 20],
  ['warehouse', 13, 14],
]
/** Pieces the week must leave on the shelf, so that the journeys find what they need. */
export const kept = (place: string, gtin: string): number => pins.get(`${place} ${gtin}`) ?? 0

const pins = new Map(pinned.map(([place, item, pieces]) => [`${place} ${jan(item)}`, pieces]))

/** What lies where when the demo begins: deterministic, plausible, with gaps and last pieces. */
export function openingStock(seed: string, products: Product[], scale = 1): Shelf[] {
  const stocked = products.filter((p) => p.stocked)
  return places
    .filter((place) => place.kind !== 'office')
    .flatMap((place) =>
      stocked.flatMap((p) =>
        p.variants.flatMap((v) => {
          const c = chance(`${seed}/stock/${place.code}/${v.gtin}`)
          const pieces =
            pins.get(`${place.code} ${v.gtin}`) ?? amount(place.kind, place.brands.includes(p.brand), p, v.yen, c)
          if (pieces === undefined) return []
          const safety = place.kind === 'warehouse' && p.tags.includes('人気') ? 2 : 0
          return [
            {
              place: place.code,
              gtin: v.gtin,
              on_hand: pieces,
              safety,
              incoming: pieces < 3 && c.maybe(0.5) ? c.between(6, 24) : 0,
            },
          ]
        }),
      ),
    )

  // A larger town fills larger shelves, with the same gaps.
  function plenty(pieces: number): number {
    return Math.round(pieces * Math.max(1, scale))
  }

  function amount(
    kind: string,
    carries: boolean,
    p: Product,
    yen: number,
    c: ReturnType<typeof chance>,
  ): number | undefined {
    const fresh = p.attributes.storage === '当日中'
    if (kind === 'warehouse') return fresh ? undefined : plenty(c.between(40, 120) + 60_000 / yen)
    // A POP-UP carries what is given and eaten on the way.
    if (kind === 'popup' && !['gifts', 'sweets', 'drinks'].includes(p.category)) return undefined
    if (!carries || (fresh && c.maybe(0.3))) return undefined
    if (c.maybe(0.06)) return 0
    if (c.maybe(0.12)) return c.between(1, 3)
    return plenty(c.between(4, 12) + 9_000 / Math.max(yen, 300))
  }
}
