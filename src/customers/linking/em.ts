/**
 * The model of Fellegi & Sunter (1969), its parameters learned without a single known answer by expectation–maximisation
 * (Winkler 1988). A pair of records is one of four: the same person; strangers; strangers of one household, who share family
 * name, address and telephone; namesakes, who share a name and nothing else. The last two are what makes plain conditional
 * independence join wives to husbands and one 田中実 to the other.
 */
import type { Pairs } from './block.ts'
import type { Field } from './field.ts'

export type Model = {
  fields: readonly Field[]
  /** How likely each level is between records of one person (m), of strangers (u), of a household (home); for each field. */
  m: Float64Array[]
  u: Float64Array[]
  home: Float64Array[]
  /** Parts of all pairs that are the same person, of one household, namesakes. */
  share: { same: number; home: number; namesake: number }
  rounds: number
}
/** The levels of each compared pair, field by field. */
export type Compared = { levels: Int8Array; worth: Float32Array }

/** Compare pairs in every field. */
export function compare(fields: readonly Field[], { a, b, count }: Pairs): Compared {
  const width = fields.length
  const levels = new Int8Array(count * width)
  const worth = new Float32Array(count * width)
  fields.forEach((field, at) => {
    for (let pair = 0; pair < count; pair++) {
      const [one, two] = [a[pair] as number, b[pair] as number]
      const level = field.level(one, two)
      levels[pair * width + at] = level
      if (level >= 0) worth[pair * width + at] = field.rarity(one, level)
    }
  })
  return { levels, worth }
}

const rounds_max = 60
const learned_from = 400_000
const drawn_pairs = 250_000

/** Learn the model from the candidate pairs (matches) and from pairs drawn at random (strangers). */
export function learn(fields: readonly Field[], records: number, pairs: Pairs, { levels, worth }: Compared): Model {
  const width = fields.length
  const all = Math.max(1, (records * (records - 1)) / 2)
  const drawn = draw(fields, records, records < 2 ? 0 : Math.min(drawn_pairs, all))
  // What share of all pairs has this level: by the counts where levels are equality, else by the drawn ones.
  const seen = fields.map((field, at) => {
    const known = Math.max(1, drawn.known[at] as number)
    return Float64Array.from(field.levels, (_, level) => (drawn.counts[at]?.[level] ?? 0) / known)
  })
  fields.forEach(({ agreeing }, at) => {
    ;(seen[at] as Float64Array)[0] = agreeing
  })
  const known = fields.map((_, at) => ((drawn.known[at] as number) / Math.max(1, drawn.pairs)) * all)
  const model: Model = {
    fields,
    m: fields.map(({ levels }) => guessed(levels.length)),
    u: seen.map((shares) => floored(shares, 1e-7)),
    home: fields.map(({ levels }) => guessed(levels.length)),
    share: { same: (0.3 * records) / all, home: (0.03 * records) / all, namesake: (0.03 * records) / all },
    rounds: 0,
  }
  const step = Math.max(1, Math.floor(pairs.count / learned_from))
  for (; model.rounds < rounds_max; model.rounds++) {
    const sums = { same: 0, home: 0, namesake: 0 }
    const m = fields.map(({ levels }) => new Float64Array(levels.length))
    const home = fields.map(({ levels }) => new Float64Array(levels.length))
    const odds = scoreOf(model)
    for (let pair = 0; pair < pairs.count; pair += step) {
      const { same, home: housed, namesake } = odds(levels, worth, pair * width)
      const total = 1 + same + housed + namesake
      const [p_same, p_home, p_namesake] = [same / total, housed / total, namesake / total]
      sums.same += p_same
      sums.home += p_home
      sums.namesake += p_namesake
      for (let at = 0; at < width; at++) {
        const level = levels[pair * width + at] as number
        if (level < 0) continue
        ;(m[at] as Float64Array)[level]! += p_same
        ;(home[at] as Float64Array)[level]! += p_home
      }
    }
    const before = model.m
    const linked = sums.same * step
    model.share = {
      same: (linked + 1) / all,
      home: (sums.home * step + 1e-3) / all,
      namesake: (sums.namesake * step + 1e-3) / all,
    }
    model.m = m.map(smoothed)
    model.home = home.map(smoothed)
    // Strangers are all pairs but those the model says are no strangers.
    model.u = seen.map((shares, at) =>
      floored(
        shares.map((share, level) => {
          const close = step * ((m[at]?.[level] ?? 0) + (fields[at]?.home ? (home[at]?.[level] ?? 0) : 0))
          return (share * (known[at] as number) - close) / Math.max(1, (known[at] as number) - linked)
        }),
        0.5 / Math.max(1, known[at] as number),
      ),
    )
    if (settled(before, model.m)) break
  }
  return model
}

