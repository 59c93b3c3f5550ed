/** Letters as Japanese systems write them, brought to one form. */
/** Half-width kana to full, full-width ASCII to half. Kanji stay as written: NFKC would change letters of people's names. */
export function widths(text: string): string {
  return text
    .replace(/[｡-ﾟ]+/g, (kana) => kana.normalize('NFKC'))
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
}

/** Text for people: widths made equal, spaces collapsed, control characters gone. */
export function plain(text: string): string {
  // Most cells of most files: numbers, codes and times, which are plain already.
  if (/^[!-~]*(?: [!-~]+)*$/.test(text)) return text
  return widths(text)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\ufeff]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Readings as full-width katakana, whichever way they were typed. */
export function kana(text: string): string {
  const full = plain(text).normalize('NFKC')
  return full
    .replace(/[ぁ-ゖゝゞ]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0x60))
    .replace(/(?<=[ァ-ヺー])[‐‑–—−-]/g, 'ー')
}

/** Whether a text is written in katakana only (with spaces, long-vowel marks and middle dots). */
export function isKana(text: string): boolean {
  return /^[ァ-ヺー・ヽヾ ]+$/.test(text)
}
