import type { Line } from './intention.ts'
import type { Person } from './people.ts'
import type { Product } from './product.ts'
import type { Chance } from './random.ts'
import { kept, type Shelf } from './stock.ts'
import type { Taste } from './tastes.ts'
import type { Kind, Mood, Piece, Wants } from './wants.ts'

/** What the planner believes is still on the shelves, so that most plans succeed and the journeys' pieces stay. */
export class Shelves {
  readonly #left = new Map<string, number>()
  readonly #endless: boolean

  /** `endless`: the past, whose shelves were filled again each night. */
  constructor(stock: readonly Shelf[], { endless = false } = {}) {
    this.#endless = endless
    for (const s of stock) this.#left.set(`${s.place} ${s.gtin}`, s.on_hand - s.safety - kept(s.place, s.gtin))
  }

  left(place: string, { product, variant }: { product: Product; variant: { gtin: string } }): number {
    if (!product.stocked) return 99
    const left = this.#left.get(`${place} ${variant.gtin}`) ?? 0
    return this.#endless && left > 0 ? 99 : left
  }

  take(place: string, gtin: string, quantity: number): void {
    if (this.#endless) return
    const key = `${place} ${gtin}`
    const left = this.#left.get(key)
    if (left !== undefined) this.#left.set(key, left - quantity)
  }
}

type Stalls = { shelves: Shelves; wants: Wants; mood: Mood; taste: (person: Person) => Taste }

const sizes = {
  cafe: [
    [1, 6],
    [2, 4],
  ],
  shop: [
    [1, 40],
    [2, 30],
    [3, 18],
    [4, 8],
    [5, 4],
  ],
} as const
/** So often a favourite comes into the basket before anything else. */
const habit = 0.45
const last_pieces = 2
const tries = 4

/** A basket from what a place has left; the pieces are taken from the planner's shelves. */
export function basket(
  c: Chance,
  town: Stalls,
  place: string,
  person: Person | null,
  kind: Exclude<Kind, 'look'>,
): Line[] {
  const size = c.weighted<number>(kind === 'cafe' ? sizes.cafe : sizes.shop)
  const lines: Line[] = []
  const chosen = new Set<string>()
  const put = (piece: Piece | undefined): void => {
    if (!piece || chosen.has(piece.product.code) || town.shelves.left(place, piece) <= last_pieces) return
    chosen.add(piece.product.code)
    const quantity = piece.variant.yen < 1200 && c.maybe(0.25) ? 2 : 1
    town.shelves.take(place, piece.variant.gtin, quantity)
    lines.push({ gtin: piece.variant.gtin, quantity })
  }
  if (person && kind !== 'cafe' && c.maybe(habit)) put(c.pick(town.wants.of(c.pick(town.taste(person).favourites))))
  for (let n = 0; lines.length < size && n < size * tries; n++) put(town.wants.draw(c, kind, person, town.mood))
  return lines
}
