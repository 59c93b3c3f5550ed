import type { Chance } from './random.ts'

/** Draws from a long list by weight, quickly: the sums are taken once. */
export class Draws<T> {
  readonly #items: readonly T[]
  readonly #sums: Float64Array

  constructor(items: readonly T[], weight: (item: T) => number) {
    const sums = new Float64Array(items.length)
    let sum = 0
    for (const [at, item] of items.entries()) {
      sum += weight(item)
      sums[at] = sum
    }
    this.#items = items
    this.#sums = sums
  }

  draw(c: Chance): T | undefined {
    const wanted = c.next() * (this.#sums.at(-1) ?? 0)
    let low = 0
    let high = this.#sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return this.#items[low]
  }
}
