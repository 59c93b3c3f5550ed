export type Language = 'ja' | 'en'

/** A whole number in groups of three: 1,980; a negative one with a true minus sign: −118. */
export function grouped(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`value: ${value} is not a safe integer`)
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ',')
  return value < 0 ? `−${digits}` : digits
}

// Not Intl: its ja-JP yen sign is the full-width ￥, and its output changes with the browser's data.
/** Yen as shown on a screen and a receipt: ¥1,980, −¥118. */
export function yen(value: number): string {
  return value < 0 ? `−¥${grouped(-value)}` : `¥${grouped(value)}`
}

/** A consumer price, which must say that it includes tax (総額表示): ¥1,980（税込）, ¥1,980 (tax incl.). */
export function priceWithTax(value: number, language: Language): string {
  return language === 'ja' ? `${yen(value)}（税込）` : `${yen(value)} (tax incl.)`
}

/** A rate as a percentage: 8/100 is 8%. */
export function percent(rate: { rate_num: number; rate_den: number }): string {
  return `${(rate.rate_num * 100) / rate.rate_den}%`
}