export type Odds = { same: number; home: number; namesake: number }

/** How much likelier than strangers each of the other three is, for a pair. */
export function scoreOf({
  fields,
  m,
  u,
  home,
  share,
}: Model): (levels: Int8Array, worth: Float32Array, from: number) => Odds {
  const weight = fields.map((_, at) =>
    (m[at] as Float64Array).map((value, level) => Math.log(value / (u[at]?.[level] as number))),
  )
  const housed = fields.map((_, at) =>
    (home[at] as Float64Array).map((value, level) => Math.log(value / (u[at]?.[level] as number))),
  )
  const rest = Math.max(1e-9, 1 - share.same - share.home - share.namesake)
  const prior = [Math.log(share.same / rest), Math.log(share.home / rest), Math.log(share.namesake / rest)] as const
  return (levels, worth, from) => {
    let [same, house, namesake] = prior as unknown as [number, number, number]
    for (let at = 0; at < fields.length; at++) {
      const level = levels[from + at] as number
      if (level < 0) continue
      const rare = worth[from + at] as number
      const own = (weight[at]?.[level] as number) + rare
      same += own
      if (fields[at]?.home) house += (housed[at]?.[level] as number) + rare
      if (fields[at]?.named) namesake += own
    }
    return { same: bounded(same), home: bounded(house), namesake: bounded(namesake) }
  }
}

function bounded(logarithm: number): number {
  return Math.exp(Math.min(60, logarithm))
}

/** Before anything is learned: most agree, and what does not may be any other level. */
function guessed(levels: number): Float64Array {
  return Float64Array.from({ length: levels }, (_, level) => (level === 0 ? 0.85 : 0.15 / (levels - 1)))
}

// A few records more, as first guessed, keep a small file from believing its accidents.
function smoothed(counts: Float64Array): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const guess = guessed(counts.length)
  return counts.map((count, level) => (count + 2 * (guess[level] as number)) / (total + 2))
}

function floored(shares: Float64Array, least: number): Float64Array {
  return shares.map((share) => Math.max(share, least))
}

function settled(before: readonly Float64Array[], after: readonly Float64Array[]): boolean {
  return before.every((levels, at) =>
    levels.every((value, level) => Math.abs(value - (after[at]?.[level] as number)) < 1e-4),
  )
}

/** Levels of pairs drawn at random, the same pairs for the same file. */
function draw(fields: readonly Field[], records: number, pairs: number) {
  const counts = fields.map(({ levels }) => new Float64Array(levels.length))
  const known = new Float64Array(fields.length)
  let state = 0x9e3779b9
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  for (let pair = 0; pair < pairs; pair++) {
    const a = Math.floor(random() * records)
    const b = (a + 1 + Math.floor(random() * (records - 1))) % records
    fields.forEach((field, at) => {
      const level = field.level(a, b)
      if (level < 0) return
      known[at]!++
      ;(counts[at] as Float64Array)[level]!++
    })
  }
  return { counts, known, pairs }
}
