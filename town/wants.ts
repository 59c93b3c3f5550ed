import { Draws } from './draws.ts'
import type { Person } from './people.ts'
import type { CategoryCode, Product, Variant } from './product.ts'
import type { Chance } from './random.ts'
import { season } from './season.ts'

export type Piece = { product: Product; variant: Variant }
export type Kind = 'shop' | 'cafe' | 'online' | 'look'
/** What moves everybody's wishes on a day: the season, and what people talk about. */
export type Mood = { month: number; talk: string | null }

const notOnline = new Set(['paper-bag', 'gift-card'])

function fits({ product: { category, code } }: Piece, kind: Kind): boolean {
  if (kind === 'cafe') return category === 'cafe' && code !== 'gion-lunch'
  if (category === 'cafe' || code === 'gift-card') return false
  return kind === 'shop' || !notOnline.has(code)
}

/** How much somebody wants a thing: by taste, price, fame, season, and what is talked about. */
function appetite({ product, variant }: Piece, person: Person | null, { month, talk }: Mood): number {
  const price = variant.yen < 1500 ? 3 : variant.yen < 4000 ? 2 : variant.yen < 10_000 ? 0.8 : 0.3
  const fame = product.tags.includes('人気') ? 2 : 1
  const liked = person?.taste.liked.includes(product.category) ? 5 : 1
  const organic = person?.taste.organic && product.tags.includes('オーガニック') ? 4 : 1
  const viral = product.code === talk ? 60 : 1
  const choice = 1 / Math.sqrt(product.variants.length)
  return price * fame * liked * organic * viral * season(product, month) * choice
}

/** Draws goods as people want them; people of one taste share one list of weights. */
export class Wants {
  readonly pieces: readonly Piece[]
  readonly #byGtin: Map<string, Piece>
  readonly #byCode: Map<string, Piece[]>
  readonly #lists = new Map<string, Draws<Piece>>()

  constructor(products: readonly Product[]) {
    this.pieces = products.flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    this.#byGtin = new Map(this.pieces.map((piece) => [piece.variant.gtin, piece]))
    this.#byCode = Map.groupBy(this.pieces, ({ product }) => product.code)
  }

  draw(c: Chance, kind: Kind, person: Person | null, mood: Mood): Piece | undefined {
    const taste = person ? `${person.taste.liked.join()} ${person.taste.organic}` : ''
    const key = `${kind} ${mood.month} ${mood.talk} ${taste}`
    let list = this.#lists.get(key)
    if (!list) {
      list = new Draws(
        this.pieces.filter((piece) => fits(piece, kind)),
        (piece) => appetite(piece, person, mood),
      )
      this.#lists.set(key, list)
    }
    return list.draw(c)
  }

  /** Goods of some kinds, for whoever follows an offer. */
  among(c: Chance, categories: readonly CategoryCode[], person: Person, mood: Mood): Piece | undefined {
    const key = `among ${categories.join()} ${mood.month} ${person.taste.organic}`
    let list = this.#lists.get(key)
    if (!list) {
      list = new Draws(
        this.pieces.filter((piece) => fits(piece, 'online') && categories.includes(piece.product.category)),
        (piece) => appetite(piece, person, mood),
      )
      this.#lists.set(key, list)
    }
    return list.draw(c)
  }

  of(code: string): readonly Piece[] {
    return this.#byCode.get(code) ?? []
  }

  named(gtin: string): Piece | undefined {
    return this.#byGtin.get(gtin)
  }
}
