/** A seeded stream of chance: the same seed gives the same town, on every machine. */
export type Chance = {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number
  /** True with probability p. */
  maybe(p: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the entries, as likely as its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T
  /** n different members of the list, in random order. */
  some<T>(list: readonly T[], n: number): T[]
  /** An independent stream, so that a change in one part of the town leaves the others as they were. */
  fork(label: string): Chance
}

/** 32-bit FNV-1a of a text. */
export function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Chance from a seed (mulberry32: 32 bits of state, ample for a week of one town). */
export function chance(seed: string): Chance {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const self: Chance = {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    maybe: (p) => next() < p,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)]
      if (found === undefined) throw new Error('pick from an empty list')
      return found
    },
    weighted: (entries) => {
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) {
        at -= weight
        if (at < 0) return value
      }
      return self.pick(entries)[0]
    },
    some: (list, n) => {
      const left = [...list]
      const out = []
      while (out.length < n && left.length > 0) out.push(...left.splice(Math.floor(next() * left.length), 1))
      return out
    },
    fork: (label) => chance(`${seed}/${label}`),
  }
  return self
}
