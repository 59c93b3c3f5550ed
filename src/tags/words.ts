/** Words found in texts as people write them: width, kana and case do not matter, being inside another word does. Pure. */

type Script = 'kanji' | 'hiragana' | 'katakana' | 'latin' | 'digit' | 'other'
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** A text made ready to be looked through, many times over. */
export type Ready = { folded: string; scripts: Script[]; boundaries: ReadonlySet<number> }

/** Make a text ready. */
export function ready(text: string): Ready {
  const even = text.normalize('NFKC').toLowerCase()
  const boundaries = new Set<number>([even.length])
  for (const { index } of segmenter.segment(even)) boundaries.add(index)
  return { folded: folded(even), scripts: even.split('').map(scriptOf), boundaries }
}

/** The first of these words that stands in the text by itself, and not within what is excepted. */
export function findWord(text: Ready, words: readonly string[], but: readonly string[] = []): string | undefined {
  const hidden = but.flatMap((phrase) => spans(text.folded, normal(phrase)))
  return words.find((word) =>
    spans(text.folded, normal(word)).some(
      ([from, to]) => stands(text, from, to) && !hidden.some(([start, end]) => start <= from && to <= end),
    ),
  )
}

/** One form for all ways of writing it. */
export function normal(text: string): string {
  return folded(text.normalize('NFKC').toLowerCase().trim())
}

// Hiragana and katakana are one; each letter keeps its place.
function folded(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60)).replace(/[‐‑–—−ｰ]/g, 'ー')
}

function spans(text: string, word: string): [number, number][] {
  const found: [number, number][] = []
  if (word === '') return found
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) found.push([at, at + word.length])
  return found
}

/**
 * Whether what was found is a word there. Latin letters and digits: whole. Katakana is written without gaps, so three letters and
 * more may begin or end a run (オーガニック・オーツ), fewer are the run (パン is not in フライパン). Otherwise one end lies where a
 * dictionary parts the text (有機 is not in 固有機能), both for a single letter (綿 is not in 海綿).
 */
function stands({ scripts, boundaries }: Ready, from: number, to: number): boolean {
  const first = scripts[from]
  const last = scripts[to - 1]
  const turns = (at: number) => at === 0 || at === scripts.length || scripts[at - 1] !== scripts[at]
  const length = to - from
  if ((first === 'latin' && !turns(from)) || (last === 'latin' && !turns(to))) return false
  if ((first === 'digit' && !turns(from)) || (last === 'digit' && !turns(to))) return false
  if (scripts.slice(from, to).every((one) => one === 'katakana'))
    return length >= 3 ? turns(from) || turns(to) : turns(from) && turns(to)
  const parts = (at: number) => turns(at) || boundaries.has(at)
  return length >= 2 ? parts(from) || parts(to) : parts(from) && parts(to)
}

function scriptOf(char: string): Script {
  if (/[ァ-ヺー]/.test(char)) return 'katakana'
  if (/[ぁ-ゖ]/.test(char)) return 'hiragana'
  // Half of a rare character is a kanji's half.
  if (/[\p{sc=Han}々〆\ud800-\udfff]/u.test(char)) return 'kanji'
  if (/\p{sc=Latin}/u.test(char)) return 'latin'
  return /\p{Nd}/u.test(char) ? 'digit' : 'other'
}
