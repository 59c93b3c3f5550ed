/**
 * Search that forgives: text becomes its single characters and pairs of characters, and a product is found when it has
 * all of the query's. Width, case, katakana and hiragana, small and large kana, long marks and punctuation do not
 * matter; kana is also found by rōmaji. Folding works character by character, so a piece of a name folds to a piece.
 */
import japanese from 'jaconv'

// Its types describe a CommonJS module, while Node loads the ES one.
const { toHebon, toHiragana } = japanese as unknown as typeof japanese.default

const ignored = /[\s\p{Z}\p{P}\p{Sk}\p{C}~ーゝゞ゠]/gu
const small = 'ぁぃぅぇぉっゃゅょゎゕゖ'
const large = 'あいうえおつやゆよわかけ'

/** Text as it is compared. Legacy tills write ｼﾔﾂ and ｻ-ﾊﾞ for シャツ and サーバー: small kana grow, long marks go. */
export function fold(text: string): string {
  let folded = ''
  for (const char of text.normalize('NFKC').replace(ignored, '')) {
    const code = char.charCodeAt(0)
    // Katakana ァ–ヶ lies 0x60 above hiragana.
    const kana = code >= 0x30a1 && code <= 0x30f6 ? String.fromCharCode(code - 0x60) : char.toLowerCase()
    folded += large[small.indexOf(kana)] ?? kana
  }
  return folded.normalize('NFC')
}

/** Every character and every pair of neighbours of the folded text. */
export function grams(text: string): string[] {
  return [...new Set(pieces(fold(text)))]
}

function pieces(folded: string): string[] {
  const chars = [...folded]
  return [...chars, ...pairs(chars)]
}
function pairs(chars: readonly string[]): string[] {
  return chars.slice(1).map((char, at) => `${chars[at]}${char}`)
}

// Kana for foreign sounds, which the library spells letter by letter.
const foreign: Readonly<Record<string, string>> = {
  てぃ: 'ti',
  てゅ: 'tu',
  とぅ: 'tu',
  でぃ: 'di',
  でゅ: 'dyu',
  どぅ: 'du',
  ふぁ: 'fa',
  ふぃ: 'fi',
  ふぇ: 'fe',
  ふぉ: 'fo',
  ふゅ: 'fu',
  ゔぁ: 'va',
  ゔぃ: 'vi',
  ゔぇ: 've',
  ゔぉ: 'vo',
  ゔ: 'vu',
  うぃ: 'wi',
  うぇ: 'we',
  うぉ: 'wo',
  しぇ: 'she',
  じぇ: 'je',
  ちぇ: 'che',
  いぇ: 'ye',
  つぁ: 'tsa',
  つぃ: 'tsi',
  つぇ: 'tse',
  つぉ: 'tso',
  くぁ: 'kwa',
  くぃ: 'kwi',
  くぇ: 'kwe',
  くぉ: 'kwo',
  ぐぁ: 'gwa',
}
const foreignKana = new RegExp(
  Object.keys(foreign)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
)

/** The kana in a text as rōmaji, in one spelling: Hepburn, without long vowels and doubled consonants. */
export function roman(text: string): string {
  const runs = toHiragana(text.normalize('NFKC')).match(/[ぁ-ゖー]+/g) ?? []
  return runs.map((run) => oneSpelling(toHebon(run.replace(foreignKana, (kana) => foreign[kana] as string)))).join('')
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/l/g, 'r'],
  [/v/g, 'b'],
  [/sy/g, 'sh'],
  [/(ty|cy)/g, 'ch'],
  [/(zy|jy|dy)/g, 'j'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/hu/g, 'fu'],
  [/[zd]i/g, 'ji'],
  [/d[zu]u?/g, 'zu'],
  [/wo/g, 'o'],
  [/m(?=[bmp])/g, 'n'],
  [/t(?=ch)/g, 'c'],
  [/([a-z])\1+/g, '$1'],
  [/ou/g, 'o'],
]

/** Hepburn, Kunrei and typing habits (si, tu, ou, nn) brought to one spelling. */
function oneSpelling(latin: string): string {
  const plain = latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  return spellings.reduce((text, [from, to]) => text.replace(from, to), plain)
}

// Marks which folding removes from text, so they cannot be met in it.
const start = (folded: string) => `^${[...folded].slice(0, 2).join('')}`
const whole = (code: string) => `#${code.toLowerCase()}`

/** What a product is found by: `names` count double when they begin like the query; codes (JAN, own ids) only as a whole. */
export function indexGrams(names: readonly string[], also: readonly string[], codes: readonly string[]): string[] {
  const all = new Set<string>()
  const add = (folded: string, leads: boolean) => {
    for (const piece of pieces(folded)) all.add(piece)
    if (!leads || !folded) return
    all.add(start(folded))
    all.add(`^${[...folded][0]}`)
  }
  for (const name of names) {
    add(fold(name), true)
    add(roman(name), true)
  }
  for (const text of also) add(fold(text), false)
  for (const code of codes) all.add(whole(code.normalize('NFKC')))
  return [...all]
}

/** What to look for: rows with all of `grams`, or all of `roman`, or the `code`; those with one of `first` come first. */
export type Needle = { grams: string[]; roman: string[] | null; code: string[] | null; first: string[] }

/** A query as its grams; undefined when nothing is left of it (blank, only punctuation): then everything is meant. */
export function needle(query: string, printedGtin: (text: string) => string): Needle | undefined {
  const plain = query.normalize('NFKC').trim()
  const words = plain.split(/\s+/).map(fold).filter(Boolean)
  if (words.length === 0) return undefined
  const latin = /^[a-z\s'-]+$/i.test(plain.normalize('NFD').replace(/\p{M}/gu, ''))
    ? plain.split(/\s+/).map(oneSpelling).filter(Boolean)
    : []
  const code = /^[\w\-./ ]{3,200}$/.test(plain) ? [whole(printedGtin(plain))] : null
  const grams = sought(words)
  const sounds = sought(latin)
  // Where both spellings agree one look is enough.
  const roman = sounds.length > 0 && sounds.join() !== grams.join() ? sounds : null
  const first = [start(words.join('')), ...(roman ? [start(latin.join(''))] : []), ...(code ?? [])]
  return { grams, roman, code, first }
}

// A pair says more than its characters, so those are left out: fewer lists to intersect.
function sought(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => ([...word].length === 1 ? [word] : pairs([...word]))))]
}
