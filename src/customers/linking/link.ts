/**
 * Which records of a file are the same person, with no known answer to learn from: every value is brought to one form, pairs
 * that share something are compared field by field, the weights of agreement are learned from the file itself, pairs become people.
 */
import { blocks, type Pairs } from './block.ts'
import { cluster } from './cluster.ts'
import type { Column } from './columns.ts'
import { compare, learn, type Model, type Odds, scoreOf } from './em.ts'
import type { Words } from './field.ts'
import { fieldsOf } from './fields.ts'
import { keyedFields } from './keyed.ts'

/** From which probability on records are joined when nothing else is said: one value for every file. */
export const usual_threshold = 0.3

/** What one field said of a pair: its level of agreement and what it weighs, in bits (each doubles or halves the odds). */
export type Reason = { field: Words; level: Words; bits: number }
export type LinkedPair = { a: number; b: number; probability: number; linked: boolean }
export type Linked = {
  /** For each record the index of the first record of its cluster. */
  clusters: Int32Array
  /** Every pair that was thought of as possible or that ended in one cluster, the likeliest first. */
  pairs: LinkedPair[]
  model: Model
  compared: number
  reasons(a: number, b: number): Reason[]
}

const possible = 0.01

/** Link the records of a table, by keyed hashes alone when a key is given. Records are named by their index in `rows`. */
export function link(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { threshold = usual_threshold, key }: { threshold?: number | undefined; key?: Uint8Array | undefined } = {},
): Linked {
  const fields = key ? keyedFields(columns, rows, key) : fieldsOf(columns, rows)
  const pairs = blocks(fields, rows.length)
  const levels = compare(fields, pairs)
  const model = learn(fields, rows.length, pairs, levels)
  const odds = scoreOf(model)
  const weights = new Float64Array(pairs.count)
  for (let pair = 0; pair < pairs.count; pair++)
    weights[pair] = logarithm(odds(levels.levels, levels.worth, pair * fields.length))
  const weigh = (a: number, b: number) => {
    const { levels, worth } = compare(fields, onePair(a, b))
    return logarithm(odds(levels, worth, 0))
  }
  const clusters = cluster(rows.length, pairs, weights, weigh, threshold, Math.log(model.share.same))
  return {
    clusters,
    pairs: told(pairs, weights, clusters, weigh),
    model,
    compared: pairs.count,
    reasons: (a, b) => reasons(model, a, b),
  }
}

function onePair(a: number, b: number): Pairs {
  return { a: Int32Array.of(a), b: Int32Array.of(b), count: 1 }
}

// The odds of "the same person" against everything else.
function logarithm({ same, home, namesake }: Odds): number {
  return Math.log(same / (1 + home + namesake))
}

function told(pairs: Pairs, weights: Float64Array, clusters: Int32Array, weigh: (a: number, b: number) => number) {
  const found: LinkedPair[] = []
  const shown = new Set<string>()
  for (let pair = 0; pair < pairs.count; pair++) {
    const [a, b] = [pairs.a[pair] as number, pairs.b[pair] as number]
    const probability = 1 / (1 + Math.exp(-(weights[pair] as number)))
    const linked = clusters[a] === clusters[b]
    if (!linked && probability < possible) continue
    found.push({ a, b, probability, linked })
    if (linked) shown.add(`${a} ${b}`)
  }
  const members = new Map<number, number[]>()
  clusters.forEach((cluster, record) => {
    const of = members.get(cluster)
    if (of) of.push(record)
    else members.set(cluster, [record])
  })
  for (const of of members.values())
    for (const [at, a] of of.entries())
      for (const b of of.slice(at + 1))
        if (!shown.has(`${a} ${b}`)) found.push({ a, b, probability: 1 / (1 + Math.exp(-weigh(a, b))), linked: true })
  return found.sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b)
}

function reasons({ fields, m, u }: Model, a: number, b: number): Reason[] {
  const { levels, worth } = compare(fields, onePair(a, b))
  return fields.flatMap((field, at) => {
    const level = levels[at] as number
    if (level < 0) return []
    const weight = Math.log((m[at]?.[level] as number) / (u[at]?.[level] as number)) + (worth[at] as number)
    return [{ field: field.name, level: field.levels[level] as Words, bits: weight / Math.LN2 }]
  })
}
