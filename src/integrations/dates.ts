/** Dates as people and tills write them: year first, the Japanese eras, or a stated order. */
import { instant } from '#core/time'
import { Unfit } from '#integrations/faults'

const eras: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  M: 1867,
  T: 1911,
  S: 1925,
  H: 1988,
  R: 2018,
  明: 1867,
  大: 1911,
  昭: 1925,
  平: 1988,
  令: 2018,
}
const written =
  /^(?:(\d{4})|(明治|大正|昭和|平成|令和|[MTSHRmtshr明大昭平令])\.? ?(\d{1,2}|元))(?:年|[-/.])\s*(\d{1,2})(?:月|[-/.])\s*(\d{1,2})日?/
const packed = /^(\d{4})(\d{2})(\d{2})(?=$|[ T]|\d{6}$)/
const clockTime =
  /^(?:[T ]+)?(午前|午後)?\s*(\d{1,2})(?::|時)(\d{1,2})(?:(?::|分)(\d{1,2})(?:\.\d+)?)?(?:分|秒)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** A calendar date 'YYYY-MM-DD'. `format` (YYYY MM DD with separators) states another order, e.g. DD/MM/YYYY. */
export function date(text: string, format?: string): string {
  return split(text, 'date', format).date
}

/** An instant as ISO UTC; without an offset the time is that of `zone`, without a time it is midnight there. */
export function time(text: string, zone: string, format?: string): string {
  if (format === 'epoch' || format === 'epoch_ms') {
    if (!/^\d+(\.\d+)?$/.test(text)) throw new Unfit('time')
    return new Date(Number(text) * (format === 'epoch' ? 1000 : 1)).toISOString()
  }
  const { date, rest } = split(text, 'time', format)
  if (rest === '') return instant(date, '00:00:00', zone).toISOString()
  const digits = /^ ?(\d{2})(\d{2})(\d{2})$/.exec(rest)
  const found = clockTime.exec(digits ? `${digits[1]}:${digits[2]}:${digits[3]}` : rest)
  if (!found) throw new Unfit('time')
  const [, half, hour, minute, second = '0', offset] = found
  const hours = (Number(hour) % (half ? 12 : 100)) + (half === '午後' ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) throw new Unfit('time')
  const clock = [hours, minute, second].map((part) => String(part).padStart(2, '0')).join(':')
  if (!offset) return instant(date, clock, zone).toISOString()
  return new Date(`${date}T${clock}${offset.replace(/(\d{2})(\d{2})$/, '$1:$2')}`).toISOString()
}

function split(raw: string, kind: 'date' | 'time', format?: string): { date: string; rest: string } {
  const text = raw.normalize('NFKC').trim()
  const parts = format ? stated(text, format) : usual(text)
  if (!parts) throw new Unfit(kind)
  const [year, month, day, length] = parts
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== date || year < 1868) throw new Unfit(kind)
  const rest = text.slice(length)
  // A date that still goes on (1999-01-011) is none.
  if (kind === 'date' && rest !== '' && !clockTime.test(rest)) throw new Unfit(kind)
  return { date, rest }
}

function usual(text: string): [number, number, number, number] | undefined {
  const found = written.exec(text)
  if (found) {
    const [whole, year, era, of, month, day] = found
    return [year ? Number(year) : eraYear(era ?? '', of ?? ''), Number(month), Number(day), whole.length]
  }
  const tight = packed.exec(text)
  return tight ? [Number(tight[1]), Number(tight[2]), Number(tight[3]), tight[0].length] : undefined
}

// 平成32年 stands on papers printed before 令和: the count goes on, as people meant it.
function eraYear(era: string, of: string): number {
  return (eras[era.toUpperCase()] ?? eras[era] ?? Number.NaN) + (of === '元' ? 1 : Number(of))
}

function stated(text: string, format: string): [number, number, number, number] | undefined {
  const order = [...format.matchAll(/YYYY|MM?|DD?/g)].map(([token]) => token[0] as string)
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY/, '(\\d{4})')
    .replace(/MM?/, '(\\d{1,2})')
    .replace(/DD?/, '(\\d{1,2})')
  const found = new RegExp(`^${pattern}`).exec(text)
  if (!found) return undefined
  const part = (letter: string) => Number(found[order.indexOf(letter) + 1])
  return [part('Y'), part('M'), part('D'), found[0].length]
}
