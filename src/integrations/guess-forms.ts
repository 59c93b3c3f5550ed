/** In which forms a column's values are written: told beside a guess, and stated in its map where reading needs it. */
import { convert, type Kind } from '#integrations/convert'
import { Unfit } from '#integrations/faults'

export const forms = {
  era: { ja: '和暦', en: 'Japanese era' },
  year_first: { ja: '年/月/日', en: 'year first' },
  digits: { ja: '区切りのない日付', en: 'date without separators' },
  month_first: { ja: '月/日/年', en: 'month first' },
  day_first: { ja: '日/月/年', en: 'day first' },
  epoch: { ja: 'UNIX 時間', en: 'Unix time' },
  hyphens: { ja: '0で始まる電話番号', en: 'domestic telephone' },
  international: { ja: '国番号つき（+81）', en: 'international telephone' },
  zero_lost: { ja: '先頭の0が落ちた電話番号', en: 'telephone without its first zero' },
  full_width: { ja: '全角英数字', en: 'full-width letters' },
  half_kana: { ja: '半角カナ', en: 'half-width kana' },
  spreadsheet: { ja: '表計算ソフトの書き方（="…"、\'…）', en: 'as a spreadsheet writes it (="…", \'…)' },
} as const
export type Form = keyof typeof forms

const orders = ['MM/DD/YYYY', 'DD/MM/YYYY', 'MM-DD-YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'epoch', 'epoch_ms'] as const
const zone = 'Asia/Tokyo'

/** The order of a date's parts where it is not the usual one; the first that fits the most of these values. */
export function dateFormat(samples: readonly string[], kind: Kind): string | undefined {
  if ((kind !== 'date' && kind !== 'time') || samples.length === 0) return undefined
  const fitting = (format?: string) => samples.filter((text) => fits(text, kind, format)).length
  let best: { format?: string; count: number } = { count: fitting() }
  for (const format of orders) {
    if (kind === 'date' && format.startsWith('epoch')) continue
    const count = fitting(format)
    if (count > best.count) best = { format, count }
  }
  return best.format
}

export function fits(text: string, kind: Kind, format?: string): boolean {
  return readAs(text, kind, format) !== null
}

/** What a value becomes when it is read; null when it cannot be. */
export function readAs(text: string, kind: Kind, format?: string): string | number | boolean | null {
  try {
    const value = convert(text, kind, { zone, ...(format && { format }) })
    // Seconds since 1970 as milliseconds would be the January of that year.
    if (format?.startsWith('epoch') && !/^(199|20[0-4])/.test(String(value))) return null
    return value
  } catch (error) {
    if (error instanceof Unfit) return null
    throw error
  }
}

/** The forms seen among these values. */
export function formsOf(samples: readonly string[], kind: Kind, format: string | undefined): Form[] {
  const seen = new Set<Form>()
  for (const text of samples) {
    if (/[！-～]/.test(text)) seen.add('full_width')
    if (/[｡-ﾟ]/.test(text)) seen.add('half_kana')
    if (/^(="|'(?=[\dA-Za-z+]))/.test(text)) seen.add('spreadsheet')
    const form =
      kind === 'phone' ? phoneForm(text) : kind === 'date' || kind === 'time' ? dateForm(text, format) : undefined
    if (form) seen.add(form)
  }
  return [...seen]
}

function phoneForm(text: string): Form | undefined {
  const plain = text.normalize('NFKC').replace(/^(="?|')/, '')
  if (/^\+|^00?81/.test(plain)) return 'international'
  return plain.startsWith('0') ? 'hyphens' : /^[1-9]\d{0,3}[-\d]{7,}/.test(plain) ? 'zero_lost' : undefined
}

function dateForm(text: string, format: string | undefined): Form | undefined {
  if (format?.startsWith('epoch')) return 'epoch'
  if (format) return format.startsWith('M') ? 'month_first' : 'day_first'
  const plain = text.normalize('NFKC').trim()
  if (/^(明治|大正|昭和|平成|令和|[MTSHR明大昭平令])/i.test(plain)) return 'era'
  if (/^\d{8}(\D|\d{6}$|$)/.test(plain)) return 'digits'
  return /^\d{4}\D/.test(plain) ? 'year_first' : undefined
}
