/** The fields of a file: what each kind of column is compared by. */
import { compared, takeApart } from './address.ts'
import { coded } from './coded.ts'
import type { Column, Kind } from './columns.ts'
import { type Field, field, near, other, same, similar, skeleton, type Words } from './field.ts'
import { folded, isJapanese } from './letters.ts'
import { nameFields } from './name-fields.ts'
import { jaroWinkler, slip } from './similar.ts'
import { birthday, code, isMobile, mail, sexOf, telephone } from './values.ts'

/** The fields of a file's records, by what its columns hold. */
export function fieldsOf(columns: readonly Column[], rows: readonly (readonly string[])[]): Field[] {
  const at = (kind: Kind) => columns.flatMap((column, index) => (column.kind === kind ? [index] : []))
  const texts = (index: number) => rows.map((row) => row[index] ?? '')
  const headerOf = (index: number) => columns[index]?.header as string
  const fields: Field[] = nameFields(columns, rows)
  for (const index of at('birth')) fields.push(birthField(texts(index)))
  for (const index of at('sex')) fields.push(simple({ ja: '性別', en: 'sex' }, texts(index).map(sexOf)))
  for (const { name, numbers } of telephones(at('phone').map(texts))) fields.push(phoneField(name, numbers))
  for (const index of at('email')) fields.push(mailField(texts(index)))
  for (const index of at('postal'))
    fields.push(codeField({ ja: '郵便番号', en: 'postal code' }, texts(index).map(code), true))
  const [japanese, foreign] = addressColumns(columns, rows)
  if (japanese.length) fields.push(addressField(rows.map((row) => japanese.map((index) => row[index] ?? '').join(' '))))
  for (const index of foreign) fields.push(textField(headerOf(index), texts(index), true))
  for (const index of at('number'))
    fields.push(
      codeField(
        { ja: headerOf(index), en: headerOf(index) },
        texts(index).map(code),
        /street|house|address/i.test(headerOf(index)),
      ),
    )
  for (const index of at('text')) fields.push(textField(headerOf(index), texts(index), false))
  for (const index of at('source')) fields.push(simple({ ja: '登録元', en: 'source' }, texts(index).map(folded)))
  return fields
}

const broad_to_narrow = [
  /都道府県|^県|pref|province|state/i,
  /市区|市町村|^市|city/i,
  /2|番地|番号|丁目/,
  /建物|building|room|3/i,
]
/** The address columns that hold Japanese addresses, from prefecture to building however the file has them, and the others. */
export function addressColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): [japanese: number[], foreign: number[]] {
  const all = columns.flatMap(({ kind }, index) => (kind === 'address' ? [index] : []))
  const rank = (index: number) => {
    const at = broad_to_narrow.findIndex((words) => words.test(columns[index]?.header ?? ''))
    return at < 0 ? 1.5 : at
  }
  const japanese = all.filter((index) => rows.some((row) => isJapanese(row[index] ?? '')))
  if (japanese.length === 0) return [[], all]
  return [all.toSorted((a, b) => rank(a) - rank(b)), []]
}

function simple(name: Words, texts: readonly string[]): Field {
  const column = coded(texts)
  return field(name, column, [same, other], () => 1, { home: false, keys: [] })
}

function codeField(name: Words, texts: readonly string[], home: boolean): Field {
  const column = coded(texts)
  return field(name, column, [same, near, other], (a, b) => (slip(a, b) ? 1 : 2), { home, keys: [column.codes] })
}

function textField(header: string, given: readonly string[], home: boolean): Field {
  const column = coded(given.map((text) => folded(text).replace(/[^\p{L}\p{N} ]/gu, '')))
  const words = { ja: header, en: header }
  // A few values over and over (a state, a rank) are told apart by equality; free text by likeness.
  const free = column.values.length > 60
  const compare = (a: string, b: string) => {
    const likeness = jaroWinkler(a, b)
    if (slip(a, b) || likeness >= 0.94) return 1
    return likeness >= 0.84 || a.startsWith(b) || b.startsWith(a) ? 2 : 3
  }
  const start = coded(column.codes.length ? given.map((text) => skeleton(folded(text))) : [])
  return free
    ? field(words, column, [same, near, similar, other], compare, { home, keys: [column.codes, start.codes] })
    : field(words, column, [same, near, other], (a, b) => (slip(a, b) ? 1 : 2), { home, keys: [column.codes] })
}

