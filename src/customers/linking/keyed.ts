/**
 * The fields of a file as keyed hashes only: each value, and some of its parts, is brought to one form, hashed under a key
 * and forgotten. Records are then linked by which hashes are equal, so that two parties who share a key, or a database that
 * holds no names in clear, can link people without showing them. What it costs: likeness is seen only where a hashed part is equal.
 */
import { createHmac } from 'node:crypto'
import { compared, takeApart } from './address.ts'
import { agreement, coded, rarity } from './coded.ts'
import type { Column, Kind } from './columns.ts'
import { type Field, other, same, skeleton, type Words } from './field.ts'
import { addressColumns, telephones } from './fields.ts'
import { folded, isJapanese } from './letters.ts'
import { namesIn } from './name-fields.ts'
import { bag } from './similar.ts'
import { birthday, code, mail, sexOf } from './values.ts'

type Part = { words: Words; texts: readonly string[] }
const half: Words = { ja: '前半か後半が一致', en: 'the first or the second half the same' }

/** The fields of a file's records as hashes under `key`. */
export function keyedFields(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  key: Uint8Array,
): Field[] {
  const texts = (kind: Kind) =>
    columns.flatMap((column, at) =>
      column.kind === kind ? [{ header: column.header, texts: rows.map((row) => row[at] ?? '') }] : [],
    )
  const hashed = (name: Words, parts: readonly Part[], as: { home?: boolean; named?: boolean } = {}) =>
    fieldOf(name, parts, key, as)
  const named = namesIn(columns, rows)
  const fields: Field[] = []
  for (const which of named ? (['family', 'given'] as const) : []) {
    const written = named?.map((name) => name[which]) ?? []
    const sounds = named?.map((name) => name[`${which}_sound`] || (isJapanese(name[which]) ? '' : name[which])) ?? []
    fields.push(
      hashed(
        which === 'family' ? { ja: '姓', en: 'family name' } : { ja: '名', en: 'given name' },
        [
          { words: same, texts: written },
          { words: { ja: '読みが一致', en: 'sounds the same' }, texts: sounds },
          {
            words: { ja: '読みの文字が一致（順が異なる）', en: 'the same letters of its sound' },
            texts: sounds.map(bag),
          },
          ...halves(sounds),
        ],
        { home: which === 'family', named: true },
      ),
    )
  }
  for (const { texts: given } of texts('birth')) {
    const dates = given.map((text) => birthday(text))
    const cut = (from: (date: string) => string): Part => ({
      words: { ja: '年月日のうち2つが一致', en: 'two of year, month and day agree' },
      texts: dates.map((date) => date && from(date)),
    })
    fields.push(
      hashed({ ja: '生年月日', en: 'birthday' }, [
        { words: same, texts: dates },
        { words: { ja: '数字の順が異なる', en: 'the same digits in another order' }, texts: dates.map(bag) },
        cut((date) => date.slice(0, 6)),
        cut((date) => date.slice(4)),
        cut((date) => date.slice(0, 4) + date.slice(6)),
      ]),
    )
  }
  for (const { texts: given } of texts('sex'))
    fields.push(hashed({ ja: '性別', en: 'sex' }, [{ words: same, texts: given.map(sexOf) }]))
  for (const { name, numbers } of telephones(texts('phone').map((column) => column.texts)))
    fields.push(hashed(name, [{ words: same, texts: numbers }, ...halves(numbers)], { home: true }))
  for (const { texts: given } of texts('email')) {
    const mails = given.map(mail)
    const locals = mails.map((text) => text.replace(/@.*/, ''))
    fields.push(
      hashed(
        { ja: 'メール', en: 'mail' },
        [
          { words: same, texts: mails },
          { words: { ja: '@の前が一致', en: 'the part before @ the same' }, texts: locals },
          ...halves(locals),
        ],
        { home: true },
      ),
    )
  }
  for (const { texts: given } of texts('postal')) fields.push(codes({ ja: '郵便番号', en: 'postal code' }, given, true))
  for (const { header, texts: given } of texts('number')) fields.push(codes({ ja: header, en: header }, given, false))
  const [japanese, foreign] = addressColumns(columns, rows)
  if (japanese.length) {
    const parts = rows.map((row) => {
      const text = japanese.map((at) => row[at] ?? '').join(' ')
      return text.trim() ? compared(takeApart(folded(text))) : undefined
    })
    const from = (read: (part: NonNullable<(typeof parts)[number]>) => string) =>
      parts.map((part) => (part ? read(part) : ''))
    fields.push(
      hashed(
        { ja: '住所', en: 'address' },
        [
          { words: same, texts: from(({ city, town, numbers }) => `${city} ${town} ${numbers.join('-')}`) },
          {
            words: { ja: '町名と番地が一致', en: 'the same town and numbers' },
            texts: from(({ town, numbers }) => (numbers.length > 1 ? `${town} ${numbers.slice(0, 3).join('-')}` : '')),
          },
          { words: { ja: '町名が一致', en: 'the same town' }, texts: from(({ city, town }) => `${city} ${town}`) },
          { words: { ja: '市区町村が一致', en: 'the same city' }, texts: from(({ city }) => city) },
        ],
        { home: true },
      ),
    )
  }
  const free = [
    ...texts('text').map((column) => ({ ...column, home: false })),
    ...foreign.map((at) => ({
      header: columns[at]?.header as string,
      texts: rows.map((row) => row[at] ?? ''),
      home: true,
    })),
  ]
  for (const { header, texts: given, home } of free) {
    const plain = given.map((text) => folded(text).replace(/[^\p{L}\p{N}]/gu, ''))
    fields.push(
      hashed(
        { ja: header, en: header },
        [
          { words: same, texts: plain },
          { words: { ja: '子音が一致', en: 'the same consonants' }, texts: plain.map(skeleton) },
          ...halves(plain),
        ],
        { home },
      ),
    )
  }
  for (const { texts: given } of texts('source'))
    fields.push(hashed({ ja: '登録元', en: 'source' }, [{ words: same, texts: given.map(folded) }]))
  return fields

  function codes(name: Words, given: readonly string[], home: boolean): Field {
    const plain = given.map(code)
    return hashed(name, [{ words: same, texts: plain }, ...halves(plain)], { home })
  }
}

