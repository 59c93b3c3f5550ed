/** Birthdays, telephone numbers, mail addresses, sexes as any system writes them, in the one form that is compared. */
import { folded } from './letters.ts'

const eras: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  明: 1867,
  大: 1911,
  昭: 1925,
  平: 1988,
  令: 2018,
  m: 1867,
  t: 1911,
  s: 1925,
  h: 1988,
  r: 2018,
}
const in_era =
  /^(明治|大正|昭和|平成|令和|[明大昭平令mtshr])\.?\s*(元|\d{1,2})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})/
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A birthday as YYYYMMDD, also one that no calendar has (typing errors are compared, not refused); '' when it is none. `day_first` reads 3/4/1980. */
export function birthday(text: string, day_first = true): string {
  const plain = folded(text)
  const era = in_era.exec(plain)
  if (era) {
    const [, name = '', year = '', month, day] = era
    return packed((eras[name] ?? 0) + (year === '元' ? 1 : Number(year)), month, day)
  }
  const year_first = /^(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})/.exec(plain)
  if (year_first) return packed(year_first[1], year_first[2], year_first[3])
  const year_last = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})/.exec(plain)
  if (year_last) {
    const [, first, second, year] = year_last
    const day_is_first = Number(first) > 12 || (Number(second) <= 12 && day_first)
    return day_is_first ? packed(year, second, first) : packed(year, first, second)
  }
  const spoken = /^(\d{1,2})[- ]([a-z]{3})[a-z]*[- ](\d{4})/.exec(plain)
  if (spoken && months.includes(spoken[2] as string))
    return packed(spoken[3], months.indexOf(spoken[2] as string) + 1, spoken[1])
  return /^\d{8}$/.test(plain) ? plain : ''
}

function packed(year: string | number | undefined, month: string | number | undefined, day: string | undefined) {
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

/** A telephone number's digits, Japan's without the country's; '' when there are too few. */
export function telephone(text: string): string {
  const plain = text.normalize('NFKC')
  const digits = plain.replace(/\D/g, '')
  const domestic = /^\s*(\+|00)?81/.test(plain) && digits.length >= 11 ? `0${digits.replace(/^(00)?810?/, '')}` : digits
  if (domestic.length === 10 && /^[6-9]0/.test(domestic)) return `0${domestic}`
  return domestic.length >= 7 ? domestic : ''
}

/** Whether a number is one person's (mobile), as against a household's line. */
export function isMobile(digits: string): boolean {
  return /^0[6-9]0\d{8}$/.test(digits)
}

/** A mail address as `local@domain`: lower case, no dots or additions in its local part; '' when it is none. */
export function mail(text: string): string {
  const [local = '', domain = ''] = folded(text).replace(/\s/g, '').split('@')
  const name = local.replace(/\+.*$/, '').replace(/[^a-z0-9]/g, '')
  return name && domain ? `${name}@${domain}` : ''
}

/** 'm', 'f' or ''. */
export function sexOf(text: string): string {
  const plain = folded(text)
  if (/^(m|male|man|男|男性|男子|1)$/.test(plain)) return 'm'
  if (/^(f|female|woman|w|女|女性|女子|2)$/.test(plain)) return 'f'
  return ''
}

/** A number or code without signs and spaces. */
export function code(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '')
}
