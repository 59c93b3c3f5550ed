import type { Line } from './intention.ts'
import type { Person } from './people.ts'
import type { CategoryCode, Product, Variant } from './product.ts'
import type { Chance } from './random.ts'
import { kept, type Shelf } from './stock.ts'

export type Piece = { product: Product; variant: Variant }

/** What the planner believes is still on the shelves, so that most plans succeed and the journeys' pieces stay. */
export class Shelves {
  readonly #left = new Map<string, number>()
  readonly pieces: Piece[]

  constructor(products: Product[], stock: Shelf[]) {
    this.pieces = products.flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    for (const s of stock) this.#left.set(`${s.place} ${s.gtin}`, s.on_hand - s.safety - kept(s.place, s.gtin))
  }

  left(place: string, { product, variant }: Piece): number {
    return product.stocked ? (this.#left.get(`${place} ${variant.gtin}`) ?? 0) : 99
  }

  take(place: string, gtin: string, quantity: number): void {
    const key = `${place} ${gtin}`
    const left = this.#left.get(key)
    if (left !== undefined) this.#left.set(key, left - quantity)
  }
}

const cafe: CategoryCode[] = ['cafe']
const notOnline = new Set(['paper-bag', 'gift-card'])

/** How much somebody wants a thing: by taste, price and fame. */
export function appetite({ product, variant }: Piece, person: Person | null): number {
  const price = variant.yen < 1500 ? 3 : variant.yen < 4000 ? 2 : variant.yen < 10_000 ? 0.8 : 0.3
  const fame = product.tags.includes('人気') ? 2 : 1
  const liked = person?.taste.liked.includes(product.category) ? 5 : 1
  const organic = person?.taste.organic && product.tags.includes('オーガニック') ? 4 : 1
  const choice = 1 / Math.sqrt(product.variants.length)
  return price * fame * liked * organic * choice
}

/** A basket from what a place has left; the pieces are taken from the planner's shelves. */
export function basket(
  c: Chance,
  shelves: Shelves,
  place: string,
  person: Person | null,
  kind: 'shop' | 'cafe' | 'online',
): Line[] {
  const fits = (piece: Piece) => {
    if (kind === 'cafe') return cafe.includes(piece.product.category) && piece.product.code !== 'gion-lunch'
    return (
      !cafe.includes(piece.product.category) &&
      !(kind === 'online' && notOnline.has(piece.product.code)) &&
      piece.product.code !== 'gift-card'
    )
  }
  const wanted = shelves.pieces.filter((piece) => fits(piece) && shelves.left(place, piece) > 2)
  const size = c.weighted(
    kind === 'cafe'
      ? ([
          [1, 6],
          [2, 4],
        ] as const)
      : ([
          [1, 40],
          [2, 30],
          [3, 18],
          [4, 8],
          [5, 4],
        ] as const),
  )
  const lines: Line[] = []
  const chosen = new Set<string>()
  while (lines.length < size && wanted.length > 0) {
    const piece = c.weighted(
      wanted.map((one) => [one, chosen.has(one.product.code) ? 0.01 : appetite(one, person)] as const),
    )
    if (chosen.has(piece.product.code)) break
    chosen.add(piece.product.code)
    const quantity = piece.variant.yen < 1200 && c.maybe(0.25) ? 2 : 1
    shelves.take(place, piece.variant.gtin, quantity)
    lines.push({ gtin: piece.variant.gtin, quantity })
  }
  return lines
}
