import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold, indexGrams, needle, roman } from '#catalog/grams'
import { printedGtin } from '#catalog/gtin'

type Goods = { names: string[]; also?: string[]; codes?: string[] }

// As PostgreSQL's @> and &&: what `catalog.page` asks of the index.
function finds(goods: Goods, query: string): boolean {
  const sought = needle(query, printedGtin)
  if (!sought) return true
  const has = new Set(indexGrams(goods.names, goods.also ?? [], goods.codes ?? []))
  return [sought.grams, sought.roman, sought.code].some((list) => list?.every((gram) => has.has(gram)))
}

const halfWidthKana = new Map(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ'].flatMap((half) => [
    [half.normalize('NFKC'), half] as const,
  ]),
)
const forms: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in katakana': (text) => text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)),
  'in hiragana': (text) => text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60)),
  'in half-width kana': (text) => {
    const katakana = text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    return [...katakana.normalize('NFD')]
      .map((char) => halfWidthKana.get(char) ?? char.replace('\u3099', 'ﾞ').replace('\u309a', 'ﾟ'))
      .join('')
  },
  'in full width': (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  'in capitals': (text) => text.toUpperCase(),
}

const letters = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x3041, max: 0x3096 }).map((code) => String.fromCharCode(code)) },
  { weight: 4, arbitrary: fc.integer({ min: 0x30a1, max: 0x30fc }).map((code) => String.fromCharCode(code)) },
  { weight: 3, arbitrary: fc.integer({ min: 0x4e00, max: 0x9faf }).map((code) => String.fromCharCode(code)) },
  { weight: 2, arbitrary: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' ',
      '　',
      '・',
      'ｶﾞ',
      'ﾊﾟ',
      'ｵ',
      'ー',
      '－',
      '㎏',
      '㍿',
      '①',
      '𠮷',
      '髙',
      'é',
      'が'.normalize('NFD'),
      '々',
      '％',
      '№',
    ),
  },
)
const name = fc.array(letters, { minLength: 1, maxLength: 14 }).map((list) => list.join(''))
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

test('any one or two characters of a name or its kana find the product, in any width, kana and case', () => {
  fc.assert(
    fc.property(
      name,
      name,
      fc.boolean(),
      fc.nat(),
      fc.constantFrom(1, 2),
      fc.constantFrom(...Object.keys(forms)),
      (text, kana, ofName, at, length, form) => {
        const parts = [...graphemes.segment(ofName ? text : kana)].map(({ segment }) => segment)
        const start = at % parts.length
        const piece = parts.slice(start, start + length).join('')
        assert.ok(
          finds({ names: [text, kana] }, (forms[form] as (text: string) => string)(piece)),
          `${piece} ${form} in ${text}`,
        )
      },
    ),
    { numRuns: 2000 },
  )
})

test('オーツ is found as カナ, ひらがな, half width, rōmaji in several habits, one character, and by its JAN', () => {
  const oats: Goods = {
    names: ['有機オーツミール', 'ユウキオーツミール', 'Organic oatmeal'],
    codes: ['4599990000016', 'OAT-01'],
  }
  const queries = [
    'オーツ',
    'おーつ',
    'ｵｰﾂ',
    'オ-ツ',
    'おつ',
    '有',
    'ﾂ',
    'ootsu',
    'o-tu',
    'ōtsu',
    'OTSU',
    'yuuki',
    'yūki',
    'yuki otsu',
    'oatmeal',
    'ＯＡＴ',
    'meal organic',
  ]
  const codes = ['4599990000016', '４５９９９９０００００１６', '4599-9900-00016', '04599990000016', 'oat-01', 'OAT-01']
  for (const query of [...queries, ...codes]) assert.ok(finds(oats, query), query)
  for (const query of ['大豆', 'オーツ 大豆', 'tofu', '4599990000023', '459999000001', 'oat-02'])
    assert.ok(!finds(oats, query), query)
})

test('legacy tills that write small kana large are understood', () => {
  assert.ok(finds({ names: ['シャツ'] }, 'ｼﾔﾂ'))
  assert.ok(finds({ names: ['ｼﾔﾂ'] }, 'シャツ'))
  assert.ok(finds({ names: ['サーバー'] }, 'サーバ'))
})

test('rōmaji has one spelling, whatever the habit', () => {
  const spelt = {
    シャツ: 'shatsu',
    しんぶん: 'shinbun',
    抹茶のマッチャ: 'nomacha',
    コーヒー: 'kohi',
    とうきょう: 'tokyo',
    フェルト: 'feruto',
    漢字: '',
  }
  for (const [kana, latin] of Object.entries(spelt)) assert.equal(roman(kana), latin)
  for (const habit of ['syatu', 'shatsu', 'SHATSU', 'syatsu']) assert.ok(finds({ names: ['シャツ'] }, habit), habit)
  for (const habit of ['matcha', 'maccha', 'mattya']) assert.ok(finds({ names: ['抹茶', 'マッチャ'] }, habit), habit)
})

test('a blank query and one of punctuation alone mean everything', () => {
  for (const query of ['', '  ', '　', '・', '!?']) assert.equal(needle(query, printedGtin), undefined)
})

test('folding twice changes nothing', () => {
  fc.assert(fc.property(name, (text) => assert.equal(fold(fold(text)), fold(text))))
})
