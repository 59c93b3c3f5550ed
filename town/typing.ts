import type { Person } from './people.ts'
import type { Chance } from './random.ts'

type Typed = Partial<Person>

const kanji: readonly (readonly [string, string])[] = [
  ['斎', '斉'],
  ['辺', '邊'],
  ['高', '髙'],
  ['崎', '﨑'],
  ['島', '嶋'],
  ['沢', '澤'],
  ['恵', '惠'],
  ['真', '眞'],
]
const kana: readonly (readonly [string, string])[] = [
  ['ー', ''],
  ['ッ', 'ツ'],
  ['ョ', 'ヨ'],
  ['ュ', 'ユ'],
  ['ヅ', 'ズ'],
  ['ヲ', 'オ'],
  ['ウ', ''],
  ['ダ', 'タ'],
  ['ガ', 'カ'],
  ['ジ', 'ヂ'],
]

/** Swap what can be swapped in a text; undefined where nothing can. */
function slip(text: string, swaps: readonly (readonly [string, string])[], c: Chance): string | undefined {
  const fitting = swaps.filter(([from]) => text.includes(from) && text.length > from.length)
  if (fitting.length === 0) return undefined
  const [from, to] = c.pick(fitting)
  return text.replace(from, to)
}

const swapTwo = (digits: string, at: number) =>
  digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)

/** What this person types wrong when she fills in a form: one or two fields, in the ways people do. */
export function mistakes(c: Chance, person: Person): Typed {
  const ways: (() => Typed | undefined)[] = [
    () => {
      const family = slip(person.family, kanji, c)
      return family ? { family } : undefined
    },
    () => {
      const family_kana = slip(person.family_kana, kana, c)
      return family_kana ? { family_kana } : undefined
    },
    () => {
      const given_kana = slip(person.given_kana, kana, c)
      return given_kana ? { given_kana } : undefined
    },
    // Family and given name in each other's field.
    () => ({
      family: person.given,
      given: person.family,
      family_kana: person.given_kana,
      given_kana: person.family_kana,
    }),
    () => ({ phone: swapTwo(person.phone, c.between(9, 11)) }),
    () => ({ phone: person.phone.replaceAll('-', '') }),
    () => ({
      birth: `${person.birth.slice(0, 5)}${person.birth.slice(8) <= '12' ? swapDayAndMonth(person.birth) : '01-01'}`,
    }),
  ]
  const wanted = c.weighted([
    [1, 7],
    [2, 3],
  ] as const)
  const typed: Typed = {}
  for (const way of c.some(ways, ways.length)) {
    if (Object.keys(typed).length >= wanted) break
    Object.assign(typed, way())
  }
  return typed
}

const swapDayAndMonth = (birth: string) => `${birth.slice(8)}-${birth.slice(5, 7)}`
