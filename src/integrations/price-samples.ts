/** What products were sold for, gathered from purchase lines: a median survives mistyped quantities and giveaways. */
const kept = 201

export type Price = { yen: number; since: string }
export type Samples = {
  add(product: string, quantity: number, amount_yen: number, at: string): void
  medians(): Map<string, Price>
}

/** Collect unit prices (yen, tax included) per product; at most 201 of each, so that memory knows a bound. */
export function samples(): Samples {
  const seen = new Map<string, { units: number[]; since: string; count: number }>()
  return {
    add(product, quantity, amount_yen, at) {
      if (quantity <= 0 || amount_yen <= 0) return
      const found = seen.get(product) ?? { units: [], since: at, count: 0 }
      if (at < found.since) found.since = at
      found.units[found.count % kept] = amount_yen / quantity
      found.count += 1
      seen.set(product, found)
    },
    medians() {
      return new Map(
        [...seen].map(([product, { units, since }]) => [
          product,
          { yen: Math.max(1, Math.round(median(units))), since },
        ]),
      )
    },
  }
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
