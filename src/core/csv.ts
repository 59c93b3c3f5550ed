/** CSV that a spreadsheet opens as data (RFC 4180, CRLF), never as formulas: for every export and error file. */

// Signs a formula begins with, their full-width forms, which Japanese spreadsheets read alike, and what hides before them.
const formula = /^[\s\u0000\ufeff\u200b-\u200f\u202a-\u202e\u2060]*[=+\-@＝＋－＠﹢﹣−]|^[\t\r\n\u0000]/

/** One cell. A number is written as it is; a text that would run is shown with an apostrophe before it. */
export function csvCell(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n'\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line with its end. */
export function csvLine(values: readonly (string | number | boolean | null | undefined)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
