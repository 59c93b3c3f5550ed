/** Which pairs of records are worth comparing: those that share a value few others have, or two values at once. */
import type { Field } from './field.ts'

export type Pairs = { a: Int32Array; b: Int32Array; count: number }

// A value shared by more records than this says too little by itself; two such values together may say enough.
const alone_max = 48
const together_max = 16

/** All pairs of records that share a narrow key. Grows with the number of records, not with its square. */
export function blocks(fields: readonly Field[], records: number): Pairs {
  const keys = fields.flatMap(({ keys }, field) => keys.map((codes) => ({ codes, field, size: sizeOf(codes) })))
  const found = new PairSet(records)
  const joint = new Float64Array(records)
  for (const { codes } of keys) {
    for (let at = 0; at < records; at++) joint[at] = codes[at] as number
    gather(joint, alone_max, found)
  }
  keys.forEach((one, first) => {
    for (const two of keys.slice(first + 1)) {
      if (one.field === two.field) continue
      for (let at = 0; at < records; at++) {
        const [x, y] = [one.codes[at] as number, two.codes[at] as number]
        joint[at] = x < 0 || y < 0 ? -1 : x * two.size + y
      }
      gather(joint, together_max, found)
    }
  })
  return found.pairs()
}

function sizeOf(codes: Int32Array): number {
  let most = 0
  for (const code of codes) if (code > most) most = code
  return most + 1
}

/** Add the pairs of every group of records with the same key, but not of groups that are too large. */
function gather(key: Float64Array, most: number, into: PairSet): void {
  const heads = new Map<number, number>()
  const next = new Int32Array(key.length).fill(-1)
  const sizes = new Int32Array(key.length)
  for (let at = 0; at < key.length; at++) {
    const value = key[at] as number
    if (value < 0) continue
    const head = heads.get(value)
    if (head !== undefined) {
      next[at] = head
      sizes[at] = (sizes[head] as number) + 1
    } else sizes[at] = 1
    heads.set(value, at)
  }
  for (const head of heads.values()) {
    const size = sizes[head] as number
    if (size < 2 || size > most) continue
    for (let a = head; a >= 0; a = next[a] as number)
      for (let b = next[a] as number; b >= 0; b = next[b] as number) into.add(b, a)
  }
}

/** A set of pairs (a < b) in one table of numbers. */
class PairSet {
  #table = new Float64Array(1 << 16)
  #count = 0
  #records: number
  constructor(records: number) {
    this.#records = records
  }

  add(a: number, b: number): void {
    if (this.#count * 2 > this.#table.length) this.#grow()
    this.#put(a * this.#records + b + 1)
  }

  #put(key: number): void {
    const mask = this.#table.length - 1
    let at = (Math.imul(key % 4294967296, 2654435761) ^ Math.imul(Math.floor(key / 65536), 40503)) & mask
    while (this.#table[at] !== 0) {
      if (this.#table[at] === key) return
      at = (at + 1) & mask
    }
    this.#table[at] = key
    this.#count++
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Float64Array(old.length * 2)
    this.#count = 0
    for (const key of old) if (key !== 0) this.#put(key)
  }

  pairs(): Pairs {
    const keys = this.#table.filter((key) => key !== 0).sort()
    const a = Int32Array.from(keys, (key) => Math.floor((key - 1) / this.#records))
    const b = Int32Array.from(keys, (key) => (key - 1) % this.#records)
    return { a, b, count: keys.length }
  }
}
