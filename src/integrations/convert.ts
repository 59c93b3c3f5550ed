/** A cell's text as the value a field holds, or `Unfit`. */
import parsePhone from 'libphonenumber-js'
import { date, time } from '#integrations/dates'
import { Unfit } from '#integrations/faults'
import { isKana, kana, plain } from '#integrations/letters'
import { parseGtin } from '#pricing/gtin'

export type Kind =
  | 'text'
  | 'prose'
  | 'code'
  | 'kana'
  | 'number'
  | 'integer'
  | 'yen'
  | 'date'
  | 'time'
  | 'year'
  | 'month'
  | 'phone'
  | 'email'
  | 'postal'
  | 'gtin'
  | 'flag'
  | readonly string[]
export type Hints = { format?: string; times?: number; zone: string }

/** Convert a text that is not empty. */
export function convert(raw: string, kind: Kind, hints: Hints): string | number | boolean {
  const text = plain(raw)
  switch (kind) {
    case 'text':
      return within(text, 200)
    case 'prose':
      return within(text, 20_000)
    case 'code':
      return within(asWritten(text.normalize('NFKC')), 100)
    case 'kana': {
      const reading = within(kana(raw), 200)
      return isKana(reading) ? reading : unfit('kana')
    }
    case 'number':
      return number(text) * (hints.times ?? 1)
    case 'integer':
      return whole(number(text) * (hints.times ?? 1))
    case 'yen':
      return yen(number(text), hints.times ?? 1)
    case 'date':
      return date(text, hints.format)
    case 'time':
      return time(text, hints.zone, hints.format)
    case 'year':
      return bounded(
        /\D/.test(text) ? Number(date(text, hints.format).slice(0, 4)) : Number(text.slice(0, 4)),
        1868,
        2200,
      )
    case 'month':
      return bounded(/\D/.test(text) ? Number(date(text, hints.format).slice(5, 7)) : Number(text), 1, 12)
    case 'phone': {
      return phone(asWritten(text.normalize('NFKC').replace(/[ー−‐–—]/g, '-')))
    }
    case 'email': {
      const mail = text.normalize('NFKC').replaceAll(' ', '').toLowerCase()
      return /^[^\s@"<>(),;:]+@[^\s@"<>(),;:]+\.[a-z0-9-]{2,}$/.test(mail) && mail.length <= 254 ? mail : unfit('email')
    }
    case 'postal': {
      const digits = text.normalize('NFKC').replace(/[^\d]/g, '')
      return digits.length === 7 ? digits : unfit('postal')
    }
    case 'gtin':
      return gtin(text)
    case 'flag':
      return flag(text)
    default:
      return kind.includes(text) ? text : unfit('choice', { known: kind.join(' / ') })
  }
}

function unfit(reason: ConstructorParameters<typeof Unfit>[0], facts: Record<string, string | number> = {}): never {
  throw new Unfit(reason, facts)
}

function within(text: string, limit: number): string {
  return text.length <= limit ? text : unfit('long', { limit })
}

/** 1,234 · ¥1,234 · 1234円 · ▲500 · (500) · 4.4e-16 */
export function number(text: string): number {
  let plain = text.normalize('NFKC').replace(/[,\s¥\\$€円]/g, '')
  const negative = /^[▲△−-]|^\(.*\)$/.test(plain)
  plain = plain.replace(/^[▲△−+-]|^\(|\)$/g, '')
  if (!/^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return unfit('number')
  return negative ? -Number(plain) : Number(plain)
}

function whole(value: number): number {
  const near = Math.round(value)
  if (Math.abs(value - near) > 1e-9) unfit('whole')
  return bounded(near, -1_000_000_000, 1_000_000_000)
}

/** Whole yen, half up; fifteen digits take out what binary fractions add (0.285 × 100). */
export function yen(amount: number, times: number): number {
  return bounded(Math.round(Number((amount * times).toPrecision(15))), -1_000_000_000_000, 1_000_000_000_000)
}

function bounded(value: number, from: number, to: number): number {
  return value >= from && value <= to ? value : unfit('range', { from, to })
}

// A spreadsheet that took a number for a number has dropped its first zero: 90-1234-5678 was 090-1234-5678.
function phone(text: string): string {
  const found = [text, `0${text}`].map((each) => parsePhone(each, 'JP')).find((each) => each?.isPossible())
  return found ? found.number : unfit('phone')
}

function gtin(text: string): string {
  const code = asWritten(text.normalize('NFKC'))
  // The same of a JAN: its first zeros are gone, and only the check digit tells that they were there.
  for (const each of [code, ...(/^\d{9,12}$/.test(code) ? [code.padStart(12, '0'), code.padStart(13, '0')] : [])]) {
    try {
      return parseGtin(each).gtin14
    } catch {
      // Read in the next way.
    }
  }
  return unfit('gtin')
}

/** A number as it was before a spreadsheet touched it: '0123 and ="0123" are 0123, 123.0 is 123; 4.9E+12 has lost its digits. */
function asWritten(text: string): string {
  const quoted = /^="(.*)"$/.exec(text)?.[1] ?? text.replace(/^'(?=[\dA-Za-z+])/, '')
  if (/^\d(\.\d+)?E\+\d+$/i.test(quoted)) return unfit('mangled')
  return /^\d+\.0+$/.test(quoted) ? quoted.replace(/\.0+$/, '') : quoted
}

function flag(text: string): boolean {
  if (/^(1|true|yes|y|有|はい|○|可|許可|同意)$/i.test(text)) return true
  if (/^(0|false|no|n|無|いいえ|×|不可|拒否|不同意)$/i.test(text)) return false
  return unfit('choice', { known: '1 / 0' })
}
