import type { Line } from './intention.ts'
import type { Person } from './people.ts'
import type { Product } from './product.ts'
import type { Retailer } from './retailer.ts'

/** A sale as the town remembers it. `leaves`: the goods are gone at once, or when somebody takes or sends them. */
export type Sale = {
  /** How both sides name it: the platform's order id, or the town's own number for what is past. */
  ref: string
  person: string | null
  place: string
  lines: readonly Line[]
  eat_in: boolean
  points_used: number
  leaves: 'now' | 'later' | 'never'
  /** Told line by line with its tax: what a till of its own, or a former system, wrote down. */
  by_line: boolean
  /** Uncollected goods go back then, and the order is undone. */
  keep_until: string | null
}
export type Entry = Sale & { total_yen: number; tax_yen: number; points_earned: number; undone: boolean; left: boolean }

const yen_a_point = 100
const reduced = 8
const standard = 10

/**
 * The town's own account of orders, stock and points, kept with its own arithmetic beside what it does through the API. What
 * the platform answers is believed for one thing only: whether a sale came about, and what it is called.
 */
export class Books {
  readonly orders = new Map<string, Entry>()
  /** On hand, by `place gtin`. */
  readonly stock = new Map<string, number>()
  /** Points granted and not used, by member record. */
  readonly points = new Map<string, number>()
  readonly #goods = new Map<string, { product: Product; yen: number; tax_included: boolean }>()

  constructor({ products }: Pick<Retailer, 'products'>) {
    for (const product of products)
      for (const { gtin, yen, tax_included } of product.variants) this.#goods.set(gtin, { product, yen, tax_included })
  }

  receive(place: string, lines: readonly Line[]): void {
    for (const { gtin, quantity } of lines) this.#move(place, gtin, quantity)
  }

  count(place: string, gtin: string, pieces: number): void {
    this.stock.set(`${place} ${gtin}`, pieces)
  }

  grant(person: Pick<Person, 'code'>, points: number): void {
    this.points.set(person.code, (this.points.get(person.code) ?? 0) + points)
  }

  sell(sale: Sale): Entry {
    const { total_yen, tax_yen } = this.price(sale.lines, sale.eat_in, sale.by_line)
    const points_earned = sale.person ? Math.floor((total_yen - sale.points_used) / yen_a_point) : 0
    const entry: Entry = { ...sale, total_yen, tax_yen, points_earned, undone: false, left: false }
    this.orders.set(sale.ref, entry)
    if (sale.person) this.grant({ code: sale.person }, points_earned - sale.points_used)
    if (sale.leaves === 'now') this.leave(sale.ref)
    return entry
  }

  /** The goods of an order are gone: carried away, sent or handed over. */
  leave(ref: string): void {
    const entry = this.orders.get(ref)
    if (!entry || entry.left) return
    entry.left = true
    // What is made when ordered leaves no shelf.
    for (const { gtin, quantity } of entry.lines)
      if (this.#goods.get(gtin)?.product.stocked) this.#move(entry.place, gtin, -quantity)
  }

  /** What nobody fetched until its time was up is undone, as the retailer promises. */
  lapse(now: string): void {
    for (const entry of this.orders.values()) {
      if (entry.left || entry.undone || entry.keep_until === null || entry.keep_until > now) continue
      entry.undone = true
      if (entry.person) this.grant({ code: entry.person }, entry.points_used - entry.points_earned)
    }
  }

  /**
   * Prices with tax once per rate. What is set before tax gets it upon the sum of its rate; beside goods priced with tax,
   * piece by piece as the shelf shows it; and line by line where each line was told with its tax.
   */
  price(lines: readonly Line[], eat_in: boolean, by_line = false): { total_yen: number; tax_yen: number } {
    const rates = new Map<number, { gross: number; net: number; shown: number }>()
    for (const { gtin, quantity, discount_yen = 0 } of lines) {
      const item = this.#goods.get(gtin)
      if (!item) throw new Error(`nothing is called ${gtin}`)
      const rate = rateOf(item.product, eat_in)
      const sum = rates.get(rate) ?? { gross: 0, net: 0, shown: 0 }
      const yen = item.yen * quantity - discount_yen
      if (item.tax_included) sum.gross += yen
      else if (by_line) sum.gross += with_tax(yen, rate)
      else {
        sum.net += yen
        sum.shown += with_tax(item.yen, rate) * quantity
      }
      rates.set(rate, sum)
    }
    let total_yen = 0
    let tax_yen = 0
    for (const [rate, { gross, net, shown }] of rates) {
      const due = gross > 0 ? gross + shown : with_tax(net, rate)
      total_yen += due
      tax_yen += Math.floor((due * rate) / (100 + rate))
    }
    return { total_yen, tax_yen }
  }

  #move(place: string, gtin: string, pieces: number): void {
    const key = `${place} ${gtin}`
    this.stock.set(key, (this.stock.get(key) ?? 0) + pieces)
  }
}

const with_tax = (yen: number, rate: number): number => yen + Math.floor((yen * rate) / 100)

function rateOf({ tax }: Product, eat_in: boolean): number {
  if (tax === 'untaxed') return 0
  return tax === 'food' && !eat_in ? reduced : standard
}