// A slip of the finger leaves one half of a text whole. Halves of short texts say too little.
function halves(texts: readonly string[]): Part[] {
  const cut = (from: (text: string, middle: number) => string) =>
    texts.map((text) => (text.length < 5 ? '' : from(text, text.length >> 1)))
  return [
    { words: half, texts: cut((text, middle) => text.slice(0, middle)) },
    { words: half, texts: cut((text, middle) => text.slice(-middle)) },
  ]
}

function fieldOf(
  name: Words,
  parts: readonly Part[],
  key: Uint8Array,
  { home = false, named = false }: { home?: boolean; named?: boolean },
): Field {
  const hashes = parts.map(({ texts }, part) => {
    const known = new Map<string, string>()
    return coded(
      texts.map((text) => {
        if (!text) return ''
        let hash = known.get(text)
        if (hash === undefined) {
          hash = createHmac('sha256', key).update(`${name.en}\n${part}\n${text}`).digest('base64')
          known.set(text, hash)
        }
        return hash
      }),
    )
  })
  const worth = hashes.map(rarity)
  return {
    name,
    levels: [...parts.map(({ words }) => words), other],
    home,
    named,
    agreeing: agreement(hashes[0] as (typeof hashes)[number]),
    keys: parts.length > 1 ? hashes.map(({ codes }) => codes) : [],
    rarity: (a, level) => worth[level]?.[hashes[level]?.codes[a] as number] ?? 0,
    level(a, b) {
      let compared = false
      for (const [level, { codes }] of hashes.entries()) {
        const [one, two] = [codes[a] as number, codes[b] as number]
        if (one < 0 || two < 0) continue
        if (one === two) return level
        compared = true
      }
      return compared ? hashes.length : -1
    },
  }
}
