/** What of two records is compared: a field, and its levels of agreement; −1 is "one of them does not say". */
import { agreement, type Coded, rarity, remembered } from './coded.ts'

export type Words = { ja: string; en: string }
export type Field = {
  name: Words
  levels: readonly Words[]
  /** People of one household share it. */
  home: boolean
  /** It is part of a name, which namesakes share. */
  named: boolean
  level(a: number, b: number): number
  /** What agreeing on this very value adds to the weight of this level. */
  rarity(a: number, level: number): number
  /** How many of all pairs agree exactly by the counts alone; level 0's share. */
  agreeing: number
  /** Columns whose equal codes make two records worth comparing; narrow ones alone, all of them in twos. */
  keys: readonly Int32Array[]
}

export const same: Words = { ja: '一致', en: 'the same' }
export const near: Words = { ja: '打ち間違いの範囲', en: 'a slip apart' }
export const similar: Words = { ja: '似ている', en: 'similar' }
export const other: Words = { ja: '異なる', en: 'different' }

const exactly = (column: Coded) => {
  const worth = rarity(column)
  return (a: number, level: number) => (level === 0 ? (worth[column.codes[a] as number] ?? 0) : 0)
}

/** A column of values compared by one function of two of them that differ. */
export function field(
  name: Words,
  column: Coded,
  levels: readonly Words[],
  compare: (a: string, b: string) => number,
  rest: Pick<Field, 'home'> & { keys: readonly Int32Array[] },
): Field {
  const likeness = remembered(column, compare)
  return {
    name,
    levels,
    named: false,
    agreeing: agreement(column),
    rarity: exactly(column),
    level(a, b) {
      const [one, two] = [column.codes[a] as number, column.codes[b] as number]
      if (one < 0 || two < 0) return -1
      return one === two ? 0 : likeness(one, two)
    },
    ...rest,
  }
}

/** A text's first letter and the consonants behind it: what survives most typing errors in vowels and endings. */
export function skeleton(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  return (
    letters.slice(0, 1) +
    letters
      .slice(1)
      .replace(/[aeiouyhw]/g, '')
      .replace(/(.)\1+/g, '$1')
      .slice(0, 3)
  )
}