function birthField(texts: readonly string[]): Field {
  const day_first = texts.filter((text) => /^(1[3-9]|2\d|3[01])[/.-]\d/.test(text)).length
  const month_first = texts.filter((text) => /^\d\d?[/.-](1[3-9]|2\d|3[01])[/.-]\d{4}/.test(text)).length
  const dates = texts.map((text) => birthday(text, day_first >= month_first))
  const column = coded(dates)
  const part: Words = { ja: '年月日のうち2つが一致', en: 'two of year, month and day agree' }
  return field({ ja: '生年月日', en: 'birthday' }, column, [same, near, part, other], birthLevel, {
    home: false,
    keys: [
      column.codes,
      coded(dates.map((date) => date.slice(0, 6))).codes,
      coded(dates.map((date) => date.slice(4))).codes,
    ],
  })
}

function birthLevel(a: string, b: string): number {
  const turned = `${b.slice(0, 4)}${b.slice(6)}${b.slice(4, 6)}`
  if (slip(a, b) || a === turned) return 1
  const agreeing =
    Number(a.slice(0, 4) === b.slice(0, 4)) +
    Number(a.slice(4, 6) === b.slice(4, 6)) +
    Number(a.slice(6) === b.slice(6))
  return agreeing === 2 ? 2 : 3
}

/** The numbers of all telephone columns by what they are: hers to carry, and a house's. */
export function telephones(columns: readonly (readonly string[])[]): { name: Words; numbers: string[] }[] {
  if (columns.length === 0) return []
  const numbers = (columns[0] ?? []).map((_, record) =>
    columns.map((texts) => telephone(texts[record] ?? '')).filter(Boolean),
  )
  const first = (holds: (digits: string) => boolean) => numbers.map((of) => of.find(holds) ?? '')
  return [
    { name: { ja: '携帯電話', en: 'mobile telephone' }, numbers: first(isMobile) },
    { name: { ja: '電話番号', en: 'telephone' }, numbers: first((digits) => !isMobile(digits)) },
  ].filter((kind) => kind.numbers.some(Boolean))
}

function phoneField(name: Words, numbers: readonly string[]): Field {
  const column = coded(numbers)
  return field(name, column, [same, near, other], (a, b) => (slip(a, b) ? 1 : 2), { home: true, keys: [column.codes] })
}

function mailField(texts: readonly string[]): Field {
  const mails = texts.map(mail)
  const column = coded(mails)
  const levels: Words[] = [
    same,
    near,
    { ja: '@の前が同じか似ている', en: 'the part before @ the same or similar' },
    other,
  ]
  return field({ ja: 'メール', en: 'mail' }, column, levels, mailLevel, {
    home: true,
    keys: [column.codes, coded(mails.map((text) => text.replace(/@.*/, '').replace(/\d+/g, ''))).codes],
  })
}

function mailLevel(a: string, b: string): number {
  const [local_a = '', domain_a = ''] = a.split('@')
  const [local_b = '', domain_b = ''] = b.split('@')
  const domain = domain_a === domain_b || jaroWinkler(domain_a, domain_b) > 0.93
  if (domain && (local_a === local_b || (local_a.length > 4 && slip(local_a, local_b)))) return 1
  if (local_a === local_b) return 2
  return jaroWinkler(local_a, local_b) > 0.93 ? 2 : 3
}

function addressField(texts: readonly string[]): Field {
  const parts = texts.map((text) => {
    const { city, town, numbers } = compared(takeApart(folded(text)))
    return text.trim() ? `${city}|${town}|${numbers.join('-')}` : ''
  })
  const column = coded(parts)
  const levels: Words[] = [
    same,
    { ja: '番地まで一致（部屋番号などが片方だけ）', en: 'the same but for a room or building' },
    { ja: '町名が一致', en: 'the same town' },
    { ja: '市区町村が一致', en: 'the same city' },
    other,
  ]
  const town = parts.map((text) => text.split('|').slice(0, 2).join('|'))
  const house = parts.map((text) => {
    const [, name, numbers = ''] = text.split('|')
    return numbers ? `${name}|${numbers.split('-').slice(0, 3).join('-')}` : ''
  })
  return field({ ja: '住所', en: 'address' }, column, levels, addressLevel, {
    home: true,
    keys: [column.codes, coded(house).codes, coded(town).codes],
  })
}

function addressLevel(a: string, b: string): number {
  const [city_a = '', town_a = '', numbers_a = ''] = a.split('|')
  const [city_b = '', town_b = '', numbers_b = ''] = b.split('|')
  const city = city_a === city_b || city_a === '' || city_b === '' || city_a.endsWith(city_b) || city_b.endsWith(city_a)
  if (town_a === town_b && city) {
    const [one, two] = numbers_a.length <= numbers_b.length ? [numbers_a, numbers_b] : [numbers_b, numbers_a]
    if (one === two) return 0
    return one.includes('-') && two.startsWith(`${one}-`) ? 1 : 2
  }
  return city ? 3 : 4
}
