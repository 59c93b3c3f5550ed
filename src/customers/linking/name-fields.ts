/** Comparison of names: family and given name apart, each by how it is written and how it sounds. */
import { agreement, coded, rarity, remembered } from './coded.ts'
import type { Column, Kind } from './columns.ts'
import { type Field, near, other, same, similar, skeleton, type Words } from './field.ts'
import { isJapanese } from './letters.ts'
import { type Name, names } from './names.ts'
import { bag, jaroWinkler, slip } from './similar.ts'

/** The names of a file's records taken apart; undefined when it has no names. */
export function namesIn(columns: readonly Column[], rows: readonly (readonly string[])[]): Name[] | undefined {
  const at = (kind: Kind) => columns.findIndex((column) => column.kind === kind)
  const wanted = {
    name: at('name'),
    family: at('family'),
    given: at('given'),
    kana: at('kana'),
    family_kana: at('family_kana'),
    given_kana: at('given_kana'),
  }
  if (Object.values(wanted).every((index) => index < 0)) return undefined
  return names(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(wanted).flatMap(([part, index]) => (row[index]?.trim() ? [[part, row[index]]] : [])),
      ),
    ),
  )
}

/** The fields of names in a file: none when it has no names. */
export function nameFields(columns: readonly Column[], rows: readonly (readonly string[])[]): Field[] {
  const taken = namesIn(columns, rows)
  if (!taken) return []
  return taken.some(
    ({ family, given, family_sound, given_sound }) => family_sound || given_sound || isJapanese(family + given),
  )
    ? japanese(taken)
    : latin(taken)
}

const levels: readonly Words[] = [
  same,
  { ja: '読みが一致', en: 'sounds the same' },
  { ja: '読みが一致、表記が異なる', en: 'sounds the same, written differently' },
  { ja: '表記が一致、読みが異なる', en: 'written the same, sounds different' },
  { ja: '読みが似ている', en: 'sounds similar' },
  { ja: '表記が似ている', en: 'written similarly' },
  other,
]

function japanese(taken: readonly Name[]): Field[] {
  const whole = coded(taken.map((name) => name.whole))
  const whole_sound = coded(taken.map((name) => name.whole_sound))
  const part = (which: 'family' | 'given', name: Words): Field => {
    const written = coded(taken.map((each) => each[which]))
    const sounds = coded(taken.map((each) => each[`${which}_sound`]))
    const worth = [rarity(written), rarity(sounds)] as const
    const alike = remembered(sounds, (a, b) => Number(soundsLike(a, b)))
    const drawn = remembered(written, (a, b) => Number(shares(a, b)))
    return {
      name,
      levels,
      home: which === 'family',
      named: true,
      agreeing: agreement(written),
      keys: [written.codes, sounds.codes],
      rarity(a, level) {
        if (level === 0 || level === 3) return worth[0][written.codes[a] as number] ?? 0
        return level === 1 || level === 2 ? (worth[1][sounds.codes[a] as number] ?? 0) : 0
      },
      level(a, b) {
        const [wa, wb, sa, sb] = [written.codes[a]!, written.codes[b]!, sounds.codes[a]!, sounds.codes[b]!]
        const heard = sa < 0 || sb < 0 ? undefined : sa === sb ? 2 : alike(sa, sb)
        if (wa >= 0 && wb >= 0) {
          if (wa === wb || (whole.codes[a]! >= 0 && whole.codes[a] === whole.codes[b])) return heard === 0 ? 3 : 0
          if (heard === 2) return 2
          if (heard === 1) return 4
          return drawn(wa, wb) ? 5 : 6
        }
        if (heard === undefined) return -1
        return heard === 2 || (whole_sound.codes[a]! >= 0 && whole_sound.codes[a] === whole_sound.codes[b])
          ? 1
          : heard
            ? 4
            : 6
      },
    }
  }
  const [family, given] = [
    part('family', { ja: '姓', en: 'family name' }),
    part('given', { ja: '名', en: 'given name' }),
  ]
  return [{ ...family, keys: [...family.keys, whole.codes, whole_sound.codes] }, given]
}

// A reading typed wrong: a slip, letters lost at one place, or syllables shuffled.
function soundsLike(a: string, b: string): boolean {
  if (slip(a, b)) return Math.min(a.length, b.length) > 2
  if (Math.min(a.length, b.length) < 4) return false
  return jaroWinkler(a, b) >= 0.88 || (bag(a) === bag(b) && jaroWinkler(a, b) > 0.7)
}

function shares(a: string, b: string): boolean {
  return jaroWinkler(a, b) > 0.6
}

function latin(taken: readonly Name[]): Field[] {
  const column = coded(taken.flatMap(({ family, given }) => [family, given]))
  const at = (record: number, which: 0 | 1) => column.codes[record * 2 + which] as number
  const likeness = remembered(column, (a, b) => {
    const score = jaroWinkler(a, b)
    if (slip(a, b) || score >= 0.93) return 1
    return score >= 0.84 ? 2 : 3
  })
  const swapped: Words = { ja: '姓と名が逆', en: 'family and given name exchanged' }
  const part = (which: 0 | 1, name: Words): Field => {
    const own = coded(taken.map(({ family, given }) => (which === 0 ? family : given)))
    const worth = rarity(own)
    const turned = (a: number, b: number) =>
      (at(a, 0) >= 0 && at(a, 0) === at(b, 1) && (at(a, 1) === at(b, 0) || at(a, 1) < 0 || at(b, 0) < 0)) ||
      (at(a, 1) >= 0 && at(a, 1) === at(b, 0) && (at(a, 0) < 0 || at(b, 1) < 0))
    return {
      name,
      levels: [same, near, similar, swapped, other],
      home: which === 0,
      named: true,
      agreeing: agreement(own),
      keys: [
        own.codes,
        coded(own.codes.length ? taken.map(({ family, given }) => skeleton(which === 0 ? family : given)) : []).codes,
      ],
      rarity: (a, level) => (level === 0 ? (worth[own.codes[a] as number] ?? 0) : 0),
      level(a, b) {
        const [one, two] = [at(a, which), at(b, which)]
        if (one >= 0 && one === two) return 0
        // Told once, by the given name: the family name then says nothing more.
        if (turned(a, b)) return which === 1 ? 3 : -1
        if (one < 0 || two < 0) return -1
        const level = likeness(one, two)
        return level === 3 ? 4 : level
      },
    }
  }
  const both = coded(taken.map(({ family, given }) => (family && given ? bagOf(family, given) : '')))
  const [family, given] = [part(0, { ja: '姓', en: 'family name' }), part(1, { ja: '名', en: 'given name' })]
  return [{ ...family, keys: [...family.keys, both.codes] }, given]
}

function bagOf(family: string, given: string): string {
  return [family, given].sort().join(' ')
}
