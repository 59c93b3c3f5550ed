import type { Lang } from './words.ts'

const TOKYO = 'Asia/Tokyo'
const yenFormat = new Intl.NumberFormat('ja-JP')

/** ¥1,980, or −¥118 with a real minus sign. */
export function yen(amount_yen: number): string {
  return `${amount_yen < 0 ? '−' : ''}¥${yenFormat.format(Math.abs(amount_yen))}`
}

/** 2,452 with its thousands told apart. */
export function figure(value: number): string {
  return `${value < 0 ? '−' : ''}${yenFormat.format(Math.abs(value))}`
}

/** 350 m below a kilometre, 1.2 km above. */
export function distance(metres: number): string {
  if (metres < 1000) return `${Math.round(metres / 10) * 10} m`
  return `${(metres / 1000).toFixed(metres < 100_000 ? 1 : 0)} km`
}

type Parts = Record<'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute', string>

// One for each language and zone: to make one takes longer than a whole sale to price.
const made = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${options.timeZone}`
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options)
  made.set(key, format)
  return format
}

function parts(iso: string, lang: Lang, zone: string): Parts {
  const format = dateFormat(lang === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: lang === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const found: Partial<Parts> = {}
  for (const { type, value } of format.formatToParts(new Date(iso))) {
    if (type !== 'literal') found[type as keyof Parts] = type === 'weekday' ? value : value.replace(/[月日年]$/, '')
  }
  return found as Parts
}

/** 14:05 in the shop's zone. */
export function time(iso: string, zone = TOKYO): string {
  const { hour, minute } = parts(iso, 'ja', zone)
  return `${hour}:${minute}`
}

/** 4月3日(土), or 3 Apr (Sat). */
export function day(iso: string, lang: Lang, zone = TOKYO): string {
  const p = parts(iso, lang, zone)
  return lang === 'ja' ? `${p.month}月${p.day}日(${p.weekday})` : `${p.day} ${p.month} (${p.weekday})`
}

/** 4/3(土), for narrow places. */
export function shortDay(iso: string, lang: Lang, zone = TOKYO): string {
  const p = parts(iso, lang, zone)
  return lang === 'ja' ? `${p.month}/${p.day}(${p.weekday})` : `${p.weekday} ${p.day} ${p.month}`
}

/** 2027年4月1日(木). */
export function fullDay(iso: string, lang: Lang, zone = TOKYO): string {
  const p = parts(iso, lang, zone)
  return lang === 'ja'
    ? `${p.year}年${p.month}月${p.day}日(${p.weekday})`
    : `${p.weekday} ${p.day} ${p.month} ${p.year}`
}

/** The calendar day in the zone, as YYYY-MM-DD, to tell today from tomorrow. */
export function calendarDay(iso: string, zone = TOKYO): string {
  return dateFormat('sv-SE', { timeZone: zone }).format(new Date(iso))
}

/** 482 913: a code a person reads aloud. */
export function spaced(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ')
}

/** 090-1234-5678, as it is said in Japan; area codes differ in length, so a line on the wall goes without hyphens, and a foreign number stays. */
export function phone(number: string): string {
  return number.replace(/^\+81(?=\d{9,10}$)/, '0').replace(/^(0[5-9]0)(\d{4})(\d{4})$/, '$1-$2-$3')
}

/** The same hour so many days later. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString()
}
